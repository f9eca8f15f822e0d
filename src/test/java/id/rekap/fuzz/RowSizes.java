package id.rekap.fuzz;

import static id.rekap.fuzz.SizeFiles.between;
import static id.rekap.fuzz.SizeFiles.csv;
import static id.rekap.fuzz.SizeFiles.letters;
import static id.rekap.fuzz.SizeFiles.number;
import static id.rekap.fuzz.SizeFiles.pick;
import static id.rekap.fuzz.SizeFiles.rows;
import static id.rekap.fuzz.SizeFiles.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** CSV lists of which the cells are long or many. */
final class RowSizes {
    private RowSizes() {}

    static void unknownNumbersBesideLongHeaders(Path folder, Team team, RandomGenerator random) throws IOException {
        int columns = between(random, 40, 60);
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip,repost");
            rows(out, columns, i -> ",k" + i + "x".repeat(32_700));
            out.write("\n");
            rows(out, 990, i -> number(i) + ",1" + ",a".repeat(columns) + "\n");
        });
    }

    static void longHeaders(Path folder, Team team, RandomGenerator random) throws IOException {
        int columns = between(random, 300, 498);
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip,repost");
            rows(out, columns, i -> "," + letters(random, 32_000));
            out.write("\n" + team.no(0) + ",1" + ",a".repeat(columns) + "\n");
        });
    }

    static void longCellsEverywhere(Path folder, Team team, RandomGenerator random) throws IOException {
        String chars = pick(
                random, " ", "1", "x", "'", "-1", ". ", "\u00a0", "@", "/", "_x000A_", "ya ", "\u200e", "0", "=", "1 1",
                "é", "😀", "\t", "a.", "%41");
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip;nama;jenis;instagram;follow humas;follow mediacenter;repost;catatan\n");
            int most = 32_767 / chars.length() - 1;
            rows(out, 150, i -> {
                String full = chars.repeat(most);
                String no = i % 2 == 0 ? team.no(i) : "9" + full;
                return no + text(7, c -> ";" + (c == i % 7 ? "a" + full : c == i % 5 ? full : "ya")) + "\n";
            });
        });
    }

    static void filesOfEmptyRows(Path folder, Team team, RandomGenerator random) throws IOException {
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip,repost" + ",a".repeat(490) + "\n");
            rows(out, 90_000, i -> ",".repeat(490) + "\n");
        });
    }

    static void tooWideRows(Path folder, Team team, RandomGenerator random) throws IOException {
        int surplus = between(random, 1, 400);
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip,repost\n");
            rows(out, 20_000_000 / (20 + 2 * surplus), i -> number(i) + ",1" + ",z".repeat(surplus) + "\n");
        });
    }

    static void longHeaderTwice(Path folder, Team team, RandomGenerator random) throws IOException {
        String blanks = " ".repeat(16_000);
        csv(
                folder.resolve("daftar.csv"),
                out -> out.write("nip,re" + blanks + "post,repo" + blanks + "st\n" + team.no(0) + ",1,1\n"));
    }

    static void longTitles(Path folder, Team team, RandomGenerator random) throws IOException {
        csv(folder.resolve("daftar.csv"), out -> {
            rows(out, 3, i -> text(490, c -> "J" + letters(random, 30_000) + ",") + "\n");
            out.write("nip,repost\n" + team.no(0) + ",1\n");
        });
    }

    static void wideRows(Path folder, Team team, RandomGenerator random) throws IOException {
        int columns = between(random, 300, 497);
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip,repost" + text(columns, c -> ",k" + c) + "\n");
            rows(out, 45_000_000 / (22 + 2 * columns), i -> number(i) + ",1" + ",a".repeat(columns) + "\n");
        });
    }

    static void wideUtf16(Path folder, Team team, RandomGenerator random) throws IOException {
        csv(folder.resolve("daftar.csv"), StandardCharsets.UTF_16, out -> {
            out.write("nip\trepost\tnama\tcatatan\n");
            rows(out, 20_000, i -> number(i) + "\t1\t" + "名".repeat(500) + "\t" + "字".repeat(400) + "\n");
        });
    }

    static void quotedLines(Path folder, Team team, RandomGenerator random) throws IOException {
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip,repost,catatan\n");
            rows(out, 1_400, i -> number(i) + ",1,\"" + "a\n".repeat(16_000) + "\"\n");
        });
    }
}

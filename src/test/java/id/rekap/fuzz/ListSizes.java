package id.rekap.fuzz;

import static id.rekap.fuzz.SizeFiles.between;
import static id.rekap.fuzz.SizeFiles.csv;
import static id.rekap.fuzz.SizeFiles.letters;
import static id.rekap.fuzz.SizeFiles.number;
import static id.rekap.fuzz.SizeFiles.rows;
import static id.rekap.fuzz.SizeFiles.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** CSV lists of which the rows are many. */
final class ListSizes {
    private ListSizes() {}

    static void unknownNumbers(Path folder, Team team, RandomGenerator random) throws IOException {
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip,repost\n");
            rows(out, between(random, 51_000, 400_000), i -> number(i) + ",1\n");
        });
    }

    static void backslashes(Path folder, Team team, RandomGenerator random) throws IOException {
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip,repost\n");
            rows(out, between(random, 64, 200), i -> (100 + i) + "\\".repeat(29) + ",1\n");
        });
    }

    static void quotesInNumbers(Path folder, Team team, RandomGenerator random) throws IOException {
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip;repost\n");
            rows(out, between(random, 64, 9_000), i -> "\"" + (100 + i % 800) + "\"\"\u0001".repeat(14) + "\";1\n");
        });
    }

    static void randomText(Path folder, Team team, RandomGenerator random) throws IOException {
        int columns = between(random, 1, 200);
        int cell = Math.min(32_000, between(random, 6_700, 10_000) / columns);
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip,repost,nama" + ",k".repeat(columns) + "\n");
            rows(
                    out,
                    4_000,
                    i -> number(i) + ",1," + letters(random, 200) + text(columns, c -> "," + letters(random, cell))
                            + "\n");
        });
    }

    static void onePersonAgainAndAgain(Path folder, Team team, RandomGenerator random) throws IOException {
        int rows = between(random, 100_000, 990_000);
        boolean own = random.nextBoolean();
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip,instagram,repost\n");
            rows(out, rows, i -> (own ? team.no(0) : number(1)) + ",nama_" + i % 10 + "," + i % 3 + "\n");
        });
    }

    static void allOfAnotherAgency(Path folder, Team team, RandomGenerator random) throws IOException {
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip,nama,instagram,follow humas,follow mediacenter,repost\n");
            rows(out, Team.CROWD, i -> Team.crowd(i) + ",Orang,akun_bersama,mungkin,mungkin,banyak\n");
        });
    }

    static void damagedNumbers(Path folder, Team team, RandomGenerator random) throws IOException {
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip,repost\n");
            rows(out, between(random, 100_000, 500_000), i -> "1.98" + i % 1000 + "E+17,1\n");
        });
    }

    static void malformedNumbers(Path folder, Team team, RandomGenerator random) throws IOException {
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip,nama,repost\n");
            rows(out, between(random, 100_000, 500_000), i -> i + ",Nama " + i + ",1\n");
        });
    }

    static void namelessRows(Path folder, Team team, RandomGenerator random) throws IOException {
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip,nama,repost\n");
            rows(out, between(random, 100_000, 900_000), i -> ",Nama " + i + ",1\n");
        });
    }

    static void millionOrdinaryRows(Path folder, Team team, RandomGenerator random) throws IOException {
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip,repost\n");
            rows(out, 999_990, i -> number(i) + ",1\n");
        });
    }
}

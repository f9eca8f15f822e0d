package id.rekap.fuzz;

import static id.rekap.fuzz.SizeFiles.between;
import static id.rekap.fuzz.SizeFiles.csv;
import static id.rekap.fuzz.SizeFiles.letters;
import static id.rekap.fuzz.SizeFiles.number;
import static id.rekap.fuzz.SizeFiles.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** Drops of many files, and corrections. */
final class DropSizes {
    private DropSizes() {}

    static void tinyFiles(Path folder, Team team, RandomGenerator random) throws IOException {
        int files = between(random, 1_001, 5_000);
        for (int i = 0; i < files; i++) {
            Files.writeString(folder.resolve("d".repeat(200) + i + ".csv"), "nip,repost\n" + number(i) + ",1\n");
        }
    }

    static void tinyFilesThatAreNone(Path folder, Team team, RandomGenerator random) throws IOException {
        int files = between(random, 1_001, 5_000);
        for (int i = 0; i < files; i++) {
            Files.writeString(folder.resolve("d".repeat(200) + i + ".pdf"), "bukan " + i);
        }
    }

    static void tinyCorrections(Path folder, Team team, RandomGenerator random) throws IOException {
        int files = between(random, 100, 900);
        Files.writeString(folder.resolve("daftar.csv"), "nip,repost\n" + number(1) + ",1\n");
        for (int i = 0; i < files; i++) {
            Files.writeString(folder.resolve("ralat" + i + ".csv"), "nip,repost\n" + number(i) + "," + i + "\n");
        }
    }

    static void corrections(Path folder, Team team, RandomGenerator random) throws IOException {
        int rows = between(random, 100_000, 400_000);
        csv(folder.resolve("daftar.csv"), out -> out.write("nip,nama,repost\n" + team.no(0) + ",A,1\n"));
        csv(folder.resolve("ralat.csv"), out -> {
            out.write("nip,nama,repost\n");
            rows(out, rows, i -> (i % 3 == 0 ? "" : number(i)) + ",Nama " + letters(random, 5) + ",1\n");
        });
    }

    static void correctionsAlone(Path folder, Team team, RandomGenerator random) throws IOException {
        int rows = between(random, 100_000, 900_000);
        csv(folder.resolve("ralat.csv"), out -> {
            out.write("nip,nama,repost\n");
            rows(out, rows, i -> number(i) + ",Nama,1\n");
        });
    }

    static void correctionsThatDiffer(Path folder, Team team, RandomGenerator random) throws IOException {
        csv(folder.resolve("ralat 1.csv"), out -> {
            out.write("nip,repost\n");
            rows(out, 200_000, i -> team.no(i) + "," + i + "\n");
        });
        csv(folder.resolve("ralat 2.csv"), out -> {
            out.write("nip,repost\n");
            rows(out, 200_000, i -> team.no(i) + ",x" + i + "\n");
        });
    }
}

package id.rekap.fuzz;

import static id.rekap.fuzz.SizeFiles.between;
import static id.rekap.fuzz.SizeFiles.csv;
import static id.rekap.fuzz.SizeFiles.letters;
import static id.rekap.fuzz.SizeFiles.number;
import static id.rekap.fuzz.SizeFiles.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    static void correctionsOfALongList(Path folder, Team team, RandomGenerator random) throws IOException {
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip,nama,repost\n");
            rows(out, 49_000, i -> number(i) + ",Nama,1\n");
        });
        int many = between(random, 210, 900);
        for (int i = 0; i < many; i++) {
            Files.writeString(folder.resolve("ralat" + i + ".csv"), "nip,repost\n" + number(i) + "," + i + "\n");
        }
    }

    static void correctionsUnderNames(Path folder, Team team, RandomGenerator random) throws IOException {
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip,nama,repost\n");
            rows(out, 49_000, i -> number(i) + ",Nama " + i % 40_000 + ",1\n");
        });
        csv(folder.resolve("ralat.csv"), out -> {
            out.write("nip,nama,repost\n");
            rows(out, 49_000, i -> ",Nama " + i + ",1\n");
        });
    }

    /** With lists in them, and under names that lists have, or that no name should have. */
    static void subfolders(Path folder, Team team, RandomGenerator random) throws IOException {
        int many = between(random, 2_000, 20_000);
        String[] names = {
            "s".repeat(200), "ralat", "daftar", "b\nc\u001b[31m", "\u202egnp", "=1+1", "'; --", "<b>", "%00", "é"
        };
        for (int i = 0; i < many; i++) {
            Path one = Files.createDirectory(folder.resolve(names[i % names.length] + i + (i % 3 == 0 ? ".csv" : "")));
            if (i % 7 == 0) {
                Files.writeString(one.resolve("daftar.csv"), "nip,repost\n" + team.no(1) + ",1\n");
            }
        }
        Files.writeString(folder.resolve("daftar.csv"), "nip,repost\n" + team.no(0) + ",1\n");
    }

    static void deepSubfolders(Path folder, Team team, RandomGenerator random) throws IOException {
        Files.createDirectories(folder.resolve("d/".repeat(between(random, 500, 1_900))));
        Files.writeString(folder.resolve("daftar.csv"), "nip,repost\n" + team.no(0) + ",1\n");
    }

    static void emptyFiles(Path folder, Team team, RandomGenerator random) throws IOException {
        for (int i = 0; i < 1_000; i++) {
            Files.createFile(folder.resolve("k".repeat(200) + i + ".csv"));
        }
    }

    /** Whatever a name may lead to but a file of its own: nothing of it may be read, and what waits for a writer never ends. */
    static void links(Path folder, Team team, RandomGenerator random) throws IOException {
        int many = between(random, 500, 900);
        List<String> to = List.of(
                "/dev/zero",
                "/dev/random",
                "/etc/passwd",
                "/",
                "..",
                "nowhere.csv",
                "../5.01.01",
                "../../reports",
                "/proc/self/mem");
        for (int i = 0; i < many; i++) {
            String name = (i % 2 == 0 ? "tautan" : "ralat") + i + ".csv";
            int kind = i % (to.size() + 1);
            Files.createSymbolicLink(folder.resolve(name), Path.of(kind == to.size() ? name : to.get(kind)));
        }
        pipes(folder, between(random, 20, 90));
    }

    private static void pipes(Path folder, int many) throws IOException {
        List<String> command = new ArrayList<>(List.of("mkfifo"));
        for (int i = 0; i < many; i++) {
            command.add(folder.resolve("pipa" + i + ".csv").toString());
        }
        try {
            int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exit != 0) {
                throw new IOException("mkfifo ends with " + exit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static void filesOfManyHeaders(Path folder, Team team, RandomGenerator random) throws IOException {
        for (int i = 0; i < 900; i++) {
            int file = i;
            csv(folder.resolve("daftar" + i + ".csv"), out -> {
                out.write("nip,repost");
                rows(out, 300, c -> ",kolom " + c + "k".repeat(150));
                out.write("\n" + number(file) + ",1\n");
            });
        }
    }
}

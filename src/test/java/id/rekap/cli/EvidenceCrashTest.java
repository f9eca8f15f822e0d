package id.rekap.cli;

import static id.rekap.cli.Followers.HUMAS;
import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Processes.Ended;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * kill -9 at statements of the step that takes exports: the set is the same, nothing is taken twice, and who follows and is
 * nobody's employee is in no file of the home nor of the database server. Between two statements nothing leaves the process but
 * by files of the home, so statements are where it can differ; the longest time between two of them, in which an export is read,
 * is looked at by itself.
 */
class EvidenceCrashTest extends SmallOffice {
    private static final String CITIZEN = "warga.rahasia.tak.dikenal";
    private static final int CHUNK = 1 << 22;

    @TempDir
    Path undisturbed;

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            names.add(CITIZEN + i);
        }
        names.add("akun.rekaan.satu");
        return names;
    }

    private static void drop(Office office) {
        office.write("inbox/4.01.01/daftar.csv", """
                nip,nama,instagram,follow humasacehbesar
                197203031997032002,Cut Mariana,akun.rekaan.satu,tidak
                """);
        Followers.drop(office, HUMAS, DATE, names());
        Followers.drop(office, "akun.lain", DATE, names());
    }

    private Office calm() {
        Office calm = new Office(undisturbed);
        for (String what : List.of("agencies", "employees")) {
            calm.rekap("import", what, SAMPLES.resolve(what + ".csv").toString(), "--date", DATE);
        }
        drop(calm);
        assertThat(calm.rekap("run", "--date", DATE).exit()).isZero();
        return calm;
    }

    @Test
    void exportsAreTakenOnceWhereverTheRunIsKilledAndTheirNamesAreNowhere() throws Exception {
        Office calm = calm();
        drop(office);
        int kills = 0;
        for (int at = 1; ; at += at < 4 ? 1 : 4) {
            Ended ended = Processes.run(office, List.of("-Drekap.kill=cross-check:" + at), "run", "--date", DATE);
            assertNowhere(home, true);
            if (ended.exit() != 137) {
                assertThat(ended.exit()).as(ended.said()).isZero();
                break;
            }
            kills++;
        }
        assertThat(kills).isGreaterThan(5);
        assertThat(Followers.left(office)).isEmpty();
        Regencies.assertSameSets(office, calm);
        assertThat(Regencies.facts(office)).isEqualTo(Regencies.facts(calm));
        assertNowhere(home, false);
        assertNowhere(undisturbed, false);
        Path server = Path.of(Regencies.column(office, "select @@datadir").get(0));
        assertThat(Regencies.column(office, "select account from follower_export order by 1"))
                .containsExactly("akun.lain", HUMAS);
        assertThat(office.published(DATE, "exceptions.csv"))
                .anyMatch(row -> row.get("code").equals("FOLLOW_UNDECLARED"));
        // where the server of the tests runs on this machine
        Optional<Path> tables = seenFromHere(server);
        if (tables.isPresent()) {
            assertNowhere(tables.get(), false);
        }
        assertThat(holds(bytes("x".repeat(CHUNK - 3) + CITIZEN), 0))
                .as("what is searched is found")
                .isTrue();
    }

    @Test
    void whoWasJudgedByAnExportThatWasNeverTakenIsJudgedByTheOneThatIs() throws Exception {
        Office calm = calm();
        drop(office);
        Followers.drop(office, HUMAS, DATE, names().subList(0, 400));
        Ended ended = Processes.run(office, List.of("-Drekap.kill=cross-check:1"), "run", "--date", DATE);
        assertThat(ended.exit()).as(ended.said()).isEqualTo(137);
        assertThat(Regencies.column(
                        office, "select count(*) from outcome where input like '%\"evidence\":{\"" + HUMAS + "%'"))
                .as("judged by it")
                .containsExactly("1");
        assertNowhere(home, true);
        Followers.drop(office, HUMAS, DATE, names());
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        Regencies.assertSameSets(office, calm);
        assertThat(Regencies.facts(office)).isEqualTo(Regencies.facts(calm));
    }

    @Test
    void whoWasJudgedByAnExportThatHasGoneByTheTimeItIsTakenIsJudgedWithoutIt() throws Exception {
        Office calm = new Office(undisturbed);
        for (String what : List.of("agencies", "employees")) {
            calm.rekap("import", what, SAMPLES.resolve(what + ".csv").toString(), "--date", DATE);
        }
        drop(calm);
        FileSystemUtils.deleteRecursively(undisturbed.resolve("inbox/_followers"));
        assertThat(calm.rekap("run", "--date", DATE).exit()).isZero();
        drop(office);
        Path exports = home.resolve("inbox/_followers");
        Ended ended = Processes.run(
                office, List.of("-Drekap.kill=cross-check:1", "-Drekap.lost=" + exports), "run", "--date", DATE);
        assertThat(ended.exit()).as(ended.said()).isZero();
        assertThat(exports).doesNotExist();
        Regencies.assertSameSets(office, calm);
        assertThat(Regencies.facts(office)).isEqualTo(Regencies.facts(calm));
        assertThat(Regencies.column(
                        office, "select count(*) from BATCH_STEP_EXECUTION where STEP_NAME like 'reconcile-again:%'"))
                .as("it was judged twice")
                .isNotEqualTo(List.of("0"));
        assertNowhere(home, false);
    }

    @Test
    void whoeverIsReadWhenTheProcessIsKilledIsNowhere() throws Exception {
        drop(office);
        List<String> many = new ArrayList<>(names());
        for (int i = 500; i < 100_000; i++) {
            many.add(CITIZEN + i);
        }
        Followers.drop(office, HUMAS, DATE, many);
        for (int later : new int[] {0, 150}) {
            Processes.Running running = Processes.start(office, List.of(), "run", "--date", DATE);
            waitUntilRead(running.process());
            Thread.sleep(later);
            running.process().destroyForcibly();
            assertThat(running.ended().exit()).as(running.ended().said()).isEqualTo(137);
            assertNowhere(home, true);
        }
        assertThat(Regencies.column(office, "select count(*) from follower_export"))
                .containsExactly("0");
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        assertThat(Regencies.column(office, "select max(entries) from follower_export"))
                .containsExactly("100001");
        assertThat(Followers.left(office)).isEmpty();
        assertNowhere(home, false);
        Optional<Path> tables = seenFromHere(
                Path.of(Regencies.column(office, "select @@datadir").get(0)));
        if (tables.isPresent()) {
            assertNowhere(tables.get(), false);
        }
    }

    /** Until the process has the followers' file open. */
    private static void waitUntilRead(Process process) throws Exception {
        Path open = Path.of("/proc/" + process.pid() + "/fd");
        while (process.isAlive()) {
            try (Stream<Path> files = Files.list(open)) {
                if (files.anyMatch(file -> isOf(file, "followers_1.json"))) {
                    return;
                }
            } catch (NoSuchFileException gone) {
                break;
            }
            Thread.sleep(2);
        }
        throw new AssertionError("It ended before it read the export");
    }

    private static boolean isOf(Path descriptor, String name) {
        try {
            return Files.readSymbolicLink(descriptor).endsWith(name);
        } catch (IOException closed) {
            return false;
        }
    }

    /** A server may have a root of its own. */
    private static Optional<Path> seenFromHere(Path folder) {
        return Stream.concat(
                        Stream.of(folder),
                        ProcessHandle.allProcesses()
                                .map(process -> Path.of("/proc/" + process.pid() + "/root" + folder)))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static Path bytes(String text) throws IOException {
        return Files.writeString(Files.createTempFile(Path.of("target"), "planted", ".txt"), text);
    }

    /** @param butInbox exports that are still to be taken lie there */
    private void assertNowhere(Path folder, boolean butInbox) throws IOException {
        assertThat(folder).isDirectory();
        for (Path file : files(folder)) {
            if (!butInbox || !file.startsWith(home.resolve("inbox"))) {
                assertThat(holds(file, 0)).as(file.toString()).isFalse();
            }
        }
    }

    /** Others' tables may go meanwhile. */
    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    /** Piece by piece: a log of the server is large. */
    private static boolean holds(Path file, long from) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] piece = new byte[CHUNK + CITIZEN.length()];
            for (long at = from; at < in.length(); at += CHUNK) {
                in.seek(at);
                int read = Math.max(0, in.read(piece));
                if (new String(piece, 0, read, StandardCharsets.ISO_8859_1).contains(CITIZEN)) {
                    return true;
                }
            }
        } catch (FileNotFoundException e) {
            return false;
        }
        return false;
    }
}

package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Processes.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The modes of everything below HOME are the program's, whatever the umask that it is started under: the two that leave most
 * and least.
 */
class UmaskTest {
    private static final String DATE = "2020-07-01";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"000", "077"})
    void makesEverythingWithAModeOfItsOwn(String umask) throws Exception {
        Path home = folder.resolve("new/home");
        ended(umask, "init", home);
        Path inbox = Files.createDirectory(home.resolve("inbox/9.03.01"));
        Files.writeString(inbox.resolve("daftar.csv"), "nip,nama,instagram\n197807032003041030,Abdullah Amin,a.b\n");
        Files.setLastModifiedTime(inbox.resolve("daftar.csv"), FileTime.fromMillis(0));
        ended(umask, "import", home, "agencies", "jobs/samples/agencies.csv", "--date", DATE);
        ended(umask, "import", home, "employees", "jobs/samples/employees.csv", "--date", DATE);
        ended(umask, "run", home, "--date", DATE);
        Files.delete(inbox);

        Map<String, String> modes = modes(home);
        assertThat(modes)
                .containsEntry("", "rwxr-x--x")
                .containsEntry("inbox", "rwxr-x--x")
                .containsEntry("archive", "rwxr-x---")
                .containsEntry("logs", "rwxr-x---")
                .containsEntry("logs/rekap.log", "rw-r-----")
                .containsEntry("data", "rwx------")
                .containsEntry("data/server/password", "rw-------")
                .containsEntry("reports", "rwxr-xr-x")
                .containsEntry("reports/.history", "rwxr-xr-x")
                .containsEntry("reports/index.html", "rw-r--r--")
                .containsEntry("reports/.history/2020-07-01.1/summary.html", "rw-r--r--")
                .containsEntry("reports/.history/2020-07-01.1/exceptions.csv", "rw-r-----");
        modes.forEach((path, mode) -> {
            if (path.equals("data") || path.startsWith("data/")) {
                assertThat(mode).as(path).matches("rw[x-]------");
            } else if (path.startsWith("archive/")
                    || path.endsWith("/agencies")
                    || path.contains("/agencies/")
                    || path.contains("exceptions")) {
                assertThat(mode).as(path).matches("rw[x-]([r-]-[x-])---");
            } else {
                assertThat(mode).as(path).matches("rw[x-]r-[x-][r-]-[x-]");
            }
        });
        assertThat(Files.readString(home.resolve("logs/rekap.log"))).contains("INFO");
    }

    private void ended(String umask, String command, Path home, String... more)
            throws IOException, InterruptedException {
        String[] arguments = Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
        Ended ended = Processes.runUnder(umask, home, folder.resolve("said.txt"), arguments);
        assertThat(ended.exit()).as(ended.said()).isZero();
    }

    private static Map<String, String> modes(Path home) throws IOException {
        Map<String, String> modes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.toList()) {
                if (!Files.isSymbolicLink(path)) {
                    modes.put(
                            home.relativize(path).toString(),
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS)));
                }
            }
        }
        return modes;
    }
}

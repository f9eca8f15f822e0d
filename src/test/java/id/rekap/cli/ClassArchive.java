package id.rekap.cli;

import id.rekap.database.EmbeddedServer;
import id.rekap.testing.TestPlace;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The program's classes and its libraries' as Java archives them, made once for what was compiled: with it a run takes over a
 * third less processor time. The packaged program has an archive of its own, which is not there yet when tests run.
 */
final class ClassArchive {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final List<Path> LIBRARIES = entries(false);

    /** An archive takes no class from a folder: each becomes a jar. */
    private static final List<Path> FOLDERS = entries(true);

    private static final Path MADE = Path.of("target", "archived").toAbsolutePath();
    private static final Path ARCHIVE = MADE.resolve("classes-" + Integer.toHexString(compiled()) + ".jsa");

    private ClassArchive() {}

    private static List<Path> entries(boolean folders) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> Files.isDirectory(entry) == folders)
                .toList();
    }

    /** Another number for other classes. */
    private static int compiled() {
        List<Object> all = new ArrayList<>(LIBRARIES);
        try {
            for (Path folder : FOLDERS) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted().toList()) {
                        all.addAll(List.of(file, Files.getLastModifiedTime(file)));
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return all.hashCode();
    }

    /** Java with the program on its class path; a main class and arguments are to follow. */
    static synchronized List<String> java() throws IOException, InterruptedException {
        Path lock = MADE.resolveSibling("archived.lock");
        if (!Files.exists(ARCHIVE)) {
            // whoever comes second waits, and finds it
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (held.isValid() && !Files.exists(ARCHIVE)) {
                    FileSystemUtils.deleteRecursively(MADE);
                    make();
                }
            }
        }
        return java("-XX:SharedArchiveFile=" + ARCHIVE);
    }

    private static List<String> java(String... options) {
        List<String> command = new ArrayList<>(
                List.of(JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=3"));
        command.addAll(List.of(options));
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
        List<String> path = Stream.concat(LIBRARIES.stream(), FOLDERS.stream().map(ClassArchive::jar))
                .map(Path::toString)
                .toList();
        command.addAll(List.of("-cp", String.join(File.pathSeparator, path)));
        return command;
    }

    /** A night with a workbook, a list and a chat loads nearly all that any command does. */
    private static void make() throws IOException, InterruptedException {
        Files.createDirectories(MADE);
        FOLDERS.forEach(ClassArchive::pack);
        // the program looks beside itself
        Files.createSymbolicLink(MADE.resolve("mariadb"), EmbeddedServer.besideProgram());
        Path home = Files.createTempDirectory(TestPlace.PATH, "archived");
        Office office = new Office(home);
        for (String what : List.of("agencies", "employees")) {
            office.rekap("import", what, "jobs/samples/" + what + ".csv", "--date", "2020-07-01");
        }
        office.drop(Path.of("jobs/samples/FOLDER_UNKNOWN/good/night1"));
        office.dropFile(Path.of("jobs/samples/ID_DAMAGED/good/night1/7.01.02/daftar.xlsx"), "4.01.01");
        Path classes = home.resolve("classes.txt");
        List<String> night = java("-XX:DumpLoadedClassList=" + classes);
        night.addAll(List.of("id.rekap.cli.Rekap", "run", "--date", "2020-07-01", "--home", home.toString()));
        finish(night, home);
        Path made = MADE.resolve("made.jsa");
        finish(java("-Xshare:dump", "-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + made), home);
        Files.move(made, ARCHIVE, StandardCopyOption.ATOMIC_MOVE);
        FileSystemUtils.deleteRecursively(home);
    }

    private static Path jar(Path folder) {
        return MADE.resolve(folder.getFileName() + ".jar");
    }

    private static void pack(Path folder) {
        int exit = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                        System.err,
                        System.err,
                        "--create",
                        "--no-compress",
                        "--no-manifest",
                        "--file",
                        jar(folder).toString(),
                        "-C",
                        folder.toString(),
                        ".");
        if (exit != 0) {
            throw new IllegalStateException(folder + " could not be packed");
        }
    }

    private static void finish(List<String> command, Path folder) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(Files.readString(said));
        }
    }
}

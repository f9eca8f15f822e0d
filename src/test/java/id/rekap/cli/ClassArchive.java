package id.rekap.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The libraries' classes as Java archives them, made once for a class path: with it a run takes a third less processor time.
 * The packaged program has an archive of its own, which is not there yet when tests run.
 */
final class ClassArchive {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final List<String> LIBRARIES = entries(false);

    /** Libraries come first: an archive holds for class paths that begin like its own, and folders cannot be in it. */
    private static final List<String> ENTRIES =
            Stream.concat(LIBRARIES.stream(), entries(true).stream()).toList();

    private static final Path ARCHIVE = Path.of(
                    "target", "libraries-" + Integer.toHexString(LIBRARIES.hashCode()) + ".jsa")
            .toAbsolutePath();

    private ClassArchive() {}

    private static List<String> entries(boolean folders) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Files.isDirectory(Path.of(entry)) == folders)
                .toList();
    }

    /** Java with the program on its class path; a main class and arguments are to follow. */
    static synchronized List<String> java() throws IOException, InterruptedException {
        if (!Files.exists(ARCHIVE)) {
            make();
        }
        return java(List.of("-XX:SharedArchiveFile=" + ARCHIVE), ENTRIES);
    }

    private static List<String> java(List<String> options, List<String> entries) {
        List<String> command = new ArrayList<>(List.of(JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
        command.addAll(List.of("-cp", String.join(File.pathSeparator, entries)));
        return command;
    }

    /** A night without lists loads nearly all that any command does. */
    private static void make() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(ARCHIVE.getParent(), "libraries");
        Office office = new Office(folder);
        for (String what : List.of("agencies", "employees")) {
            office.rekap("import", what, "jobs/samples/" + what + ".csv", "--date", "2020-07-01");
        }
        Path classes = folder.resolve("classes.txt");
        List<String> night = java(List.of("-XX:DumpLoadedClassList=" + classes), ENTRIES);
        night.addAll(List.of("id.rekap.cli.Rekap", "run", "--date", "2020-07-01", "--home", folder.toString()));
        finish(night, folder);
        Path made = folder.resolve("made.jsa");
        finish(
                java(
                        List.of("-Xshare:dump", "-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + made),
                        LIBRARIES),
                folder);
        Files.move(made, ARCHIVE, StandardCopyOption.ATOMIC_MOVE);
        FileSystemUtils.deleteRecursively(folder);
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

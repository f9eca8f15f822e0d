package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The spreadsheet program that offices have, where this machine has it too. */
final class LibreOffice {
    private LibreOffice() {}

    /** Ends the test as skipped, and says so, where the program is missing. */
    static void orSkip(String claim) {
        boolean isHere = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "soffice")));
        if (!isHere) {
            System.out.println("SKIPPED, not checked: \"" + claim + "\" needs LibreOffice (soffice) on the PATH");
        }
        Assumptions.assumeTrue(isHere, "LibreOffice (soffice) is not on the PATH");
    }

    /** Opens a file and saves it as another form, in a folder of its own. */
    static Path convert(Path file, String form, Path folder, String... more) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolveSibling("profile").toUri(),
                "--headless",
                "--convert-to",
                form,
                "--outdir",
                folder.toString()));
        command.addAll(List.of(more));
        command.add(file.toString());
        Path said = folder.resolveSibling("soffice.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("soffice ends").isTrue();
        String name = String.valueOf(file.getFileName());
        Path converted = folder.resolve(name.substring(0, name.lastIndexOf('.')) + "." + form.replaceFirst(":.*", ""));
        assertThat(converted).as(Files.readString(said)).exists();
        return converted;
    }
}

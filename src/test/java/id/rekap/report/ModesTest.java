package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModesTest {
    @TempDir
    Path reports;

    @ParameterizedTest
    @CsvSource({
        "exceptions.csv,rw-r-----",
        "agencies/1.02/exceptions.csv,rw-r-----",
        "agencies/1.02/exceptions.xlsx,rw-r-----",
        "agencies/1.02/form.xlsx,rw-r-----",
        "agencies/1.02/index.html,rw-r-----",
        "agencies,rwxr-x---",
        "agencies/1.02,rwxr-x---",
        "snapshot.csv,rw-r-----",
        "agencies.csv,rw-r-----",
        "counts.csv,rw-r-----",
        "operator.html,rw-r-----",
        "summary.html,rw-r--r--",
        "whatsapp.txt,rw-r--r--",
        "rekap.xlsx,rw-r--r--",
        "manifest.json,rw-r--r--",
        ".,rwxr-xr-x",
    })
    void opensToEveryoneOnlyWhatCirculates(String path, String mode) throws IOException {
        new Sets(reports).publish(Night.small());
        assertThat(mode(reports.resolve("latest").resolve(path))).isEqualTo(mode);
    }

    @Test
    void keepsASetToItsOwnerUntilItIsWhole() throws IOException {
        SetFolder folder = new SetFolder(reports.resolve("draft"), null, new Sets(reports).fence());
        folder.write("exceptions.csv", Audience.OPERATORS, out -> out.write('x'));
        assertThat(mode(reports.resolve("draft"))).isEqualTo("rwx------");
    }

    @Test
    void keepsModesWhenASetIsReplaced() throws IOException {
        Sets sets = new Sets(reports).publish(Night.small());
        sets.publish(Night.small().with(Findings.unreadable("1.02", "x")));
        assertThat(mode(reports.resolve("latest/exceptions.csv"))).isEqualTo("rw-r-----");
        assertThat(mode(reports.resolve("latest/agencies/1.02"))).isEqualTo("rwxr-x---");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

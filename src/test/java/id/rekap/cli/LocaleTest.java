package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Processes.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The locale and the zone of the machine, real or only named, decide nothing. */
class LocaleTest {
    private static final String DATE = SmallOffice.DATE;
    private static final String AGENCY = "9.03.01";

    @TempDir
    Path home;

    @TempDir
    Path calm;

    private static Office office(Path home) throws Exception {
        Office office = Registered.SAMPLES.in(home);
        office.drop(SmallOffice.SAMPLES.resolve("ROW_CONFLICT/bad/night1"));
        // a place in a file is part of what is published
        Path folder = Files.createDirectories(office.path("inbox/" + AGENCY));
        Files.write(folder.resolve("kode.csv"), new byte[] {'n', 0, 'p'});
        nonAscii(folder);
        return office;
    }

    /** Their names in bytes: three in UTF-8, four in none, one of which looks like one of them, two long and alike. */
    private static void nonAscii(Path folder) throws IOException, InterruptedException {
        String script = """
                printf 'nip,repost\\n1,1\\n' > "$(printf 'Daftar \\342\\200\\223 Juli.csv')"
                printf 'nip,repost\\n2,1\\n' > "$(printf 'Daftar \\342\\200\\224 Juli.csv')"
                printf 'nip,repost\\n3,1\\n' > "$(printf 'Daftar \\351.csv')"
                printf 'nip,repost\\n4,1\\n' > "$(printf 'Daftar \\350.csv')"
                printf 'nip,repost\\n5,1\\n' > 'Daftar %E9.csv'
                long=$(printf '\\351%.0s' $(seq 200))
                printf x > "$long a.csv"
                printf x > "$long b.csv"
                touch -d 2020-01-01 -- *
                """;
        assertThat(new ProcessBuilder("/bin/sh", "-c", script)
                        .directory(folder.toFile())
                        .start()
                        .waitFor())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "LC_ALL=id_ID.UTF-8, -Dmachine=has none of that",
        "LC_ALL=POSIX, -Duser.language=tr",
        "LC_ALL=C.UTF-8, -Duser.language=ar",
        "TZ=Pacific/Kiritimati, -Duser.timezone=Pacific/Kiritimati"
    })
    void decidesNothing(String variable, String option) throws Exception {
        Office expected = office(calm);
        assertThat(expected.rekap("run", "--date", DATE).exit()).isZero();
        Office office = office(home);
        Ended ended = Processes.runWith(variable, office, List.of(option, "-Duser.country=EG"), "run", "--date", DATE);
        assertThat(ended.exit()).as(ended.said()).isZero();
        Regencies.assertSameSets(office, expected);
        assertThat(Regencies.facts(office)).isEqualTo(Regencies.facts(expected));
    }

    /** Each of the names that no text can be made of, beside the file whose name looks like one of them. */
    @Test
    void namesInBytesAreToldApart() throws Exception {
        Office office = office(home);
        Ended ended = Processes.runWith("LC_ALL=POSIX", office, List.of(), "run", "--date", DATE);
        assertThat(ended.exit()).as(ended.said()).isZero();
        assertThat(office.published(DATE, "exceptions.csv"))
                .filteredOn(e -> e.get("code").equals("FILE_UNSAFE"))
                .extracting(e -> e.get("file").replaceAll(".*/", ""))
                .hasSize(4)
                .contains("Daftar %E8.csv", "Daftar %E9.csv")
                .filteredOn(name -> name.startsWith("%E9%E9"))
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(Regencies.column(office, "select name from intake_file where state = 'ARCHIVED'"))
                .contains("Daftar – Juli.csv", "Daftar — Juli.csv", "Daftar %E9.csv");
        assertThat(office.path("inbox/" + AGENCY)).isEmptyDirectory();
    }

    /** One in UTF-8 that is installed, whatever the machine names. */
    @ParameterizedTest
    @ValueSource(strings = {"id_ID.UTF-8", "POSIX", "ar_EG.UTF-8"})
    void theLauncherStartsJavaInUtf8(String named) throws Exception {
        Path program = Files.copy(Path.of("rekap"), home.resolve("rekap"));
        Files.createDirectories(home.resolve("target/rekap"));
        Files.writeString(home.resolve("target/rekap/rekap.jar"), "");
        Path java = Files.createDirectories(home.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'version \"17\"' >&2\nlocale charmap\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        ProcessBuilder launcher = new ProcessBuilder("/bin/sh", program.toString(), "status");
        launcher.environment().put("JAVA_HOME", home.resolve("jdk").toString());
        launcher.environment().put("LC_ALL", named);
        Process process = launcher.start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("UTF-8\n");
        assertThat(process.waitFor()).isZero();
    }
}

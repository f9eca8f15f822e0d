package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.testing.TestPlace;
import id.rekap.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * The regency's first nights in a home that nothing disturbs, run once for all classes that a process runs; tests only read.
 *
 * @param office as it is after the last night that anybody asked for
 * @param sets as they were after this night
 * @param index the list of nights, likewise
 * @param facts of the database, likewise
 */
record Undisturbed(Office office, Map<String, String> sets, String index, List<String> facts) {
    private static final List<Undisturbed> NIGHTS = new ArrayList<>();

    /** From 1 on. */
    static synchronized Undisturbed night(int night) throws Exception {
        while (NIGHTS.size() < night) {
            NIGHTS.add(next());
        }
        return NIGHTS.get(night - 1);
    }

    private static Undisturbed next() throws Exception {
        Office office = NIGHTS.isEmpty() ? made() : NIGHTS.get(0).office();
        int night = NIGHTS.size() + 1;
        Regencies.drop(office, night);
        Said said = office.rekap("run", "--date", Regencies.date(night));
        assertThat(said.exit()).as(said.err()).isZero();
        return new Undisturbed(office, Office.sets(office.home), index(office), Regencies.facts(office));
    }

    private static Office made() throws IOException {
        Path home = Files.createTempDirectory(TestPlace.PATH, "undisturbed");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                FileSystemUtils.deleteRecursively(home);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }));
        Office office = Regencies.office(home);
        TestServer.get().keep(office.database);
        return office;
    }

    private static String index(Office office) throws IOException {
        return Files.readString(office.path("reports/index.html"));
    }

    /** The same files and the same facts. */
    void assertIsThatOf(Office disturbed) throws Exception {
        Regencies.assertSameSets(disturbed, sets);
        assertThat(index(disturbed).equals(index))
                .as("the list of nights is the same")
                .isTrue();
        assertThat(Regencies.facts(disturbed)).isEqualTo(facts);
    }
}

package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.catalogue.Catalogue;
import id.rekap.mandate.Group;
import id.rekap.mandate.Mandates;
import id.rekap.mandate.Obligation;
import id.rekap.reconcile.AgencyState;
import id.rekap.reconcile.Finding;
import id.rekap.reconcile.Presence;
import id.rekap.reconcile.Tally;
import id.rekap.snapshot.Headline;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A region of 640 agencies and 155,000 people is published by a Java of 512 MB. */
@Tag("long")
class LargeRegionTest {
    private static final int AGENCIES = 640;
    private static final int PEOPLE = 243;
    private static final int SECONDS = 60;

    @TempDir
    Path reports;

    @Test
    void isPublishedWithinAMinuteAndHalfAGigabyte() throws Exception {
        Process published = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeRegionTest.class.getName(),
                        reports.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(published.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(published.waitFor()).as(said).isZero();
        String seconds = said.trim().substring(said.trim().lastIndexOf('\n') + 1);
        assertThat(Double.parseDouble(seconds)).as(said).isLessThan(SECONDS);
        Path set = reports.resolve("latest");
        assertThat(Files.size(set.resolve("summary.html"))).isLessThan(1 << 20);
        assertThat(Files.size(reports.resolve("index.html"))).isLessThan(1 << 20);
        try (Stream<Path> files = Files.walk(set.toRealPath())) {
            assertThat(files.filter(file -> file.endsWith("index.html")))
                    .hasSize(AGENCIES)
                    .allMatch(page -> page.toFile().length() < 150 * 1024);
        }
    }

    /** Publishes into a directory; its last line is how many seconds that took. */
    public static void main(String[] arguments) throws IOException {
        Night night = night();
        Sets sets = new Sets(Path.of(arguments[0]));
        long begin = System.nanoTime();
        sets.publish(night);
        sets.list(List.of(new PublishedNight(
                Night.DATE,
                1,
                AGENCIES * PEOPLE,
                100_000,
                true,
                new Headline(AGENCIES * PEOPLE, 100_000, true),
                null)));
        double seconds = (System.nanoTime() - begin) / 1e9;
        pages(night);
        System.out.println(seconds);
    }

    /** What the agencies' pages alone cost. */
    private static void pages(Night night) {
        ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
        Catalogue catalogue = Catalogue.load();
        for (int round = 0; round < 5; round++) {
            long begin = cpu.getCurrentThreadCpuTime();
            AgencyPage page = new AgencyPage(night, night.agencies(), catalogue, Mandates.ID, "");
            List<List<ExceptionLine>> lines = new ArrayList<>();
            night.findings((agency, findings) -> lines.add(
                    findings.stream().map(f -> ExceptionLine.of(f, catalogue)).toList()));
            long prepared = cpu.getCurrentThreadCpuTime();
            long bytes = 0;
            for (int i = 0; i < AGENCIES; i++) {
                bytes += page.page(
                                night.agencies().get(i).code(),
                                night.agencies().get(i),
                                lines.get(i),
                                new AgencyToDo(lines.get(i), 0))
                        .length;
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d agency pages of %d bytes in all: %.3f s of a processor (and %.3f s before them)%n",
                    AGENCIES,
                    bytes,
                    (cpu.getCurrentThreadCpuTime() - prepared) / 1e9,
                    (prepared - begin) / 1e9);
        }
    }

    private static Night night() {
        Night night = Night.on(Night.DATE, 1);
        for (int i = 13; i >= 0; i--) {
            night.trend().add(Night.stood(Night.DATE.minusDays(i), PEOPLE, 100 - i, true));
        }
        for (int i = 0; i < AGENCIES; i++) {
            String code = "1.%03d".formatted(i);
            night.agency(code, "Dinas Contoh Nomor " + i, AgencyState.REPORTED, PEOPLE);
            for (String type : List.of("PNS", "CPNS", "TENAGA_KONTRAK")) {
                int people = PEOPLE / 3;
                for (Obligation o : Night.MANDATE.obligations()) {
                    night.tallies().add(new Tally(code, type, o.id(), people, 1, 50, 5, 5, people - 61, null));
                }
                night.tallies().add(new Tally(code, type, "all", people, 1, 40, 5, 15, people - 61, null));
            }
            night.presences().add(new Presence(code, Group.ASN, PEOPLE - 81, 100, 80));
            night.presences().add(new Presence(code, Group.TENAGA_KONTRAK, 81, 60, 40));
            Finding[] findings = new Finding[PEOPLE / 3];
            for (int n = 0; n < findings.length; n++) {
                findings[n] = n % 4 == 0
                        ? Findings.unknown(code, n, "11060101019" + (10_000 + n))
                        : Findings.notReported(code, "19860926201505" + (1_000 + n));
            }
            night.with(findings);
        }
        return night;
    }
}

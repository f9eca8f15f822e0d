package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import id.rekap.cli.Office.Said;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What monitors see of nights. */
class WatchedTest extends SmallOffice {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private HttpServer monitor;

    @BeforeEach
    void listen() throws IOException {
        monitor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        monitor.createContext("/", exchange -> {
            seen.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        monitor.start();
        String address = "http://127.0.0.1:" + monitor.getAddress().getPort();
        office.write(
                "application.yml",
                Files.readString(home.resolve("application.yml"))
                        + "\nrekap.watch:\n  begun: " + address + "/b\n  published: " + address
                        + "/p\n  textfile: metrics/rekap.prom\n");
    }

    @AfterEach
    void close() {
        monitor.stop(0);
    }

    private List<String> signs() {
        return seen.stream().map(sign -> sign.replaceAll("\\?.*", "")).toList();
    }

    @Test
    void signsOfANightHaveItsIdAndADryRunHasNone() {
        assertThat(office.rekap("run", "--dry-run", "--date", DATE).exit()).isZero();
        assertThat(seen).isEmpty();
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        assertThat(signs()).containsExactly("/b", "/p/start", "/p");
        assertThat(seen.stream().map(sign -> sign.replaceAll(".*rid=", "")).distinct())
                .hasSize(1);
        assertThat(office.rekap("run", "--date", DATE).exit()).isEqualTo(10);
        assertThat(seen).hasSize(3);
    }

    @Test
    void aNightThatFailsSaysWithWhichCode() throws Exception {
        Files.move(home.resolve("archive"), home.resolve("elsewhere"));
        Files.createFile(home.resolve("archive"));
        office.write("inbox/9.03.01/daftar.csv", "nip,nama,repost\n197807032003041030,Abdullah Amin,1\n");
        Said said = office.rekap("run", "--date", DATE);
        assertThat(said.exit()).isNotZero();
        assertThat(signs()).containsExactly("/b", "/p/start", "/p/" + said.exit());
        assertThat(home.resolve("metrics/rekap.prom")).doesNotExist();
    }

    @Test
    void aMonitorThatIsDownIsAWarningWithoutItsAddress() {
        monitor.stop(0);
        Said said = office.rekap("run", "--date", DATE);
        assertThat(said.exit()).isZero();
        assertThat(said.err())
                .contains("Warning: the monitor was not told, 127.0.0.1")
                .doesNotContain("/p");
    }

    @Test
    void metricsShowTheNewestNightAndNobody() throws IOException {
        office.write("inbox/9.03.01/daftar.csv", "nip,nama,repost\n197807032003041030,Abdullah Amin,1\n");
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        List<String> lines = Files.readAllLines(home.resolve("metrics/rekap.prom"));
        String of = "{mandate=\"se-480-263-2020\"";
        assertThat(lines)
                .contains("rekap_newest_date_timestamp_seconds" + of + "} 1593612000", "rekap_rows" + of + "} 1")
                .contains("rekap_agencies" + of + ",state=\"REPORTED\"} 1")
                .anyMatch(line -> line.startsWith("rekap_exceptions" + of + ",code=\"COLUMN_ABSENT\"} "))
                .anyMatch(line -> line.startsWith("rekap_run_duration_seconds" + of));
        assertThat(String.join("\n", lines)).doesNotContain("1978", "Abdullah");
    }
}

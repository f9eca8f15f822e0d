package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The web server's rule, on a real nginx that may read every file: only the rule stands before persons. Paths are sent as
 * they are written, which no HTTP client does.
 */
class NginxRuleTest {
    private static final Path RULE = Path.of("jobs/deploy/nginx-reports.conf");
    private static final Path SWITCH = Path.of("jobs/deploy/nginx-reports-csv.conf");
    private static final List<String> TABLES = List.of("snapshot.csv", "agencies.csv", "counts.csv");
    private static final List<String> SETS = List.of(
            "/latest",
            "/2020-07-31",
            "/.history/2020-07-31.1",
            "/.history/2020-07-31.2",
            "/other/2020-07-31",
            "/other/.history/2020-07-31.1");

    @TempDir
    static Path folder;

    private static @Nullable Process nginx;
    private static int port;
    private static int open;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Optional<Path> program = Stream.concat(
                        Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(directory -> Path.of(directory, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            String missing = "NGINX WAS NOT TESTED: it is not installed (Debian: apt-get install nginx-light)";
            System.err.println(missing);
            abort(missing);
            return;
        }
        Path reports = folder.resolve("reports");
        new Sets(reports).publish(Night.small()).publish(Night.small().revised(2));
        new Sets(reports.resolve("other")).publish(Night.small());
        for (String place : List.of("", "other")) {
            new Sets(reports.resolve(place)).list(List.of());
        }
        port = freePort();
        open = freePort();
        Path conf = Files.writeString(folder.resolve("nginx.conf"), conf(program.get(), reports));
        nginx = new ProcessBuilder(
                        program.get().toString(), "-p", folder.toString(), "-c", conf.toString(), "-e", "error.log")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        await(nginx);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (nginx != null) {
            nginx.destroy();
            assertThat(nginx.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary.html", "rekap.xlsx", "whatsapp.txt", "manifest.json"})
    void servesWhatCirculates(String file) throws IOException {
        for (String set : SETS) {
            assertThat(get(set + "/" + file)).as(set).startsWith("HTTP/1.1 200");
        }
        assertThat(get("/latest/" + file)).contains("X-Content-Type-Options: nosniff");
    }

    @Test
    void servesTheListOfNightsAndLeadsToIt() throws IOException {
        assertThat(get("/index.html")).startsWith("HTTP/1.1 200").contains("text/html; charset=utf-8");
        assertThat(get("/other/index.html")).startsWith("HTTP/1.1 200");
        assertThat(get("/index-2020-07.html")).startsWith("HTTP/1.1 200");
        assertThat(get("/other/index-2020-07.html")).startsWith("HTTP/1.1 200");
        assertThat(get("/")).startsWith("HTTP/1.1 302").contains("Location: /index.html");
        assertThat(get("/latest")).contains("Location: /latest/summary.html");
        assertThat(get("/other/2020-07-31/")).contains("Location: /other/2020-07-31/summary.html");
        assertThat(get("/latest/rekap.xlsx")).contains("officedocument.spreadsheetml.sheet");
        assertThat(get("/latest/whatsapp.txt"))
                .contains("text/plain; charset=utf-8")
                .contains("Posisi per 31 Juli");
    }

    static List<String> persons() {
        List<String> paths = new ArrayList<>();
        for (String set : SETS) {
            for (String file : List.of(
                    "exceptions.csv",
                    "agencies/1.02/exceptions.csv",
                    "agencies/1.02/exceptions.xlsx",
                    "agencies/1.02/index.html",
                    "agencies/1.02/",
                    "agencies/1.02",
                    "agencies/",
                    "agencies")) {
                paths.addAll(written(set, file));
            }
        }
        paths.addAll(List.of("/.history/", "/.history", "/nginx.conf", "/other/", "/..%2fnginx.conf"));
        return paths;
    }

    /** Ways in which a path may be written that come to the same file on some server. */
    private static List<String> written(String set, String file) {
        String plain = set + "/" + file;
        return List.of(
                plain,
                plain + "/",
                plain + "//",
                plain + "/.",
                plain + "?a=/summary.html",
                plain + "#/summary.html",
                plain + "%00",
                plain + "%00/summary.html",
                plain + "%20",
                plain + ".",
                plain + ";/summary.html",
                plain + "%3f/summary.html",
                plain + "%2f..%2fexceptions.csv",
                plain + "%0a",
                "/" + plain,
                set + "//" + file,
                set + "/./" + file,
                set + "/x/../" + file,
                set + "/x/%2e%2e/" + file,
                set + "/%2e/" + file,
                set + "/summary.html/../" + file,
                set + "/summary.html/%2e%2e/" + file,
                set + "/summary.html%2f%2e%2e%2f" + file,
                set + "%2f" + file,
                set + "%5c" + file,
                set + "/" + file.replace(".", "%2e").replace("/", "%2f"),
                set + "/" + file.replace("e", "%65"),
                set + "/" + file.replace("e", "%2565"),
                set + "/" + file.toUpperCase(java.util.Locale.ROOT),
                set + "/" + file.replaceFirst("[ae]", "%41"),
                set.toUpperCase(java.util.Locale.ROOT) + "/" + file);
    }

    @ParameterizedTest
    @MethodSource("persons")
    void deniesWhatNamesPeopleHoweverItIsWritten(String path) throws IOException {
        String answer = get(path);
        assertThat(answer).as(path).matches("(?s)HTTP/1\\.1 (400|403|404) .*");
        assertThat(answer).doesNotContain("Siti Contoh").doesNotContain("198609262015051001");
    }

    @Test
    void deniesThemPlainlyWith403() throws IOException {
        for (String set : SETS) {
            assertThat(get(set + "/exceptions.csv")).startsWith("HTTP/1.1 403");
            assertThat(get(set + "/agencies/1.02/exceptions.csv")).startsWith("HTTP/1.1 403");
            assertThat(get(set + "/agencies/1.02/exceptions.xlsx")).startsWith("HTTP/1.1 403");
            assertThat(get(set + "/agencies/1.02/index.html")).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void deniesTheTablesWithEveryNumberUnlessTheSwitchIsOn() throws IOException {
        for (String set : SETS) {
            for (String file : TABLES) {
                assertThat(get(set + "/" + file)).startsWith("HTTP/1.1 403");
                assertThat(request(open, "GET", set + "/" + file)).startsWith("HTTP/1.1 200");
            }
            assertThat(request(open, "GET", set + "/summary.html")).startsWith("HTTP/1.1 200");
            assertThat(request(open, "GET", set + "/exceptions.csv")).startsWith("HTTP/1.1 403");
            assertThat(request(open, "GET", set + "/agencies/1.02/exceptions.csv"))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void doesNotServeASetThatIsBeingWritten() throws IOException {
        new Sets(folder.resolve("reports")).publication().prepare(Night.small().revised(3));
        assertThat(get("/.history/.tmp-2020-07-31.3-1/summary.html")).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PROPFIND"})
    void onlyReads(String method) throws IOException {
        assertThat(request(port, method, "/latest/summary.html")).matches("(?s)HTTP/1\\.1 (403|405) .*");
    }

    private static String get(String path) throws IOException {
        return request(port, "GET", path);
    }

    private static String request(int port, String method, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** One process in front, with all of its files in the test's folder; as root it may read whatever there is. */
    private static String conf(Path program, Path reports) throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(program.toString(), "-V")
                .redirectErrorStream(true)
                .start();
        String built = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(asked.waitFor()).isZero();
        StringBuilder temporary = new StringBuilder("client_body_temp_path body;\n");
        for (String module : List.of("proxy", "fastcgi", "uwsgi", "scgi")) {
            if (!built.contains("--without-http_" + module + "_module")) {
                temporary.append(module).append("_temp_path ").append(module).append(";\n");
            }
        }
        return """
                daemon off;
                master_process off;
                user root;
                pid nginx.pid;
                events {}
                http {
                    access_log off;
                    %s
                    server {
                        listen 127.0.0.1:%d;
                        root %s;
                        include %s;
                    }
                    server {
                        listen 127.0.0.1:%d;
                        root %s;
                        include %s;
                        include %s;
                    }
                }
                """.formatted(
                        temporary,
                        port,
                        reports,
                        RULE.toAbsolutePath(),
                        open,
                        reports,
                        RULE.toAbsolutePath(),
                        SWITCH.toAbsolutePath());
    }

    private static void await(Process server) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (Instant.now().isBefore(end) && server.isAlive()) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("nginx does not answer: " + Files.readString(folder.resolve("said.txt")));
    }
}

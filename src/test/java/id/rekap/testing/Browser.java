package id.rekap.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium with one tab, driven over the socket of its developer tools. It reaches no other host. */
public final class Browser implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Queue<JsonNode> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger last = new AtomicInteger();
    private final WebSocket socket;
    private @Nullable String session;

    private Browser(Process process, URI address) throws IOException, InterruptedException {
        this.process = process;
        this.socket = await(HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, new Ear()));
        String tab = ask("Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .asString();
        this.session = ask("Target.attachToTarget", Map.of("targetId", tab, "flatten", true))
                .get("sessionId")
                .asString();
        for (String domain : List.of("Page", "Network", "Runtime", "Log")) {
            ask(domain + ".enable", Map.of());
        }
    }

    /** The program, by its usual names; {@code REKAP_CHROMIUM} names another. */
    public static Optional<Path> installed() {
        String named = System.getenv("REKAP_CHROMIUM");
        return named != null
                ? Optional.of(Path.of(named))
                : Stream.of(System.getenv("PATH").split(":"))
                        .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                                .map(name -> Path.of(folder, name)))
                        .filter(Files::isExecutable)
                        .findFirst();
    }

    public static Browser start(Path program, Path profile) throws IOException, InterruptedException {
        Files.createDirectories(profile);
        ProcessBuilder command = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("said.txt").toFile());
        command.environment().put("TMPDIR", profile.toString());
        Process process = command.start();
        Path port = profile.resolve("DevToolsActivePort");
        Instant end = Instant.now().plus(PATIENCE);
        while (!Files.exists(port) || Files.readAllLines(port).size() < 2) {
            if (Instant.now().isAfter(end) || !process.isAlive()) {
                process.destroyForcibly();
                throw new IOException(program + " does not start: " + Files.readString(profile.resolve("said.txt")));
            }
            Thread.sleep(50);
        }
        List<String> lines = Files.readAllLines(port);
        return new Browser(process, URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)));
    }

    /** Sends one command and waits for what it gives. */
    public JsonNode ask(String method, Map<String, ?> values) throws IOException, InterruptedException {
        int id = last.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        String command = session == null
                ? JSON.writeValueAsString(Map.of("id", id, "method", method, "params", values))
                : JSON.writeValueAsString(Map.of("id", id, "method", method, "params", values, "sessionId", session));
        await(socket.sendText(command, true));
        JsonNode given = await(answer);
        if (given.has("error")) {
            throw new IOException(method + ": " + given.get("error"));
        }
        return given.get("result");
    }

    /** Opens a page on a screen, after which only its own events are known. */
    public void open(String url, int width, int height, boolean dark) throws IOException, InterruptedException {
        ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        darken(dark);
        events.clear();
        ask("Page.navigate", Map.of("url", url));
        Instant end = Instant.now().plus(PATIENCE);
        while (events("Page.loadEventFired").isEmpty()) {
            if (Instant.now().isAfter(end)) {
                throw new IOException(url + " does not load");
            }
            Thread.sleep(5);
        }
    }

    /** The page that is open, or the next one, in a dark scheme or a light one. */
    public void darken(boolean dark) throws IOException, InterruptedException {
        Map<String, String> scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        ask("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    }

    /** What an expression comes to, as JSON; a promise is waited for. */
    public JsonNode value(String expression) throws IOException, InterruptedException {
        JsonNode given =
                ask("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (given.has("exceptionDetails")) {
            throw new IOException(given.get("exceptionDetails").toString());
        }
        return given.get("result").path("value");
    }

    /** What happened of a kind since the page was opened. */
    public List<JsonNode> events(String method) {
        return events.stream()
                .filter(event -> event.get("method").asString().equals(method))
                .map(event -> event.get("params"))
                .toList();
    }

    private static <T> T await(CompletableFuture<T> work) throws IOException, InterruptedException {
        try {
            return work.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder heard = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            heard.append(part);
            if (isLast) {
                JsonNode message = JSON.readTree(heard.toString());
                heard.setLength(0);
                CompletableFuture<JsonNode> answer =
                        message.has("id") ? asked.remove(message.get("id").asInt()) : null;
                if (answer != null) {
                    answer.complete(message);
                } else if (message.has("method")) {
                    events.add(message);
                }
            }
            from.request(1);
            return null;
        }
    }
}

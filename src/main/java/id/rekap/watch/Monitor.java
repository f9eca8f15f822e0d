package id.rekap.watch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Another machine that is told something. One that cannot be reached is a warning, which names no more than its host. */
public final class Monitor {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** Says why it was not reached. */
    public Optional<String> ping(String url) {
        return send(HttpRequest.newBuilder().GET(), url);
    }

    public Optional<String> post(String url, Map<String, ?> document) {
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                JsonMapper.shared().writeValueAsString(document))),
                url);
    }

    private Optional<String> send(HttpRequest.Builder request, String url) {
        URI address = URI.create(url);
        try {
            int status = client.send(
                            request.uri(address)
                                    .timeout(PATIENCE)
                                    .header("User-Agent", "rekap")
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status / 100 == 2 ? Optional.empty() : Optional.of(address.getHost() + " answered " + status);
        } catch (IOException e) {
            return Optional.of(
                    address.getHost() + " cannot be reached: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(address.getHost() + " was not waited for");
        }
    }
}

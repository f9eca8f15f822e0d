package id.rekap.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process of its own that uses a server until its input ends, as it does when the test's own process ends. */
final class ServerHolder {
    private final Process process;
    private final BufferedReader output;

    private ServerHolder(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static ServerHolder start(Path dataDirectory) throws IOException {
        return new ServerHolder(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerHolder.class.getName(),
                        dataDirectory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits until the other process has the server. */
    long serverPid() throws IOException {
        return Long.parseLong(output.readLine());
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void leave() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }

    public static void main(String[] arguments) throws IOException {
        try (EmbeddedServer server =
                EmbeddedServer.startOrReuse(Path.of(arguments[0]), EmbeddedServer.besideProgram())) {
            System.out.println(server.pid());
            while (System.in.read() >= 0) {
                // Until whoever started this closes the pipe.
            }
        }
    }
}

package id.rekap.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A way to the database that can be cut: connections end, and no new one is let in. */
final class Relay {
    private volatile ServerSocket door;
    private final URI server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private Relay(URI server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::letIn);
    }

    static Relay to(String jdbcUrl) throws IOException {
        return new Relay(URI.create(jdbcUrl.substring("jdbc:".length())));
    }

    String instead(String jdbcUrl) {
        int port = server.getPort() < 0 ? 3306 : server.getPort();
        return jdbcUrl.replaceFirst("//[^/]+/", "//127.0.0.1:" + door.getLocalPort() + "/")
                .replace(":" + port + "/", ":" + door.getLocalPort() + "/");
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void letIn() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                open.add(client);
                Socket there = new Socket(server.getHost(), server.getPort() < 0 ? 3306 : server.getPort());
                open.add(there);
                start(() -> copy(client, there));
                start(() -> copy(there, client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException cut) {
            // both ends are closed
        }
    }

    /** Lets in again, by the same door. */
    void mend() throws IOException {
        int port = door.getLocalPort();
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        door = opened;
        start(this::letIn);
    }

    void cut() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}

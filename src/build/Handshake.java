import java.io.FileInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Loads what Java loads to speak to a database server over TLS, so that the archive of classes has it: the embedded server, which
 * the build has, speaks none. Arguments: a key store of the build's own, its password.
 */
final class Handshake {
    private static final X509TrustManager ANYBODY = new X509TrustManager() {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    };

    public static void main(String[] args) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        char[] password = args[1].toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = new FileInputStream(args[0])) {
            store.load(in, password);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
        keys.init(store, password);
        context.init(keys.getKeyManagers(), new TrustManager[] {ANYBODY}, new SecureRandom());
        InetAddress here = InetAddress.getLoopbackAddress();
        try (SSLServerSocket server =
                (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 1, here)) {
            Thread answer = new Thread(() -> answer(server));
            answer.start();
            try (Socket plain = new Socket(here, server.getLocalPort());
                    SSLSocket client = (SSLSocket)
                            context.getSocketFactory().createSocket(plain, "localhost", server.getLocalPort(), true)) {
                client.startHandshake();
                client.getOutputStream().write(1);
                client.getInputStream().read();
            }
            answer.join();
        }
    }

    private static void answer(SSLServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write(socket.getInputStream().read());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

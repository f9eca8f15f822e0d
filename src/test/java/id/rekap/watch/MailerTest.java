package id.rekap.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import id.rekap.watch.Mailer.Attachment;
import id.rekap.watch.Mailer.Fault;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail and the servers that take it, or do not. */
class MailerTest {
    private static final List<String> TO = List.of("opd@example.go.id");
    private static final String LOOPBACK = "127.0.0.1";

    @TempDir
    Path folder;

    private GreenMail server;

    @BeforeEach
    void listen() {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTPS)
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop();
    }

    private static MailSettings settings(int port, String username, String password, Map<String, String> properties) {
        return new MailSettings(
                LOOPBACK, port, username, password, properties, "rekap@example.go.id", List.of(), false);
    }

    private Mailer mailer() {
        return new Mailer(settings(server.getSmtp().getPort(), "", "", Map.of()));
    }

    @Test
    void handsOverTextAndFileAsTheyAre() throws Exception {
        Attachment file = new Attachment("a.xlsx", Files.write(folder.resolve("b"), new byte[] {1, 2, 3}));
        assertThat(mailer().send(TO, "Daftar\r\nBcc: x@example.go.id", "Malam é selesai", file))
                .isEmpty();
        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage got = server.getReceivedMessages()[0];
        assertThat(got.getSubject()).isEqualTo("Daftar Bcc: x@example.go.id");
        assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(got.getAllRecipients()).hasSize(1);
        assertThat(GreenMailUtil.getWholeMessage(got)).contains("filename=a.xlsx", "AQID");
    }

    @Test
    void aWrongPasswordIsSaidAndNotShown() {
        server.setUser("rekap@example.go.id", "rekap", "right");
        server.getUserManager().setAuthRequired(true);
        int port = server.getSmtp().getPort();
        MailSettings wrong = settings(port, "rekap", "rahasia", Map.of());
        assertThat(new Mailer(wrong).send(TO, "a", "b", null))
                .hasValue(new Fault(LOOPBACK + " does not take user and password", false));
        assertThat(wrong.toString()).doesNotContain("rahasia");
        assertThat(new Mailer(settings(port, "rekap", "right", Map.of())).send(TO, "a", "b", null))
                .isEmpty();
    }

    @Test
    void aServerThatIsDownIsTriedLater() {
        Mailer mailer = mailer();
        server.stop();
        assertThat(mailer.send(TO, "a", "b", null)).hasValueSatisfying(fault -> {
            assertThat(fault.isForGood()).isFalse();
            assertThat(fault.why())
                    .startsWith(LOOPBACK + " cannot be reached: ")
                    .doesNotContain("opd");
        });
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() {
        MailSettings encrypted = settings(server.getSmtps().getPort(), "", "", Map.of("mail.smtp.ssl.enable", "true"));
        assertThat(new Mailer(encrypted).send(TO, "a", "b", null))
                .hasValueSatisfying(fault -> assertThat(fault.why()).contains("cannot be reached"));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void secretsLeaveTheMachineOnlyEncrypted() {
        MailSettings plain = new MailSettings("mx", 25, "", "", Map.of(), "a@b.id", TO, false);
        MailSettings password = new MailSettings("mx", 25, "u", "p", Map.of(), "a@b.id", TO, false);
        MailSettings lists = new MailSettings("mx", 25, "", "", Map.of(), "a@b.id", TO, true);
        MailSettings local = new MailSettings(LOOPBACK, 25, "u", "p", Map.of(), "a@b.id", TO, true);
        assertThat(List.of(plain, password, lists, local))
                .extracting(settings -> settings.libraryProperties().getProperty("mail.smtp.starttls.required"))
                .containsExactly("false", "true", "true", "false");
    }

    @Test
    void anAddressThatIsRefusedForGoodIsNotTriedAgain() throws Exception {
        assertThat(answering("550 5.1.1 no opd@example.go.id here"))
                .hasValue(new Fault(LOOPBACK + " answered 550", true));
        assertThat(answering("451 later")).hasValue(new Fault(LOOPBACK + " answered 451", false));
    }

    /** What comes of a server that answers this to a recipient. */
    private static Optional<Fault> answering(String toRecipient) throws Exception {
        try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> serve(door, toRecipient), "smtp");
            thread.setDaemon(true);
            thread.start();
            return new Mailer(settings(door.getLocalPort(), "", "", Map.of())).send(TO, "a", "b", null);
        }
    }

    private static void serve(ServerSocket door, String toRecipient) {
        try (Socket client = door.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = client.getOutputStream()) {
            say(out, "220 here");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                say(out, line.startsWith("RCPT") ? toRecipient : line.startsWith("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException ended) {
            // it has hung up
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}

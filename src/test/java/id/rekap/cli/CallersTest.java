package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ways on which an operator is told. */
class CallersTest extends SmallOffice {
    private static final String MESSAGE = "nightly 2020-07-01 gagal dan tidak dicoba lagi (3 percobaan gagal): exit 5";

    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final AtomicInteger answer = new AtomicInteger(200);
    private HttpServer hook;
    private GreenMail mail;

    @BeforeEach
    void listen() throws Exception {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (answer.get() == 200) {
                posted.add(body);
            }
            exchange.sendResponseHeaders(answer.get(), -1);
            exchange.close();
        });
        hook.start();
        office.write(
                "application.yml",
                Files.readString(home.resolve("application.yml"))
                        + """

                rekap.watch.webhook: http://127.0.0.1:%s/rahasia
                spring.mail: {host: 127.0.0.1, port: %s, properties: {mail.smtp.localhost: rekap.example}}
                rekap.mail: {from: rekap@example.go.id, to: "a@example.go.id, b@example.go.id"}
                """.formatted(
                                hook.getAddress().getPort(), mail.getSmtp().getPort()));
    }

    @AfterEach
    void close() {
        hook.stop(0);
        mail.stop();
    }

    @Test
    void eachGetsAMessageOnceAlsoWhereTheOtherIsDown() throws Exception {
        Callers callers = new Callers(Settings.load(home));
        answer.set(503);
        assertThat(callers.isDelivered(MESSAGE)).isFalse();
        assertThat(callers.isDelivered(MESSAGE)).isFalse();
        answer.set(200);
        assertThat(callers.isDelivered(MESSAGE)).isTrue();
        assertThat(posted).hasSize(1).first().asString().contains(MESSAGE);
        // one message, a copy for each of both
        assertThat(mail.getReceivedMessages()).hasSize(2);
        MimeMessage got = mail.getReceivedMessages()[0];
        assertThat(got.getSubject()).isEqualTo("Rekap: nightly 2020-07-01 gagal dan tidak dicoba lagi");
        assertThat(got.getAllRecipients()).hasSize(2);
        assertThat(GreenMailUtil.getBody(got)).contains(MESSAGE);
        // the same fault on another day is another message
        assertThat(callers.isDelivered(MESSAGE.replace("07-01", "07-02"))).isTrue();
        assertThat(mail.getReceivedMessages()).hasSize(4);
    }

    @Test
    void mailWithoutAServerIsAMistakeThatIsSaid() {
        office.write("application.yml", "rekap.mail.to: a@example.go.id\n");
        assertThat(office.rekap("status").exit()).isEqualTo(6);
        assertThat(office.rekap("status").err()).contains("spring.mail.host");
        office.write("application.yml", "spring.mail.host: mx\nrekap.mail: {from: rekap, to: a@example.go.id}\n");
        assertThat(office.rekap("status").err()).contains("rekap.mail.from is \"rekap\"; expected an address");
    }
}

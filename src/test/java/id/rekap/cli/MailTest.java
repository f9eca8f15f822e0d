package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import id.rekap.cli.Processes.Running;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which mail goes out in nights with and without faults, to a real server of mail. */
class MailTest {
    private static final LocalDate DAY = LocalDate.parse(Regencies.date(1));
    private static final String OPERATOR = "operator@example.go.id";
    private static final String CONTACT = "opd@example.go.id";

    @TempDir
    Path home;

    private final List<String> signs = new CopyOnWriteArrayList<>();
    private GreenMail server;
    private HttpServer monitor;
    private Office office;

    @SuppressWarnings("NullAway.Init")
    private Running schedule;

    @BeforeEach
    void regency() throws Exception {
        listen(0);
        monitor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        monitor.createContext("/", exchange -> {
            signs.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        monitor.start();
        office = Regencies.office(home);
        for (String job : List.of("purge", "register-import")) {
            office.write("jobs/" + job + ".yml", "enabled: false\n");
        }
        configure();
        say(0, "20:00");
    }

    private void listen(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    private void configure() throws IOException {
        String address = "http://127.0.0.1:" + monitor.getAddress().getPort();
        office.write(
                "application.yml",
                Files.readString(home.resolve("application.yml")) + "\nrekap.watch: {begun: \"" + address
                        + "/b\", published: \"" + address + "/p\"}\nspring.mail: {host: 127.0.0.1, port: "
                        + server.getSmtp().getPort() + "}\nrekap.mail:\n  from: rekap@example.go.id\n  to: " + OPERATOR
                        + "\n");
    }

    @AfterEach
    void close() throws Exception {
        kill();
        server.stop();
        monitor.stop(0);
    }

    private void kill() throws InterruptedException {
        if (schedule != null) {
            schedule.process().descendants().toList().forEach(ProcessHandle::destroyForcibly);
            schedule.process().destroyForcibly().waitFor();
        }
    }

    private void schedule() throws Exception {
        schedule = Processes.schedule(office, 0);
        schedule.waitUntilSaid("nightly runs next");
        until(
                "a first look",
                () -> Regencies.column(office, "select 1 from scheduled_job").size() == 3);
    }

    private void say(int night, String hour) throws IOException {
        SimulatedSchedule.tell(home, Instant.parse(DAY.plusDays(night) + "T" + hour + ":00+07:00"));
    }

    private static void until(String what, Callable<Boolean> isSo) throws Exception {
        for (int i = 0; i < 900; i++) {
            if (isSo.call()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("never: " + what);
    }

    private void untilIs(int night, String state) throws Exception {
        String of =
                "select concat(state, ' ', failures) from scheduled_date where job = 'nightly' and business_date = '"
                        + DAY.plusDays(night) + "'";
        until(
                "night " + night + " " + state,
                () -> Regencies.column(office, of).stream().anyMatch(row -> row.startsWith(state)));
    }

    private List<String> subjects(String to) throws MessagingException {
        List<String> subjects = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().equals(to)) {
                subjects.add(message.getSubject());
            }
        }
        return subjects;
    }

    private void untilMailed(String to, int messages) throws Exception {
        until(messages + " messages to " + to, () -> subjects(to).size() >= messages);
    }

    @Test
    @Tag("long")
    void aFaultIsOneMessageAndSoIsItsEnd() throws Exception {
        schedule();
        say(0, "21:00");
        untilIs(0, "DONE");
        Files.move(home.resolve("archive"), home.resolve("elsewhere"));
        Files.createFile(home.resolve("archive"));
        say(1, "21:00");
        untilIs(1, "DUE 1");
        say(1, "21:10");
        untilIs(1, "DUE 2");
        assertThat(subjects(OPERATOR)).isEmpty();
        say(2, "05:00");
        untilMailed(OPERATOR, 1);
        Files.delete(home.resolve("archive"));
        Files.move(home.resolve("elsewhere"), home.resolve("archive"));
        say(2, "21:00");
        untilMailed(OPERATOR, 2);
        kill();
        int port = server.getSmtp().getPort();
        assertThat(subjects(OPERATOR))
                .containsExactly(
                        "Rekap: nightly " + DAY.plusDays(1) + " gagal dan tidak dicoba lagi",
                        "Rekap: nightly " + DAY.plusDays(2) + " selesai pada waktunya, yang pertama setelah gangguan");
        server.stop();
        say(5, "10:00");
        schedule();
        untilIs(4, "DONE");
        schedule.waitUntilSaid("Warning: the mail was not told, 127.0.0.1 cannot be reached");
        listen(port);
        untilMailed(OPERATOR, 2);
        List<String> afterwards = subjects(OPERATOR);
        say(5, "21:00");
        untilIs(5, "DONE");
        TimeUnit.SECONDS.sleep(1);
        assertThat(subjects(OPERATOR))
                .as("what a server that was down got once it was up")
                .isEqualTo(afterwards)
                .containsExactlyInAnyOrder(
                        "Rekap: nightly " + DAY.plusDays(3) + " terlewat",
                        "Rekap: nightly " + DAY.plusDays(4) + " selesai, terlambat");
        assertThat(signs).startsWith("/b", "/p/start", "/p", "/b", "/p/start", "/p/6", "/b", "/p/start", "/p/6");
        assertThat(signs.subList(9, signs.size()))
                .containsExactly("/b", "/p/start", "/p", "/b", "/p/start", "/p", "/b", "/p/start", "/p");
    }

    @Test
    void anAgencyGetsItsListWhenThatSaysSomethingElseThanBefore() throws Exception {
        Path agencies = Regencies.register(office).resolve("agencies.csv");
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(agencies)) {
            lines.add(line + (lines.isEmpty() ? ",email_kontak" : lines.size() <= 3 ? "," + CONTACT : ","));
        }
        Files.write(agencies, lines);
        assertThat(office.rekap("import", "agencies", agencies.toString(), "--date", DAY.toString())
                        .exit())
                .isZero();
        office.write("application.yml", Files.readString(home.resolve("application.yml")) + "  agencies: true\n");
        Regencies.drop(office, 1);
        schedule();
        say(0, "21:00");
        untilIs(0, "DONE");
        until(
                "lists are sent",
                () -> !Regencies.column(office, "select 1 from sent_list").isEmpty());
        say(1, "21:00");
        untilIs(1, "DONE");
        TimeUnit.SECONDS.sleep(1);
        List<String> sent = subjects(CONTACT);
        assertThat(sent).isNotEmpty().doesNotHaveDuplicates().allMatch(subject -> subject.contains(", " + DAY));
        String first = GreenMailUtil.getWholeMessage(server.getReceivedMessages()[0]);
        assertThat(first).contains("hal perlu diperbaiki", "-" + DAY + ".xlsx");
        assertThat(subjects(OPERATOR)).isEmpty();
    }
}

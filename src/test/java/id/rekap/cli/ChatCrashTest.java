package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Processes.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 at each statement of the step that takes chats: each chat is taken once, and nobody's name is left behind. */
class ChatCrashTest extends SmallOffice {
    private static final int FIRST_WITH_CHATS = 8;
    private static final String SENDER = "Teungku Pengirim Rahasia";

    private static final String CHAT = """
            30/06/20 08.00 - %1$s: Baitul Mal ASN 3 sudah 3, TK 2 sudah 1
            30/06/20 08.02 - %1$s: Dinkes nihil
            30/06/20 08.03 - Orang Kedua: Terima kasih %1$s
            """.formatted(SENDER);

    @TempDir
    Path undisturbed;

    private static void drop(Office office) {
        office.write("inbox/_whatsapp/a.txt", CHAT);
        office.write("inbox/_whatsapp/b.txt", CHAT.replace("sudah 3", "sudah 2"));
        office.write("inbox/_whatsapp/c.txt", SENDER + " tidak ada di sini\n");
    }

    private Office calm() {
        Office calm = Registered.SAMPLES.in(undisturbed);
        drop(calm);
        assertThat(calm.rekap("run", "--date", DATE).exit()).isZero();
        return calm;
    }

    @Test
    void eachChatIsTakenOnceWhereverTheRunIsKilled() throws Exception {
        Office calm = calm();
        drop(office);
        int kills = 0;
        for (int at = FIRST_WITH_CHATS; ; at++) {
            Ended ended = Processes.run(office, List.of("-Drekap.kill=receive:" + at), "run", "--date", DATE);
            assertNowhereButInTheInbox();
            if (ended.exit() != 137) {
                assertThat(ended.exit()).as(ended.said()).isZero();
                break;
            }
            kills++;
        }
        assertThat(kills).isGreaterThan(6);
        Regencies.assertSameSets(office, calm);
        assertThat(Regencies.facts(office)).isEqualTo(Regencies.facts(calm));
        try (Stream<Path> left = Files.list(home.resolve("inbox/_whatsapp"))) {
            assertThat(left).isEmpty();
        }
        try (Stream<Path> left = Files.list(home.resolve("archive"))) {
            assertThat(left).noneMatch(file -> file.getFileName().toString().startsWith(".copy-"));
        }
    }

    private void assertNowhereButInTheInbox() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(home.resolve("inbox")))
                    .toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(SENDER);
            }
        }
    }
}

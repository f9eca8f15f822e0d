package id.rekap.claims;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.mandate.Group;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatFileTest {
    private static final LocalDate RECEIVED = LocalDate.of(2020, 7, 31);
    private static final String REPORT = "Dinas Sosial: ASN 45 sudah follow 43, TK 20 sudah 18";

    @TempDir
    Path folder;

    private final List<ChatReport> reports = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30/07/20 16.29 - Budi Santoso: ",
                "30/07/2020, 16:29 - +62 812-3456-7890: ",
                "[30/07/20, 16.29.34] ~ Budi Santoso: ",
                "\u200e[30/07/2020 16:29:34] Budi: \u200e",
                "[7/30/20, 4:29:34\u202fPM] Budi: ",
                "7/30/20, 4:29 PM - Budi: ",
                "2020-07-30 16.29 - Budi: ",
                "[16.29, 30/7/2020] Budi: ",
                "30-07-20 16.29 - Budi: ",
                "30.07.20, 16:29 - Budi: ",
            })
    void readsAReportUnderEveryHead(String head) throws IOException {
        ChatReading reading = read(head + REPORT + "\n" + head + "Siap\n");
        assertThat(reading.refusal()).isEmpty();
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.agency()).isEqualTo("1.06.01");
            assertThat(report.sent().truncatedTo(ChronoUnit.MINUTES)).isEqualTo(LocalDateTime.of(2020, 7, 30, 16, 29));
            assertThat(report.counts())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            Group.ASN, new Count(45, 43),
                            Group.TENAGA_KONTRAK, new Count(20, 18)));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1252"})
    void readsEveryEncoding(String charset) throws IOException {
        Path file = folder.resolve("chat.txt");
        Files.write(file, ("30/07/20 16.29 - Andr\u00e9: " + REPORT + "\n").getBytes(Charset.forName(charset)));
        assertThat(read(file).counts().reports()).isOne();
    }

    @Test
    void countsWhatAChatHolds() throws IOException {
        ChatReading reading = read("""
                30/07/20 16.20 - Pesan dan panggilan terenkripsi secara end-to-end.
                30/07/20 16.21 - Budi menambahkan Siti
                30/07/20 16.29 - Budi: Dinas Sosial
                ASN 45 sudah 43
                30/07/20 16.30 - Siti: Dinas Sosial idem kemarin
                30/07/20 16.31 - Siti: Pesan ini telah dihapus
                30/07/20 16.32 - Siti: Terima kasih
                """);
        assertThat(reading.counts()).isEqualTo(new ChatReading.Counts(7, 6, 1, 2, 2, 1));
    }

    @Test
    void refusesWhatIsNoChatOrHasNoOrderOfDates() throws IOException {
        assertThat(refusal("ASN 45 sudah 43\n")).isEqualTo(ChatReading.Refusal.NO_HEADER);
        assertThat(refusal("")).isEqualTo(ChatReading.Refusal.NO_HEADER);
        assertThat(refusal("Halo\n30/07/20 16.29 - Budi: a\n")).isEqualTo(ChatReading.Refusal.BEGINS_WITHOUT_HEADER);
        assertThat(refusal("31/02/20 16.29 - Budi: a\n")).isEqualTo(ChatReading.Refusal.NO_DATE_ORDER);
        assertThat(refusal("30/07/21 16.29 - Budi: a\n")).isEqualTo(ChatReading.Refusal.NO_DATE_ORDER);
        assertThat(refusal("30/07/20 16.29 - Budi: a\n28/07/20 16.29 - Budi: a\n"))
                .isEqualTo(ChatReading.Refusal.NO_DATE_ORDER);
    }

    @Test
    void takesTheDayFirstWhereIndonesianMarksDecide() throws IOException {
        ChatReading reading = read("05/07/20 16.29 - Budi: " + REPORT);
        assertThat(reading.dateAssumed()).isTrue();
        assertThat(reports.get(0).sent().toLocalDate()).isEqualTo(LocalDate.of(2020, 7, 5));
        assertThat(read("05/07/20 16:29 - Budi menambahkan Siti\n05/07/20 16:29 - Budi: " + REPORT)
                        .dateAssumed())
                .isTrue();
    }

    @Test
    void doubtsAReportWhoseDayMayBeItsMonth() throws IOException {
        ChatReading reading = read("05/07/20 16:29 - Budi: " + REPORT + "\n07/07/20 16:29 - Budi: " + REPORT);
        assertThat(reading.dateAssumed()).isFalse();
        assertThat(reports).extracting(ChatReport::isReadable).containsExactly(false, true);
    }

    @Test
    void takesTheEntryWithMostHeadsOfAnArchive() throws IOException {
        Path file = zip(Map.of(
                "IMG-1.jpg", "no picture",
                "catatan.txt", "30/07/20 16.29 - Budi: satu\n",
                "pesan.dat", ("30/07/20 16.29 - Budi: " + REPORT + "\n").repeat(2)));
        assertThat(read(file).refusal()).isEmpty();
        assertThat(reports).hasSize(2);
        String chat = "30/07/20 16.29 - Budi: a\n".repeat(6);
        assertThat(read(zip(Map.of("a.txt", chat, "b.txt", chat))).refusal())
                .contains(ChatReading.Refusal.SEVERAL_CHATS);
        assertThat(read(zip(Map.of("a.jpg", chat))).refusal()).contains(ChatReading.Refusal.NO_HEADER);
    }

    @Test
    void refusesAnArchiveThatEndsEarlyOrUnfoldsTooFar() throws IOException {
        Path file = zip(Map.of("a.txt", "30/07/20 16.29 - Budi: a\n".repeat(1000)));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(read(file).refusal()).contains(ChatReading.Refusal.BROKEN_ARCHIVE);
        Path bomb = folder.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("a.txt"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i <= 500; i++) out.write(zeros);
        }
        assertThat(read(bomb).refusal()).contains(ChatReading.Refusal.TOO_LARGE);
    }

    @Test
    void refusesAnArchiveWhoseListOfEntriesLiesElsewhere() throws IOException {
        Path file = folder.resolve("chat.zip");
        Files.write(file, Base64.getMimeDecoder().decode("""
                UEsDBBQACAgIANWsfV0AAAAAAAAAAAAAAAAJAAAAX2NoYXQudHh0fZFBS8NAEIXvBf/D0IMo4nY32dQYCFbxIAglNMfiYWLW7uAm
                gewGb/5206RNGwndwx5mdr557+1WyAUPFx6fA5fMDxnnH/ALKTmK4JVKtJBWltDAc7oGGUBVY/kD2+So4asypvoBq4oGZ9uB9EQ7
                q2OM47MaiCXjDx39rSnQRiN2sk5Bto+SJHmHYD7GS/+c44kjx6hygwbdtNie0wGCwabHpOgAlyYOPo3KSI+mfSb79XdLD0Lh3fP2
                dNeEBMHhJlXftXJYE7rbA/6xJ15IeRTASu8Tw0+lM2WxhmtYFSqntlA6VbNTI/pnVQw/2mf+Qvne1EZpzMiQQ0uTmvvtgl/N/gBQ
                SwcIgBjDogQBAAAfAgAAUEsDBBQACAgIANWsfV0AAAAAAAAAAAAAAAAJAAAASU1HLTEuanBnY2RyBgBQSwcIHYC8VQUAAAADAAAA
                UEsBAhQAFAAICAgA1ax9XYAYw6IEAQAAHwIAAAkAAAAAAAAAAAAAAAAAAAAAAF9jaGF0LnR4dFBLAQIUABQACAgIANWsfV0dgLxV
                BQAAAAMAAAAJAAAAAAAAAAAAAAAAADsBAABJTUctMS5qcGdQSwUGAAAAAAIAAgBuAAAAdwEAAGQA
                """));
        assertThat(read(file).refusal()).contains(ChatReading.Refusal.BROKEN_ARCHIVE);
    }

    private ChatReading.Refusal refusal(String chat) throws IOException {
        return read(chat).refusal().orElseThrow();
    }

    private ChatReading read(String chat) throws IOException {
        return read(write(chat));
    }

    private ChatReading read(Path file) throws IOException {
        reports.clear();
        try (ChatFile chat = ChatFile.open(file, RECEIVED, Wordings.NAMES)) {
            return chat.read(LocalDate.MIN, reports::add);
        }
    }

    private Path write(String chat) throws IOException {
        return Files.writeString(folder.resolve("chat.txt"), chat);
    }

    private Path zip(Map<String, String> entries) throws IOException {
        Path file = folder.resolve("chat.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}

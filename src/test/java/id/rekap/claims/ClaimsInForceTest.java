package id.rekap.claims;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.mandate.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsInForceTest {
    private static final int DAYS = 31;

    @TempDir
    Path folder;

    private final List<ClaimsInForce.Export> exports = new ArrayList<>();
    private final Set<String> listed = new HashSet<>();

    @Test
    void laterMessageWinsAndTheOtherGroupsClaimStays() throws IOException {
        received(20, """
                18/07/20 08.00 - A: Dinas Sosial ASN 45 sudah 40, TK 20 sudah 18
                19/07/20 08.00 - B: Dinas Sosial ASN 45 sudah 43
                """);
        assertThat(claims(18)).isEmpty();
        assertThat(claims(20)).containsEntry("1.06.01", "45/43 20/18");
    }

    @Test
    void aMessageCountsForThirtyOneDays() throws IOException {
        received(
                1,
                "01/07/20 08.00 - A: Dinas Sosial ASN 45 sudah 40\n13/07/20 08.00 - A: Siap\n",
                LocalDate.of(2020, 7, 13));
        assertThat(claims(31)).isNotEmpty();
        assertThat(claims(LocalDate.of(2020, 8, 1))).isEmpty();
    }

    @Test
    void whatCannotBeReadStaysOpenUntilTheNextThatCan() throws IOException {
        received(20, """
                18/07/20 08.00 - A: Dinas Sosial ASN 45 sudah 40
                19/07/20 08.00 - A: Dinas Sosial idem
                """);
        assertThat(claims(20)).containsEntry("1.06.01", "45/40 open");
        received(21, """
                18/07/20 08.00 - A: Dinas Sosial ASN 45 sudah 40
                19/07/20 08.00 - A: Dinas Sosial idem
                21/07/20 08.00 - A: Dinas Sosial nihil
                """);
        assertThat(claims(21)).containsEntry("1.06.01", "nil");
        assertThat(claims(20)).containsEntry("1.06.01", "45/40 open");
    }

    @Test
    void aLaterExportTakesBackWhatItNoLongerHas() throws IOException {
        String before = """
                17/07/20 08.00 - A: Selamat pagi
                17/07/20 08.01 - B: Dinas Sosial ASN 45 sudah 40
                18/07/20 08.00 - A: Terima kasih
                18/07/20 08.05 - C: Siap
                """;
        received(18, before + "18/07/20 08.10 - B: Dinas Sosial ASN 45 sudah 44\n18/07/20 08.11 - A: Baik\n");
        received(20, before + "18/07/20 08.10 - B: Pesan ini telah dihapus\n18/07/20 08.11 - A: Baik\n");
        assertThat(claims(19)).containsEntry("1.06.01", "45/44");
        assertThat(claims(20)).containsEntry("1.06.01", "45/40");
    }

    @Test
    void anotherChatOrAnExportThatBeginsLaterTakesNothingBack() throws IOException {
        received(18, """
                17/07/20 08.01 - B: Dinas Sosial ASN 45 sudah 40
                18/07/20 08.00 - A: Terima kasih
                18/07/20 08.05 - C: Siap
                """);
        received(19, "18/07/20 08.00 - A: Terima kasih\n18/07/20 08.05 - C: Siap\n19/07/20 08.05 - C: Siap\n");
        received(20, "16/07/20 08.00 - X: Halo\n17/07/20 08.01 - Y: Halo juga\n20/07/20 08.00 - X: Sampai nanti\n");
        assertThat(claims(20)).containsEntry("1.06.01", "45/40");
    }

    /** Of one night the names of the files decide the order, and an old export may be dropped on any later one. */
    @Test
    void anExportThatWasMadeEarlierTakesNothingBackWhenItComesLater() throws IOException {
        String before = """
                16/07/20 08.00 - A: Selamat pagi
                17/07/20 08.00 - A: Siap
                18/07/20 08.00 - A: Terima kasih
                """;
        String edited = before + "18/07/20 08.10 - B: Dinas Sosial ASN 45 sudah 34\n18/07/20 08.11 - A: Baik\n";
        received(20, edited + "20/07/20 09.00 - A: Sampai besok\n");
        received(20, edited.replace("34", "43"));
        assertThat(claims(20)).containsEntry("1.06.01", "45/34");
    }

    @Test
    void whatCannotBeReadStaysOpenHoweverLongAgoItWasSent() throws IOException {
        received(1, "01/07/20 08.00 - A: Dinas Sosial ASN 45 sudah 40\n01/07/20 08.01 - A: Dinas Sosial idem\n");
        assertThat(claims(LocalDate.of(2020, 9, 30))).containsEntry("1.06.01", "open");
        received(2, "01/07/20 08.01 - A: Dinas Sosial idem\n01/07/20 08.01 - A: Dinas Sosial ASN 45 sudah 41\n");
        assertThat(claims(LocalDate.of(2020, 9, 30))).isEmpty();
    }

    @Test
    void nothingToReportChangesNoClaimWhereAListSpeaks() throws IOException {
        received(20, """
                18/07/20 08.00 - A: Dinas Sosial ASN 45 sudah 40
                19/07/20 08.00 - A: Dinas Sosial idem
                20/07/20 08.00 - A: Dinas Sosial nihil
                """);
        assertThat(claims(20)).containsEntry("1.06.01", "nil");
        listed.add("1.06.01");
        assertThat(claims(20)).containsEntry("1.06.01", "45/40");
    }

    @Test
    void whatWasSentInTheFirstMinuteOfALaterExportMayBeBeforeIt() throws IOException {
        String after = """
                18/07/20 08.10 - C: Siap
                18/07/20 08.15 - A: Terima kasih
                19/07/20 08.05 - C: Baik
                """;
        received(19, "18/07/20 08.10 - B: Dinas Sosial ASN 45 sudah 43\n" + after);
        received(20, after + "20/07/20 08.05 - C: Sampai nanti\n");
        assertThat(claims(20)).containsEntry("1.06.01", "45/43");
    }

    private void received(int day, String chat) throws IOException {
        received(day, chat, LocalDate.of(2020, 7, day));
    }

    private void received(int day, String chat, LocalDate received) throws IOException {
        Path file = Files.writeString(folder.resolve("chat.txt"), chat);
        List<ChatReport> reports = new ArrayList<>();
        ChatReading reading;
        try (ChatFile export = ChatFile.open(file, received, Wordings.NAMES)) {
            reading = export.read(LocalDate.MIN, reports::add);
        }
        assertThat(reading.refusal()).isEmpty();
        exports.add(new ClaimsInForce.Export(LocalDate.of(2020, 7, day), "chat.txt", reading.outline(), reports));
    }

    private Map<String, String> claims(int day) {
        return claims(LocalDate.of(2020, 7, day));
    }

    private Map<String, String> claims(LocalDate date) {
        Map<String, String> claims = new TreeMap<>();
        new ClaimsInForce(exports)
                .on(date, DAYS, listed::contains)
                .forEach((agency, claim) -> claims.put(agency, text(claim)));
        return claims;
    }

    private static String text(AgencyClaim claim) {
        List<String> words = new ArrayList<>();
        for (Group group : Group.values()) {
            Count count = claim.of(group);
            if (count != null) words.add(count.people() + "/" + count.following());
        }
        if (claim.nil()) words.add("nil");
        claim.open().forEach(report -> words.add("open"));
        return String.join(" ", words);
    }
}

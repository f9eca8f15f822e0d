package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Several exports of one chat, one that is given back, and one that is linked. */
class ChatExportsTest extends SmallOffice {
    private static final String SAID = "02/07/20 08.00 - Kepala Bagian: Baitul Mal ASN 3 sudah 3\n";

    private static final String OTHERS = """
            01/07/20 07.00 - Kepala Bagian: Selamat pagi
            01/07/20 08.00 - Kepala Bagian: Baitul Mal ASN 3 sudah 1
            01/07/20 09.00 - Humas: Terima kasih
            %s02/07/20 09.00 - Humas: Baik
            """;

    private void drop(String chat) {
        office.write("inbox/_whatsapp/chat.txt", chat);
    }

    private void run(String date, String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", "--date", date));
        arguments.addAll(List.of(more));
        Office.Said said = office.rekap(arguments.toArray(String[]::new));
        assertThat(said.exit()).as(said.err()).isZero();
    }

    private String claimed(String date) {
        return office.published(date, "counts.csv").stream()
                .filter(row -> row.get("agency_code").equals("9.03.01")
                        && row.get("group").equals("ASN"))
                .map(row -> row.get("claimed") + "/" + row.get("claimed_following"))
                .findFirst()
                .orElse("");
    }

    @Test
    void aMessageThatALaterExportNoLongerHasIsTakenBackFromThenOn() {
        drop(OTHERS.formatted(SAID));
        run("2020-07-02");
        assertThat(claimed("2020-07-02")).isEqualTo("3/3");
        drop(OTHERS.formatted("02/07/20 08.00 - Kepala Bagian: Pesan ini telah dihapus\n"));
        run("2020-07-03");
        assertThat(claimed("2020-07-03")).isEqualTo("3/1");
        run("2020-07-02", "--again");
        assertThat(claimed("2020-07-02")).as("as it was known then").isEqualTo("3/3");
        run("2020-07-04");
        assertThat(claimed("2020-07-04")).isEqualTo("3/1");
    }

    @Test
    void aDateThatIsTakenBackGivesItsChatBackWithoutSenders() throws Exception {
        LocalDate today = HomeCommand.orToday(null);
        String ahead = today.plusDays(40).toString();
        run(today.toString());
        String day = today.format(DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT));
        drop(day + " 08.00 - Kepala Bagian: Baitul Mal ASN 3 sudah 3\n" + day + " 08.01 - Humas: Terima kasih\n");
        run(ahead, "--force");
        Path chat = home.resolve("inbox/_whatsapp/chat.txt");
        assertThat(chat).doesNotExist();
        assertThat(office.rekap("withdraw-date", ahead).exit()).isZero();
        assertThat(chat)
                .content()
                .contains("Pengirim 1: Baitul Mal ASN 3 sudah 3")
                .doesNotContain("Kepala Bagian");
        assertThat(Regencies.column(office, "select count(*) from claim")).containsExactly("0");
        run(today.toString(), "--again");
        assertThat(claimed(today.toString())).isEqualTo("3/3");
    }

    @Test
    void aLinkIsNoChatAndGoes() throws Exception {
        Path outside = Files.writeString(home.resolve("chat-luar.txt"), OTHERS.formatted(SAID));
        Files.createDirectories(home.resolve("inbox/_whatsapp"));
        Files.createSymbolicLink(home.resolve("inbox/_whatsapp/tautan.txt"), outside);
        run("2020-07-02");
        assertThat(claimed("2020-07-02")).isEqualTo("/");
        assertThat(office.published("2020-07-02", "exceptions.csv"))
                .filteredOn(row -> row.get("code").equals("CHAT_UNREADABLE"))
                .extracting(row -> row.get("file"))
                .containsExactly("_whatsapp/tautan.txt");
        assertThat(outside).exists();
        assertThat(Files.exists(home.resolve("inbox/_whatsapp/tautan.txt"), java.nio.file.LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }
}

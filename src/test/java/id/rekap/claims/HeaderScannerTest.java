package id.rekap.claims;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderScannerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "19/07/26 16.29 - Nama: teks | DAY_MONTH_YEAR | 2026-07-19 | 16:29",
                "19/07/2026, 16.29 - Nama: teks | DAY_MONTH_YEAR | 2026-07-19 | 16:29",
                "[28/04/26, 16.31.34] Nama: teks | DAY_MONTH_YEAR | 2026-04-28 | 16:31:34",
                "[4/28/26, 4:31:34 PM] Nama: teks | MONTH_DAY_YEAR | 2026-04-28 | 16:31:34",
                "[4/28/26, 12:05:00 AM] Nama: teks | MONTH_DAY_YEAR | 2026-04-28 | 00:05",
                "7/4/20, 9:05 a.m. - Nama: teks | MONTH_DAY_YEAR | 2020-07-04 | 09:05",
                "2020-07-31 09.00 - Nama: teks | YEAR_MONTH_DAY | 2020-07-31 | 09:00",
                "[16.31, 28/4/2026] Nama: teks | DAY_MONTH_YEAR | 2026-04-28 | 16:31",
                "28.04.26, 16:31 - Nama: teks | DAY_MONTH_YEAR | 2026-04-28 | 16:31",
            })
    void readsEveryFormOfHead(String line, DateOrder order, LocalDate date, java.time.LocalTime time) {
        MessageHeader header = requireNonNull(HeaderScanner.scan(line));
        assertThat(order.date(header)).isEqualTo(date);
        assertThat(header.time()).isEqualTo(time);
        assertThat(line.substring(header.end())).isEqualTo("Nama: teks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/7 ASN 45 sudah follow 43",
                "45/43 16.29 - ASN",
                "19/07/26 25.61 - Nama: teks",
                "1. ASN 45",
                "[28/4 16.31] Nama: teks",
                ""
            })
    void takesNoTextForAHead(String line) {
        assertThat(HeaderScanner.scan(line)).isNull();
    }

    @Test
    void putsLinesTogetherToMessagesWithoutNotices() throws Exception {
        ChatText text = text("""
                19/07/26 16.20 - Budi menambahkan Siti
                19/07/26 16.29 - Budi: Dinas Sosial
                ASN 45 sudah 43 <Pesan ini diedit>
                [16.31, 28/4/2026] Siti: dikutip
                19/07/26 16.30 - Siti: Pesan ini telah dihapus
                """);
        HeaderForm form =
                ChatSurvey.of(text, LocalDate.of(2026, 7, 19), Wordings.NAMES).form();
        List<String> texts = new ArrayList<>();
        try (var messages = new ChatMessages(new ChatLines(text.lines(), form))) {
            for (ChatMessage m = messages.next(); m != null; m = messages.next()) texts.add(m.text());
            assertThat(messages.counts(0, 0)).isEqualTo(new ChatReading.Counts(5, 3, 2, 1, 0, 0));
        }
        assertThat(texts).containsExactly("Dinas Sosial\nASN 45 sudah 43 \n[16.31, 28/4/2026] Siti: dikutip", "");
    }

    @Test
    void leavesWhatWasWrittenBesideAttachments() {
        assertThat(Attachments.without(
                        "IMG-1.jpg (file terlampir)\nASN 45\nlaporan 5.pdf • 1 halaman <terlampir: 1.pdf>"))
                .isEqualTo("\nASN 45\n");
        assertThat(Attachments.without("<Media tidak disertakan>\nASN 45 <Pesan ini diedit>"))
                .isEqualTo("\nASN 45 ");
        assertThat(Attachments.isIndonesian("ASN 45 <This message was edited>")).isFalse();
        assertThat(Attachments.isIndonesian("<Media tidak disertakan>")).isTrue();
    }

    @Test
    void keepsTheOrdersOfDayAndMonthThatEveryDateAllows() {
        var orders = new DateOrders(LocalDate.of(2020, 7, 31));
        for (String day : List.of("01/02/20", "05/07/20")) orders.add(head(day), true);
        assertThat(orders.left()).containsExactly(DateOrder.DAY_MONTH_YEAR, DateOrder.MONTH_DAY_YEAR);
        orders.add(head("13/07/20"), true);
        assertThat(orders.left()).containsExactly(DateOrder.DAY_MONTH_YEAR);
    }

    @Test
    void takesADayThatDoesNotExistForAHeadWithoutAnyOrder() {
        var orders = new DateOrders(LocalDate.of(2020, 7, 31));
        orders.add(head("13/13/20"), true);
        assertThat(orders.left()).isEmpty();
    }

    private static MessageHeader head(String day) {
        return requireNonNull(HeaderScanner.scan(day + " 16:29 - A: b"));
    }

    private static ChatText text(String text) throws Exception {
        return ChatText.of(() -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}

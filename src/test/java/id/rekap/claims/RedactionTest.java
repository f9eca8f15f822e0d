package id.rekap.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String HEAD = "30/07/20 16.29 - Budi Santoso: ";

    @TempDir
    Path folder;

    @Test
    void keepsNoNameOrNumberOfWhoWrote() throws IOException {
        String chat = """
                [30/07/20, 16.20.00] Laporan IG: \u200ePesan dan panggilan terenkripsi secara end-to-end.
                [30/07/20, 16.21.00] \u200eBudi Santoso menambahkan Siti Aminah
                [30/07/20, 16.22.00] Budi Santoso: Dinas Sosial ASN 45 sudah 43, lapor budi santoso (0812-3456-7890)
                [30/07/20, 16.23.00] ~\u202fSiti Aminah: @\u2068Budi Santoso\u2069 terima kasih, wa.me/6281234567890
                [30/07/20, 16.24.00] +62 813-1111-2222: @6281234567890 siap Pak Budi Santoso
                30/07/20 16.29 - Rahmat Hidayat: disalin
                [30/07/20, 16.25.00] Siti Aminah: Siti Aminah.vcf (file terlampir)
                """;
        String kept = redacted(chat);
        assertThat(kept)
                .doesNotContainIgnoringCase("budi")
                .doesNotContainIgnoringCase("aminah")
                .doesNotContain("Rahmat", "Laporan IG", "0812", "813-1111", "81234567890")
                .contains("[30/07/20, 16.22.00] Pengirim 1: Dinas Sosial ASN 45 sudah 43", "menambahkan");
        assertThat(kept.lines()).hasSize(7);
    }

    @Test
    void keepsOnlyTheShapeOfWhatIsNoChat() throws IOException {
        assertThat(redacted("Kamis 30 Juli, Budi Santoso: ASN 45\n"))
                .isEqualTo("Xxxxx 99 Xxxx, Xxxx Xxxxxxx: XXX 99\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hub.081234567890",
                "No.HP.0812-3456-7890",
                "WA,081234567890",
                "0812\u20133456\u20137890",
                "0812\u20113456\u20147890",
                "0812/3456/7890",
                "812-3456-7890",
                "812 3456 7890",
                "+62 812 3456 7890",
                "(0812) 3456-7890",
                "0812 - 3456 - 7890",
                "0812.3456.7890",
                "[0812]34567890",
                "*0812*34567890",
                "\u0660\u0668\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668",
                "NIP 19860926.201505.1.001",
                "NIK 1106012345678901",
                "31/07/2020 081234567890",
                "08.12 34.56 78.90",
                "0\ufe0f\u20e38\ufe0f\u20e31\ufe0f\u20e32\ufe0f\u20e33\ufe0f\u20e34\ufe0f\u20e35\ufe0f\u20e36\ufe0f\u20e37\ufe0f\u20e3",
                "\ud835\udfec\ud835\udff4\ud835\udfed\ud835\udfee\ud835\udfef\ud835\udff0\ud835\udff1\ud835\udff2\ud835\udff3",
            })
    void keepsNoLongNumber(String number) throws IOException {
        assertThat(redacted(HEAD + "izin, " + number + " siap\n"))
                .contains("izin", "[nomor]", " siap")
                .doesNotContain("3456", "34567", "\u0663", "2015", "34.56", "1106");
    }

    @Test
    void keepsNothingOfALineOfDigits() throws IOException {
        assertThat(redacted(HEAD + "1 ".repeat(30_000) + "\n")).contains(": [nomor] ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "per 31/07/2020 16.30 WIB ASN 45 sudah 43",
                "31-07-2020 08.00 - 16.30 ASN 45",
                "2020-07-31 16.30 wib",
                "31.07.2020 45 43",
                "ASN 1.204/1.150",
                "ASN 1.204.567",
                "ASN 45/43, TK 20/18, Total 65/61",
                "12345678",
            })
    void keepsDatesTimesAndCounts(String text) throws IOException {
        assertThat(redacted(HEAD + text + "\n")).endsWith(": " + text + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<terlampir: 00000043-Rahmat Hidayat.vcf>",
                "\u200e<terlampir: 00000043-Rahmat Hidayat.vcf>",
                "<attached: 00000043-Rahmat Hidayat.vcf>",
                "siap <attached: Rahmat Hidayat.vcf> pak",
                "Rahmat Hidayat.pdf \u2022 2 halaman <terlampir: Rahmat Hidayat.pdf>",
                "Rahmat Hidayat.pdf \u2022 2 halaman <terlampir: 00000001.pdf> <Pesan ini diedit>",
                "Rahmat Hidayat.vcf (file terlampir)",
                "Rahmat Hidayat.vcf (file attached) <This message was edited>",
            })
    void keepsNoNameOfAnAttachment(String attachment) throws IOException {
        assertThat(redacted(HEAD + attachment + "\n")).contains("[lampiran]").doesNotContain("Rahmat", "Hidayat");
    }

    @Test
    void looksForThePersonInAContactThatIsCalledLikeAnOffice() throws IOException {
        String kept = redacted("""
                30/07/20 16.20 - Budi Santoso Dinas Sosial: Dinas Sosial ASN 45 sudah 43, lapor budi santoso
                30/07/20 16.21 - Pak Ali Camat Lhoknga: Siap Santoso, dari Ali
                30/07/20 16.22 - Dinas Pendidikan: Dinas Pendidikan ASN 60 sudah 50
                """);
        assertThat(kept).isEqualTo("""
                        30/07/20 16.20 - Pengirim 1: Dinas Sosial ASN 45 sudah 43, lapor Pengirim 1
                        30/07/20 16.21 - Pengirim 2: Siap Pengirim 1, dari Pengirim 2
                        30/07/20 16.22 - Pengirim 3: Dinas Pendidikan ASN 60 sudah 50
                        """);
    }

    @Test
    void looksForSingleWordsOfNamesAndKeepsThoseOfReports() throws IOException {
        String kept = redacted("""
                30/07/20 16.20 - Budi Santoso: siap
                30/07/20 16.21 - Budi Hartono: Pak SANTOSO dan Bu hartono, bukan Budianto
                30/07/20 16.22 - Laporan Kontrak Sosial Nurdin: laporan kontrak sosial Budi\u00a0Hartono dan Budi
                """);
        assertThat(kept).endsWith("""
                        - Pengirim 2: Pak Pengirim 1 dan Bu Pengirim 2, bukan Budianto
                        30/07/20 16.22 - Pengirim 3: laporan kontrak sosial Pengirim 2 dan Pengirim lain
                        """);
    }

    @Test
    void findsNamesBesideLettersThatGrowInLowerCase() throws IOException {
        assertThat(redacted(HEAD + "\u0130zin, budi santoso \u0130\n" + "30/07/20 16.30 - \u0130brahim Sudirman: a\n"
                        + HEAD + "\u0130BRAHIM\n"))
                .isEqualTo("""
                        30/07/20 16.29 - Pengirim 1: \u0130zin, Pengirim 1 \u0130
                        30/07/20 16.30 - Pengirim 2: a
                        30/07/20 16.29 - Pengirim 1: Pengirim 2
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "19860926.201505.1.001",
                "0812.3456.7890",
                "0812/3456/7890",
                "812345678",
                "0812-3456-7890-11",
                "1234567",
            })
    void showsNoLongNumberOfAReport(String number) {
        assertThat(Wordings.readings("Dinas Sosial ASN 45 sudah 43 " + number))
                .singleElement()
                .satisfies(reading -> assertThat(reading.words())
                        .startsWith("Dinas Sosial ASN 45 sudah")
                        .doesNotContain("0812", "3456", "2015", "8123", "1234"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "95,5 persen", "setara 95.5%"})
    void showsASharesNumber(String share) {
        assertThat(Wordings.readings("Dinas Sosial ASN " + share))
                .singleElement()
                .satisfies(reading -> assertThat(reading.words())
                        .isEqualTo("Dinas Sosial ASN "
                                + share.replaceAll("[a-z ]", "").replaceFirst("%?$", "%")));
    }

    private String redacted(String chat) throws IOException {
        Path file = Files.writeString(folder.resolve("chat.txt"), chat);
        try (var out = new ByteArrayOutputStream();
                ChatFile export = ChatFile.open(file, LocalDate.of(2020, 7, 31), Wordings.NAMES)) {
            export.redact(out);
            return out.toString(StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Dinas Sosial ASN 45 sudah 43 Budi sakit 2", "Dinas Sosial ASN 45 sudah 43 (2 cuti melahirkan)"})
    void showsNoReasonWhyPeopleAreAway(String report) {
        assertThat(Wordings.readings(report))
                .singleElement()
                .satisfies(reading -> assertThat(reading.words())
                        .contains("Dinas Sosial ASN 45 sudah 43")
                        .doesNotContain("sakit", "cuti", "Budi"));
    }
}

package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.mandate.Mandates;
import id.rekap.reconcile.AgencyState;
import id.rekap.reconcile.Tally;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbook that circulates, as a reader opens it. */
class RecapWorkbookTest {
    private static final int SUMMARY = 0;
    private static final int AGENCIES = 1;
    private static final int COUNTS = 2;
    private static final int EXCEPTIONS = 3;
    private static final int TREND = 4;

    @TempDir
    Path reports;

    /** Three agencies of which one has two contract staff. */
    private static Night threeAgencies() {
        Night night = Night.on(Night.DATE, 1)
                .agency("1.01", "Dinas Satu", AgencyState.REPORTED, 42)
                .agency("1.02", "Dinas Dua", AgencyState.STALE, 30)
                .agency("1.03", "=Dinas Tiga", AgencyState.MISSING, 60);
        all(night, "1.01", "PNS", 40, 30);
        all(night, "1.01", "TENAGA_KONTRAK", 2, 1);
        all(night, "1.02", "PNS", 20, 19);
        all(night, "1.02", "TENAGA_KONTRAK", 10, 7);
        all(night, "1.03", "PNS", 30, 11);
        all(night, "1.03", "TENAGA_KONTRAK", 30, 13);
        night.trend().add(Night.stood(Night.DATE.minusDays(1), 132, 66, true));
        night.trend().add(Night.stood(Night.DATE, 132, 81, true));
        return night;
    }

    private static void all(Night night, String agency, String type, int due, int met) {
        night.tallies().add(new Tally(agency, type, "all", due, 0, met, 0, due - met, 0, null));
    }

    @Test
    void namesItsSheetsAndHeadingsInTheReadersLanguage() throws IOException {
        assertThat(sheets(threeAgencies(), Mandates.ID))
                .containsExactly("Ringkasan", "Perangkat daerah", "Hitungan", "Anomali data", "Tren");
        assertThat(row(AGENCIES, 0)).startsWith("Kode perangkat daerah", "Perangkat daerah", "Keadaan");
        assertThat(sheets(threeAgencies(), Mandates.EN))
                .containsExactly("Summary", "Agencies", "Counts", "Exceptions", "Trend");
        assertThat(row(AGENCIES, 0)).startsWith("Agency code", "Agency", "State");
        assertThat(text()).doesNotContain("Kode", "Posisi", "Pegawai", "Anomali");
    }

    @Test
    void sumsUpOnTheFirstSheet() throws IOException {
        publish(Night.small());
        assertThat(row(SUMMARY, 0)).containsExactly("Pengikut akun Instagram Pemerintah Kabupaten Aceh Besar");
        assertThat(row(SUMMARY, 2)).containsExactly("Posisi per 31 Juli 2020");
        assertThat(rows(SUMMARY))
                .contains(
                        List.of("Semua pegawai", "5", "2", "0.4"),
                        List.of("Memenuhi semua kewajiban", "0.4"),
                        List.of("Perubahan (poin) sejak 30 Juli 2020", "20.0"),
                        List.of("Perubahan (pegawai) sejak 30 Juli 2020", "1"),
                        List.of("Perangkat daerah yang sudah melapor", "1"),
                        List.of("Anomali data belum selesai", "2"),
                        List.of("Anomali data masih ada", "1"),
                        List.of("✗ belum melapor", "1"),
                        List.of(
                                "nomor tidak ada dalam data induk (EMPLOYEE_UNKNOWN)",
                                "Kesalahan",
                                "1",
                                "0",
                                "0",
                                "1",
                                "0"));
    }

    @Test
    void tellsWhereEachAgencyStands() throws IOException {
        publish(threeAgencies());
        assertThat(row(AGENCIES, 2)).startsWith("1.02", "Dinas Dua", "! terlambat diperbarui");
        assertThat(row(AGENCIES, 3))
                .startsWith("1.03", "'=Dinas Tiga", "✗ belum melapor")
                .endsWith("60", "–", "belum diketahui", "60", "24", "belum diketahui", "0");
        assertThat(row(COUNTS, 0)).contains("Semua kewajiban: Sudah", "Memiliki akun Instagram: Tingkat kepatuhan");
        assertThat(row(COUNTS, 5))
                .startsWith("1.03", "'=Dinas Tiga", "ASN", "30", "30", "11", "belum diketahui", "0", "0", "–");
    }

    @Test
    void keepsCodesTextsAndNumbersNumbers() throws IOException {
        publish(threeAgencies());
        Row agency = read(AGENCIES).get(1);
        assertThat(agency.getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(agency.getCell(6).asNumber()).isEqualTo(BigDecimal.valueOf(43));
        assertThat(agency.getCell(4).asDate().toLocalDate()).hasToString("2020-07-20");
        assertThat(agency.getCell(4).getDataFormatString()).contains("mmmm");
        assertThat(read(TREND).get(1).getCell(3).getDataFormatString()).isEqualTo("0.0%");
    }

    @Test
    void showsAFewPeopleNeitherThemselvesNorBesideTheOtherGroup() throws IOException {
        publish(threeAgencies());
        assertThat(row(COUNTS, 2)).startsWith("1.01", "Dinas Satu", "Tenaga kontrak", "< 3", "< 3", "< 3", "< 3");
        // the sum of their agency would tell them beside its ASN, the whole of contract staff beside the other agencies
        assertThat(row(COUNTS, 1))
                .startsWith(
                        "1.01",
                        "Dinas Satu",
                        "ASN",
                        "tidak ditampilkan",
                        "tidak ditampilkan",
                        "tidak ditampilkan",
                        "tidak ditampilkan");
        assertThat(row(COUNTS, 3)).startsWith("1.02", "Dinas Dua", "ASN", "tidak ditampilkan", "tidak ditampilkan");
        assertThat(row(COUNTS, 4))
                .startsWith("1.02", "Dinas Dua", "Tenaga kontrak", "tidak ditampilkan", "tidak ditampilkan");
        assertThat(row(COUNTS, 6)).startsWith("1.03", "'=Dinas Tiga", "Tenaga kontrak", "30", "30", "13");
        assertThat(row(AGENCIES, 1).subList(8, 14))
                .containsExactly("42", "31", "0.7380952381", "42", "31", "0.7380952381");
        assertThat(row(AGENCIES, 2).subList(8, 14))
                .containsExactly("30", "26", "0.8666666667", "30", "26", "0.8666666667");
    }

    @Test
    void showsThreePeople() throws IOException {
        Night night = Night.on(Night.DATE, 1)
                .agency("1.01", "Dua Orang", AgencyState.REPORTED, 2)
                .agency("1.02", "Tiga Orang", AgencyState.REPORTED, 3)
                .agency("1.03", "Dua dan Dua", AgencyState.REPORTED, 4);
        all(night, "1.01", "PNS", 2, 1);
        all(night, "1.02", "PNS", 3, 1);
        all(night, "1.03", "PNS", 2, 2);
        all(night, "1.03", "TENAGA_KONTRAK", 2, 0);
        publish(night.with(Findings.unreadable("1.01", "x"), Findings.unreadable("1.02", "x")));
        assertThat(row(AGENCIES, 1).subList(5, 15)).containsOnly("< 3");
        assertThat(row(AGENCIES, 2).subList(5, 15))
                .containsExactly("4", "3", "1", "3", "1", "0.3333333333", "3", "1", "0.3333333333", "1");
        // four in all: beside them the sum of everybody would tell the two
        assertThat(row(AGENCIES, 3))
                .endsWith(
                        "tidak ditampilkan",
                        "tidak ditampilkan",
                        "tidak ditampilkan",
                        "tidak ditampilkan",
                        "tidak ditampilkan");
        assertThat(row(EXCEPTIONS, 1)).startsWith("1.01").endsWith("< 3", "< 3", "< 3");
        assertThat(row(EXCEPTIONS, 2)).startsWith("1.02").endsWith("0", "1", "0", "1", "0");
    }

    @Test
    void hidesAGroupBesideEverybodyWhereTheOtherIsSmall() throws IOException {
        Night night = Night.on(Night.DATE, 1).agency("1.01", "Dinas", AgencyState.REPORTED, 42);
        all(night, "1.01", "PNS", 40, 30);
        all(night, "1.01", "TENAGA_KONTRAK", 2, 1);
        publish(night);
        assertThat(rows(SUMMARY))
                .anySatisfy(row ->
                        assertThat(row).startsWith("Semua kewajiban: ASN", "tidak ditampilkan", "tidak ditampilkan"));
        assertThat(rows(SUMMARY))
                .anySatisfy(row -> assertThat(row).startsWith("Semua kewajiban: Tenaga kontrak", "< 3", "< 3"));
    }

    @Test
    void hidesWhatRowsAndExceptionsWouldTellOfOneOrTwoPeople() throws IOException {
        publish(Night.small());
        assertThat(row(AGENCIES, 2)).startsWith("1.03", "Kecamatan Contoh");
        assertThat(row(AGENCIES, 2)).contains("< 3").doesNotContain("2", "0");
        assertThat(rows(EXCEPTIONS))
                .anySatisfy(row -> assertThat(row)
                        .startsWith("1.03", "Kecamatan Contoh", "< 3")
                        .endsWith("< 3", "< 3", "< 3"));
    }

    @Test
    void hidesTheWholeWhereItIsSmall() throws IOException {
        Night night = Night.on(Night.DATE, 1).agency("1.01", "Dua Orang", AgencyState.REPORTED, 2);
        all(night, "1.01", "PNS", 2, 1);
        night.trend().add(Night.stood(Night.DATE, 2, 1, true));
        publish(night);
        assertThat(text()).contains("< 3").doesNotContain("0.5", "50");
        assertThat(row(TREND, 1)).endsWith("< 3", "< 3", "< 3");
    }

    @Test
    void showsNoPerson() throws IOException {
        publish(Night.small());
        assertThat(text()).noneMatch(t -> t.contains("Budi") || t.contains("Siti") || t.matches(".*\\d{16}.*"));
        assertThat(text()).noneMatch(t -> t.matches(".*\\*\\d{4}.*"));
    }

    @Test
    void standsWithoutAnythingToShow() throws IOException {
        publish(Night.on(Night.DATE, 1));
        assertThat(text()).contains("Tidak ada anomali data.", "–");
    }

    @Test
    void writesTheSameBytesAtAnyTime() throws Exception {
        publish(Night.small());
        byte[] first = Files.readAllBytes(file());
        Thread.sleep(2_100); // a ZIP's clock ticks every two seconds
        publish(Night.small());
        assertThat(file()).hasBinaryContent(first);
    }

    private Path file() {
        return reports.resolve("latest/rekap.xlsx");
    }

    private void publish(Night night) {
        new Sets(reports).publish(night);
    }

    private List<String> sheets(Night night, Locale locale) throws IOException {
        new Sets(reports, locale).publish(night);
        try (ReadableWorkbook book = new ReadableWorkbook(file().toFile())) {
            return book.getSheets().map(Sheet::getName).toList();
        }
    }

    private List<Row> read(int sheet) throws IOException {
        try (ReadableWorkbook book =
                new ReadableWorkbook(file().toFile(), new org.dhatim.fastexcel.reader.ReadingOptions(true, false))) {
            return book.getSheet(sheet).orElseThrow().read();
        }
    }

    private List<List<String>> rows(int sheet) throws IOException {
        return read(sheet).stream()
                .map(row -> row.stream()
                        .filter(Objects::nonNull)
                        .map(Cell::getText)
                        .filter(t -> !t.isEmpty())
                        .toList())
                .toList();
    }

    /** The filled cells of a row of a sheet without blank rows before it. */
    private List<String> row(int sheet, int at) throws IOException {
        return rows(sheet).get(at);
    }

    private List<String> text() throws IOException {
        List<String> all = new java.util.ArrayList<>();
        for (int sheet = SUMMARY; sheet <= TREND; sheet++) {
            rows(sheet).forEach(all::addAll);
        }
        return all;
    }
}

package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.reconcile.AgencyState;
import id.rekap.reconcile.Finding;
import id.rekap.reconcile.FindingState;
import id.rekap.reconcile.SenderCell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agency's own list, as its clerk opens it. */
class AgencyListsTest {
    private static final String CSV = "agencies/1.02/exceptions.csv";
    private static final String XLSX = "agencies/1.02/exceptions.xlsx";

    @TempDir
    Path reports;

    private static Finding unknown(int row, FindingState state, SenderCell... own) {
        Finding f = Findings.unknown("1.02", row, "1106010101900001");
        return new Finding(
                state,
                f.code(),
                f.agency(),
                f.employeeNo(),
                f.employeeName(),
                f.file(),
                f.sheet(),
                f.row(),
                f.field(),
                f.value(),
                f.expected(),
                f.message(),
                f.suggestion(),
                f.firstSeen(),
                f.nightsOpen(),
                f.fingerprint(),
                List.of(own));
    }

    private Sets publish(Finding... findings) {
        return new Sets(reports)
                .publish(Night.on(Night.DATE, 1)
                        .agency("1.02", "Dinas Contoh", AgencyState.REPORTED, 5)
                        .with(findings));
    }

    private List<Row> sheet(int index) throws IOException {
        try (ReadableWorkbook book =
                new ReadableWorkbook(reports.resolve("latest").resolve(XLSX).toFile())) {
            return book.getSheet(index).orElseThrow().read();
        }
    }

    @Test
    void sumsUpOnTheFirstSheet() throws IOException {
        publish(unknown(7, FindingState.NEW), unknown(8, FindingState.RESOLVED));
        List<String> texts = sheet(0).stream()
                .flatMap(row -> row.stream().filter(c -> c != null).map(c -> c.getText()))
                .toList();
        assertThat(texts)
                .contains("Dinas Contoh (1.02)")
                .anyMatch(t -> t.contains("2020-07-20-abcdef012345"))
                .anyMatch(t -> t.contains("EMPLOYEE_UNKNOWN"));
    }

    @Test
    void listsErrorsFirstAndResolvedOnesLast() throws IOException {
        publish(
                Findings.unreadable("1.02", "mungkin"),
                unknown(8, FindingState.RESOLVED),
                unknown(9, FindingState.NEW));
        List<Row> rows = sheet(1);
        assertThat(rows.get(0).getCellText(0)).isEqualTo("Baris");
        assertThat(rows.subList(1, 4).stream().map(r -> r.getCellText(0))).containsExactly("9", "3", "8");
        assertThat(rows.get(1).getCellText(11)).isEqualTo("************0001");
    }

    @Test
    void givesTheSendersOwnColumnsBackUnderTheirHeaders() throws IOException {
        Sets sets = publish(unknown(7, FindingState.NEW, new SenderCell("Ruang", "B2"), new SenderCell("row", "=1+1")));
        assertThat(sets.latest(CSV).lines().findFirst().orElseThrow()).endsWith(",fingerprint,Ruang,row (2)");
        assertThat(sets.rows(CSV).get(0).get("Ruang")).isEqualTo("B2");
        assertThat(sets.rows(CSV).get(0).get("row")).isEqualTo("7");
        assertThat(sets.rows(CSV).get(0).get("row (2)")).isEqualTo("'=1+1");
        assertThat(sheet(0)).isNotEmpty();
        assertThat(sheet(1).get(1).getCellText(16)).isEqualTo("'=1+1");
        assertThat(sets.latest("exceptions.csv")).doesNotContain("Ruang");
    }

    @Test
    void writesTheSameBytesAtAnyTime() throws Exception {
        publish(unknown(7, FindingState.NEW));
        byte[] first = Files.readAllBytes(reports.resolve("latest").resolve(XLSX));
        Thread.sleep(2_100); // a ZIP's clock ticks every two seconds
        publish(unknown(7, FindingState.NEW));
        assertThat(reports.resolve("latest").resolve(XLSX)).hasBinaryContent(first);
        assertThat(new Sets(reports).files("latest").keySet()).noneMatch(name -> name.contains("draft"));
    }

    @Test
    void keepsEveryCellOfALongAndWideSheetInItsPlace() throws IOException {
        SenderCell[] own = IntStream.range(0, 40)
                .mapToObj(
                        i -> new SenderCell("Kolom " + i, i == 39 ? "  <b>&amp; \"Ü\" \uD83D\uDE00 \n]]>" : "isi " + i))
                .toArray(SenderCell[]::new);
        publish(IntStream.range(0, 500)
                .mapToObj(i -> unknown(i + 2, FindingState.NEW, own))
                .toArray(Finding[]::new));
        List<Row> rows = sheet(1);
        assertThat(rows).hasSize(501);
        assertThat(rows.get(500).getCellAsNumber(0).orElseThrow().intValue()).isEqualTo(501);
        assertThat(rows.get(500).getCellText(15)).isEqualTo("isi 0");
        assertThat(rows.get(500).getCell(54).getAddress()).hasToString("BC501");
        assertThat(rows.get(500).getCellText(54)).isEqualTo("  <b>&amp; \"Ü\" \uD83D\uDE00 \n]]>");
        assertThat(part("xl/worksheets/sheet2.xml")).contains("<autoFilter ref=\"A1:BC501\"/>");
        assertThat(part("xl/workbook.xml")).contains("'Daftar'!$A$1:$BC$501<");
    }

    private String part(String name) throws IOException {
        try (ZipFile zip = new ZipFile(reports.resolve("latest").resolve(XLSX).toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void tellsAnAgencyWithoutExceptionsThatAllIsWell() throws IOException {
        publish(Findings.placed("", "zz/x.csv", null, ExceptionCode.FOLDER_UNKNOWN, "", "8"));
        assertThat(sheet(0)).anyMatch(row -> row.getCellText(0).startsWith("Tidak ada anomali data"));
        assertThat(sheet(1)).hasSize(1);
    }
}

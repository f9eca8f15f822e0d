package id.rekap.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Lists as workbooks: titles above the header, a numbering row below it, a signature at the end. */
final class Workbooks {
    private static final LocalDateTime WRITTEN_AT = LocalDateTime.of(2020, 7, 13, 8, 0);

    private Workbooks() {}

    static byte[] of(Office office, List<ListRow> rows) {
        try {
            // fastexcel's archive can only be read from its directory, so from a file
            Path draft = Files.createTempFile("rekap-demo", ".xlsx");
            try {
                try (Workbook book = new Workbook(Files.newOutputStream(draft), "Demo", "1.0")) {
                    fill(book.newWorksheet("Daftar"), office, rows);
                }
                return withoutClock(draft);
            } finally {
                Files.delete(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Worksheet sheet, Office office, List<ListRow> rows) {
        sheet.value(0, 0, "PEMERINTAH KABUPATEN ACEH BESAR");
        sheet.value(1, 0, office.name().toUpperCase(Locale.ROOT));
        sheet.value(2, 0, "DAFTAR PENGIKUT AKUN INSTAGRAM PEMERINTAH KABUPATEN");
        sheet.value(4, 0, "No.");
        for (int column = 0; column < ListRow.HEADER.size(); column++) {
            sheet.value(4, column + 1, ListRow.HEADER.get(column));
            sheet.value(5, column + 1, column + 2);
        }
        sheet.value(5, 0, 1);
        int at = 6;
        for (ListRow row : rows) {
            sheet.value(at, 0, at - 5);
            List<String> cells = row.cells();
            for (int column = 0; column < cells.size(); column++) {
                sheet.value(at, column + 1, cells.get(column));
            }
            if (row.isNumeric()) {
                sheet.value(at, 1, new BigDecimal(row.number()).doubleValue());
            }
            at++;
        }
        sheet.value(at, 0, "Jumlah");
        sheet.value(at, 2, rows.size());
        sheet.value(at + 2, 7, "Kota Jantho, Juli 2020");
        sheet.value(at + 3, 7, "Kepala,");
        sheet.value(at + 6, 7, "NIP. 196801011990031001");
    }

    /** The same list has the same bytes whenever it is written. */
    private static byte[] withoutClock(Path workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(workbook.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry part : Collections.list(in.entries())) {
                ZipEntry copy = new ZipEntry(part.getName());
                copy.setTimeLocal(WRITTEN_AT);
                out.putNextEntry(copy);
                byte[] content = in.getInputStream(part).readAllBytes();
                out.write(part.getName().equals("docProps/core.xml") ? undated(content) : content);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] undated(byte[] core) {
        return new String(core, StandardCharsets.UTF_8)
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", WRITTEN_AT + ":00Z")
                .getBytes(StandardCharsets.UTF_8);
    }
}

package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.files.DatedZip;
import id.rekap.files.ZipPart;
import id.rekap.mandate.Mandate;
import id.rekap.snapshot.AgencyPosition;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * An agency's exceptions as its clerk works them off: a sheet that sums up, and a sheet of rows. There are hundreds a
 * night that differ in their cells alone, so what is the same in all is packed once and their sheets are written here; the
 * library that writes the other workbooks takes twice as long.
 */
final class AgencyWorkbook {
    /** In the order of the archive: what a program reads first comes first. */
    private static final List<String> SAME_IN_ALL = List.of(
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/app.xml",
            "docProps/core.xml",
            "xl/_rels/workbook.xml.rels",
            "xl/styles.xml");

    /** No night's date: a workbook differs from the last one where something in it does. */
    static final LocalDate ANY_DAY = LocalDate.of(1980, 1, 1);

    private final AgencySummarySheet summary;
    private final AgencyRowsSheet rows;
    private final List<ZipPart> same = new ArrayList<>();
    private final String book;

    AgencyWorkbook(Mandate mandate, Catalogue catalogue, Locale locale) {
        ListWording words = ListWording.in(locale);
        this.summary = new AgencySummarySheet(mandate, catalogue, words);
        this.rows = new AgencyRowsSheet(mandate, catalogue, words);
        for (String name : SAME_IN_ALL) {
            same.add(part(name, text(name)));
        }
        this.book = text("xl/workbook.xml")
                .replace("{summary}", words.text("sheet.summary"))
                .replace("{rows}", words.text("sheet.rows"));
    }

    /**
     * Writes it.
     *
     * @param position null for an agency that has left the register
     * @param parent whose list speaks for the agency, or null
     */
    void write(
            String agency,
            @Nullable AgencyPosition position,
            @Nullable AgencyPosition parent,
            AgencyToDo toMend,
            OutputStream out)
            throws IOException {
        DatedZip zip = new DatedZip(ANY_DAY, out);
        for (ZipPart part : same) {
            zip.add(part);
        }
        Deflater deflater = ZipPart.deflater();
        AgencyRowsSheet.Filled filled;
        try {
            zip.add(summary.part("xl/worksheets/sheet1.xml", deflater, agency, position, parent, toMend));
            filled = rows.part("xl/worksheets/sheet2.xml", deflater, toMend.lines());
        } finally {
            deflater.end();
        }
        zip.add(filled.part());
        zip.add(ZipPart.asItIs(
                "xl/workbook.xml", book.replace("{filtered}", filled.cells()).getBytes(StandardCharsets.UTF_8)));
        zip.end();
    }

    private static ZipPart part(String name, String text) {
        Deflater deflater = ZipPart.deflater();
        try {
            ZipPart.Packer packer = new ZipPart.Packer(name, deflater);
            packer.write(text.getBytes(StandardCharsets.UTF_8));
            return packer.part();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
    }

    private static String text(String name) {
        String resource = "workbook/" + name.substring(name.lastIndexOf('/') + 1);
        try (InputStream in = AgencyWorkbook.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program's file " + resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

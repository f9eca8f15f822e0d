package id.rekap.report;

import id.rekap.mandate.Mandate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * Reads everything of an English set that circulates, the CSV files aside, as somebody would who wants to know what is
 * hidden: each number is a sum of the people of agencies, groups and standings. A rate lies within its rounding, {@code < 3}
 * is 1 or 2, and what is withheld beside it is more.
 */
final class Circulating {
    private Circulating() {}

    /** What a set says. */
    static Unknowns read(Path set, Mandate mandate) {
        Ledger ledger = new Ledger(mandate);
        try (ReadableWorkbook book =
                new ReadableWorkbook(set.resolve("rekap.xlsx").toRealPath().toFile())) {
            Map<String, List<List<String>>> sheets = new HashMap<>();
            for (Sheet sheet : book.getSheets().toList()) {
                sheets.put(
                        sheet.getName(),
                        sheet.read().stream().map(Circulating::texts).toList());
            }
            new WorkbookReading(ledger).read(sheets);
            PageReading page = new PageReading(ledger);
            page.page(Files.readString(set.resolve("summary.html")));
            page.message(Files.readString(set.resolve("whatsapp.txt")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ledger.books();
        return ledger.known;
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (Cell cell : row) {
            texts.add(cell == null ? "" : Objects.requireNonNullElse(cell.getText(), ""));
        }
        return texts;
    }
}

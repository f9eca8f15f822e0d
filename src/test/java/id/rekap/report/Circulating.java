package id.rekap.report;

import id.rekap.mandate.Mandate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads everything of an English set that circulates, the CSV files aside, as somebody would who wants to know what is
 * hidden: each number is a sum of the people of agencies, groups and standings. A rate lies within its rounding, {@code < 3}
 * is 1 or 2, and what is withheld beside it is more.
 */
final class Circulating {
    private Circulating() {}

    /**
     * What a set says, and the lists of nights beside it of the nights up to its own.
     *
     * @param isListed whether anybody of an agency has a row; of one without a list everybody takes it for granted that nobody has
     */
    static Unknowns read(Path set, Mandate mandate, Earlier earlier, Predicate<String> isListed) {
        Ledger ledger = new Ledger(mandate);
        try (ReadableWorkbook book =
                new ReadableWorkbook(set.resolve("rekap.xlsx").toRealPath().toFile())) {
            Map<String, List<List<String>>> sheets = new HashMap<>();
            for (Sheet sheet : book.getSheets().toList()) {
                sheets.put(
                        sheet.getName(),
                        sheet.read().stream().map(Circulating::texts).toList());
            }
            new WorkbookReading(ledger, isListed).read(sheets);
            String page = Files.readString(set.resolve("summary.html"));
            PageReading reading = new PageReading(ledger);
            reading.page(page);
            reading.message(Files.readString(set.resolve("whatsapp.txt")));
            JsonNode manifest = JsonMapper.shared().readTree(Files.readString(set.resolve("manifest.json")));
            new ManifestReading(ledger).counts(manifest.path("counts"));
            EarlierReading nights = new EarlierReading(
                    ledger, LocalDate.parse(manifest.path("date").asString()), earlier);
            nights.books();
            nights.page(page);
            nights.sheet(sheets.getOrDefault("Trend", List.of()));
            try (DirectoryStream<Path> lists =
                    Files.newDirectoryStream(Objects.requireNonNull(set.getParent()), "index*.html")) {
                for (Path list : lists) {
                    nights.index(Files.readString(list));
                }
            }
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

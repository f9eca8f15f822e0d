package id.rekap.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The regency's agencies and what each sends on the three nights, from offices.csv. */
final class Offices {
    private static final CSVFormat WITH_HEADER =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private Offices() {}

    static List<Office> read() {
        try (InputStream table = Objects.requireNonNull(Offices.class.getResourceAsStream("offices.csv"));
                InputStreamReader text = new InputStreamReader(table, StandardCharsets.UTF_8)) {
            return WITH_HEADER.parse(text).stream().map(Offices::office).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Office office(CSVRecord row) {
        return new Office(
                row.get("kode"),
                row.get("nama"),
                row.get("induk"),
                row.get("alias"),
                row.get("wajib_lapor").equals("ya"),
                Integer.parseInt(row.get("people")),
                List.of(Sending.of(row.get("night1")), Sending.of(row.get("night2")), Sending.of(row.get("night3"))));
    }
}

package id.rekap.samples;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.catalogue.ExceptionCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class SampleWorkbooksTest {
    @Test
    void keepsTheWorkbooksThatTheGeneratorWrites() throws IOException {
        for (Map.Entry<String, byte[]> workbook : SampleWorkbooks.all().entrySet()) {
            assertThat(SampleWorkbooks.SAMPLES.resolve(workbook.getKey())).hasBinaryContent(workbook.getValue());
        }
    }

    @Test
    void writesWorkbooksThatSpreadsheetsOpen() throws IOException {
        Path good = SampleWorkbooks.SAMPLES.resolve("FILE_UNSAFE/good/night1/9.03.01/daftar.xlsx");
        try (ReadableWorkbook book = new ReadableWorkbook(good.toFile())) {
            assertThat(book.getFirstSheet().read()).hasSize(6);
        }
    }

    @Test
    void expectsRowsOfTheCasesOwnCodeInFilesThatAreThere() throws IOException {
        List<String> codes =
                Arrays.stream(ExceptionCode.values()).map(Enum::name).toList();
        for (Path folder : cases()) {
            assertThat(codes).contains(folder.getFileName().toString());
            assertThat(expected(folder.resolve("good"))).isEmpty();
            List<CSVRecord> bad = expected(folder.resolve("bad"));
            assertThat(bad).isNotEmpty();
            for (CSVRecord row : bad) {
                assertThat(row.get("code")).isEqualTo(folder.getFileName().toString());
                String file = row.get("file");
                boolean isThere = file.isEmpty() || file.equals("*") || dropped(folder.resolve("bad"), file);
                assertThat(isThere).as("%s of %s", file, folder).isTrue();
            }
        }
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(SampleWorkbooks.SAMPLES)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("bad")))
                    .toList();
        }
    }

    private static boolean dropped(Path inbox, String file) throws IOException {
        try (Stream<Path> nights = Files.list(inbox)) {
            return nights.anyMatch(night -> Files.exists(night.resolve(file)));
        }
    }

    private static List<CSVRecord> expected(Path inbox) throws IOException {
        CSVFormat withHeader = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(inbox.resolve("expected.csv"), StandardCharsets.UTF_8, withHeader)) {
            return parser.getRecords();
        }
    }
}

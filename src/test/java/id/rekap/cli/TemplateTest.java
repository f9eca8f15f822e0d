package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The form that template writes: read back as it is, filled in through a real night, and opened by LibreOffice. */
class TemplateTest {
    private static final String DATE = "2020-07-01";
    private static final int PEOPLE = 5;

    @TempDir
    Path home;

    @TempDir
    Path desk;

    private Office office;
    private Path form;

    @BeforeEach
    void register() {
        office = new Office(home);
        office.write("agencies.csv", """
                kode,nama,induk,alias
                1.02.01,"Dinas ""Contoh"" & Uji <1>",,Dicoba
                1.02.02,Dinas Lain,,
                """);
        office.write("employees.csv", """
                nip,nama,jenis,kode_opd
                197807032003041030,"Abdullah Amin, S.Ag",PNS,1.02.01
                197908042004052031,=Siti Hajar,CPNS,1.02.01
                198009052019211032,+Muhammad Iqbal,PPPK_PARUH_WAKTU,1.02.01
                1106236311830225,@Yusra,Tenaga Kontrak,1.02.01
                1106012412840236,-Aris Munandar,Tenaga Kontrak,1.02.01
                197203031997032002,Cut Mariana,PNS,1.02.02
                """);
        for (String what : List.of("agencies", "employees")) {
            Said said = office.rekap("import", what, home.resolve(what + ".csv").toString(), "--date", DATE);
            assertThat(said.exit()).as(said.err()).isZero();
        }
        form = desk.resolve("formulir.xlsx");
        Said said = template(form);
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).contains("5 people of Dinas");
    }

    private Said template(Path file, String... more) {
        String[] arguments = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "template", "--agency", "dicoba", "-o", file.toString(), "--date", DATE),
                        java.util.stream.Stream.of(more))
                .toArray(String[]::new);
        return office.rekap(arguments);
    }

    private JsonNode check(Path file, int exit) {
        Said said = office.rekap("check", file.toString(), "--agency", "1.02.01", "--date", DATE, "--json");
        assertThat(said.exit()).as(said.out() + said.err()).isEqualTo(exit);
        return JsonMapper.shared().readTree(said.out());
    }

    @Test
    void namesTheAgencysOwnPeopleUnderTheMandatesColumns() throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(form.toFile())) {
            assertThat(book.getSheets().map(Sheet::getName)).containsExactly("Daftar", "Petunjuk");
            List<Row> rows = book.getFirstSheet().read();
            assertThat(texts(rows.get(0)))
                    .containsExactly(
                            "NIP/NIK",
                            "Nama",
                            "Jenis",
                            "instagram",
                            "follow humasacehbesar",
                            "follow mediacenter acehbesar",
                            "repost",
                            "ajak keluarga",
                            "Keterangan");
            assertThat(rows.subList(1, PEOPLE + 1))
                    .extracting(row -> row.getCellText(0))
                    .containsExactlyInAnyOrder(
                            "197807032003041030",
                            "197908042004052031",
                            "198009052019211032",
                            "1106236311830225",
                            "1106012412840236");
        }
        String sheet = part(form, "xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .contains("<dataValidation sqref=\"C2:C206\" type=\"list\"")
                .contains("<dataValidation sqref=\"E2:E206\" type=\"list\"")
                .contains("<formula1>\"ya,tidak\"</formula1>")
                .contains("AND(ISNUMBER(G2),G2>=0,G2=INT(G2))")
                .contains("topLeftCell=\"C2\"")
                .contains("<autoFilter ref=\"A1:I206\"");
        assertThat(part(form, "xl/styles.xml")).contains("@");
        assertThat(sheet).containsPattern("<c r=\"A206\" s=\"\\d+\"");
    }

    private static List<String> texts(Row row) {
        return row.stream().map(cell -> cell == null ? "" : cell.getText()).toList();
    }

    @Test
    void givesNoExceptionWhileItIsEmpty() {
        JsonNode said = check(form, 0);
        assertThat(said.get("problems")).isEmpty();
        assertThat(said.get("rows").asInt()).isEqualTo(PEOPLE);
        assertThat(said.get("counted").asInt()).isEqualTo(PEOPLE);
    }

    @Test
    void comesThroughANightOnceItIsFilledIn() throws IOException {
        Path filled = filled(row -> row == 4 ? "kadang-kadang" : "ya");
        check(filled, 20);
        office.dropFile(filled, "1.02.01");
        Said night = office.rekap("run", "--date", DATE);
        assertThat(night.exit()).as(night.err()).isZero();
        assertThat(office.published(DATE, "exceptions.csv"))
                .filteredOn(row -> row.get("agency_code").equals("1.02.01"))
                .extracting(row -> row.get("code") + " " + row.get("row") + " " + row.get("field"))
                .containsExactly("VALUE_UNREADABLE 4 follow-humasacehbesar");
        int met = 0;
        for (CSVRecord row : office.published(DATE, "snapshot.csv")) {
            if (row.get("agency_code").equals("1.02.01")
                    && row.get("obligation").equals("all")) {
                met += Integer.parseInt(row.get("met"));
            }
        }
        assertThat(met).isEqualTo(PEOPLE - 1);
    }

    /** As a clerk fills it in; the follow cell of a row by its number. */
    private Path filled(java.util.function.IntFunction<String> follows) throws IOException {
        return rewritten(desk.resolve("daftar.xlsx"), sheet -> {
            String filled = sheet;
            for (int row = 2; row <= PEOPLE + 1; row++) {
                filled = filled.replaceFirst(
                        "<c r=\"D" + row + "\" s=\"(\\d+)\"\\s*(/>|></c>)",
                        "<c r=\"D" + row + "\" s=\"$1\" t=\"inlineStr\"><is><t>akun." + row + "</t></is></c>"
                                + inline("E" + row, follows.apply(row)) + inline("F" + row, "ya") + "<c r=\"G" + row
                                + "\"><v>3</v></c>");
            }
            return filled;
        });
    }

    private static String inline(String at, String text) {
        return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private Path rewritten(Path target, UnaryOperator<String> sheet) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(Files.newInputStream(form));
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] body = from.readAllBytes();
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(
                        entry.getName().equals("xl/worksheets/sheet1.xml")
                                ? sheet.apply(new String(body, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : body);
            }
        }
        return Files.write(target, bytes.toByteArray());
    }

    private static String part(Path book, String name) throws IOException {
        try (ZipInputStream parts = new ZipInputStream(Files.newInputStream(book))) {
            for (ZipEntry entry = parts.getNextEntry(); entry != null; entry = parts.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(parts.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IOException(name + " is not in " + book);
    }

    @Test
    void writesTheSameBytesForTheSamePeople() throws IOException {
        Path again = desk.resolve("lagi.xlsx");
        assertThat(template(again).exit()).isZero();
        assertThat(again).hasSameBinaryContentAs(form);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(form)))
                .isEqualTo("rw-r-----");
        try (var left = Files.list(desk)) {
            assertThat(left).containsExactlyInAnyOrder(form, again);
        }
    }

    @Test
    void neverWritesOverAFormThatMayBeFilledIn() throws IOException {
        byte[] before = Files.readAllBytes(form);
        Said said = template(form);
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("exists already");
        assertThat(form).hasBinaryContent(before);
        assertThat(template(desk.resolve("formulir.csv")).exit()).isEqualTo(2);
        assertThat(template(desk.resolve("none/formulir.xlsx")).exit()).isEqualTo(2);
        assertThat(office.rekap(
                                "template",
                                "--agency",
                                "9",
                                "-o",
                                desk.resolve("x.xlsx").toString(),
                                "--date",
                                DATE)
                        .exit())
                .isEqualTo(6);
    }

    @Test
    void speaksEnglishWhereTheHomeDoes() throws IOException {
        office.write("application.yml", Files.readString(home.resolve("application.yml")) + "\nrekap.locale: en\n");
        Path english = desk.resolve("form.xlsx");
        assertThat(template(english).exit()).isZero();
        try (ReadableWorkbook book = new ReadableWorkbook(english.toFile())) {
            assertThat(book.getSheets().map(Sheet::getName)).containsExactly("List", "Guide");
        }
        assertThat(check(english, 0).get("rows").asInt()).isEqualTo(PEOPLE);
    }

    @Test
    void staysCleanWhenLibreOfficeHasSavedIt() throws Exception {
        LibreOffice.orSkip("staysCleanWhenLibreOfficeHasSavedIt");
        Path filled = filled(row -> "ya");
        Path saved = LibreOffice.convert(filled, "xlsx", desk.resolve("saved"));
        assertThat(check(saved, 0).get("counted").asInt()).isEqualTo(PEOPLE);
        assertThat(part(saved, "xl/worksheets/sheet1.xml"))
                .containsPattern(Pattern.compile("<dataValidation[^>]*type=\"list\""));
        Path csv = LibreOffice.convert(filled, "csv", desk.resolve("csv"));
        assertThat(csv).content().contains("197807032003041030").contains("'=Siti Hajar");
    }
}

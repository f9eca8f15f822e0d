package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.report.Leaks;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What circulates of real nights: page, workbook, message, list of nights. */
class CirculatingTest {
    private static final List<String> CIRCULATING = List.of("summary.html", "rekap.xlsx", "whatsapp.txt");
    private static final String FIRST = "2020-07-30";
    private static final String SECOND = "2020-07-31";

    @TempDir
    Path home;

    @TempDir
    Path other;

    /** Ten people of one agency, two of another, both with lists; a third is silent. */
    private static Office office(Path home, String... configuration) throws IOException {
        Office office = new Office(home, configuration);
        StringBuilder people = new StringBuilder("nomor,nama,jenis,kode_opd\n");
        StringBuilder list =
                new StringBuilder("nip,nama,instagram,follow humasacehbesar,follow mediacenter acehbesar,repost\n");
        for (int i = 1; i <= 10; i++) {
            people.append(no(i)).append(",Ditanam Zulaikha,PNS,1.01\n");
            list.append(no(i))
                    .append(",Ditanam Zulaikha,akun.ditanam")
                    .append(i)
                    .append(",ya,ya,")
                    .append(i % 2)
                    .append('\n');
        }
        people.append("1106014101900077,Ditanam Berdua,TENAGA_KONTRAK,1.02\n");
        people.append("1106014101900078,Ditanam Berdua,TENAGA_KONTRAK,1.02\n");
        people.append(no(99)).append(",Ditanam Diam,PNS,1.03\n");
        office.write("a.csv", "kode,nama\n1.01,Dinas Sepuluh\n1.02,Kantor Berdua\n1.03,Dinas Diam\n");
        office.write("e.csv", people.toString());
        for (String[] what : new String[][] {{"agencies", "a.csv"}, {"employees", "e.csv"}}) {
            Office.Said said =
                    office.rekap("import", what[0], home.resolve(what[1]).toString(), "--date", FIRST);
            assertThat(said.exit()).as(said.err()).isZero();
        }
        office.write(
                "inbox/1.01/daftar.csv",
                list + "123,Ditanam Rusak,akun.x,ya,ya,1\n" + no(55) + ",Ditanam Asing,x.y,ya,ya,1\n");
        office.write("inbox/1.02/daftar.csv", """
                nik,nama,instagram,follow humasacehbesar,follow mediacenter acehbesar,repost
                1106014101900077,Ditanam Berdua,akun.dua,ya,ya,1
                1106014101900078,Ditanam Berdua,akun.tiga,Isian Ditanam,ya,1
                """);
        return office;
    }

    /** So many that each of eight partitions has some, with rows to complain of in each. */
    private static void moreAgencies(Office office) throws IOException {
        StringBuilder agencies = new StringBuilder(Files.readString(office.path("a.csv")));
        StringBuilder people = new StringBuilder(Files.readString(office.path("e.csv")));
        for (int i = 1; i <= 14; i++) {
            String code = "2.%02d".formatted(i);
            agencies.append(code).append(",Kecamatan ").append(i).append('\n');
            StringBuilder list = new StringBuilder("nip,nama,instagram,repost\n");
            for (int j = 0; j < 4; j++) {
                String no = no(100 + 10 * i + j);
                people.append(no)
                        .append(",Warga ")
                        .append(j)
                        .append(",PNS,")
                        .append(code)
                        .append('\n');
                list.append(no).append(",Warga ").append(j).append(",akun.").append(j % 3 * i);
                list.append(j == 2 ? ",banyak\n" : ",2\n");
            }
            office.write("inbox/" + code + "/daftar.csv", list.toString());
        }
        office.write("a.csv", agencies.toString());
        office.write("e.csv", people.toString());
        for (String[] what : new String[][] {{"agencies", "a.csv"}, {"employees", "e.csv"}}) {
            Office.Said said =
                    office.rekap("import", what[0], office.path(what[1]).toString(), "--date", FIRST);
            assertThat(said.exit()).as(said.err()).isZero();
        }
    }

    private static String no(int i) {
        return "198001012005011%03d".formatted(i);
    }

    private static void run(Office office, String date, String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", "--date", date));
        arguments.addAll(List.of(more));
        Office.Said said = office.rekap(arguments.toArray(String[]::new));
        assertThat(said.exit()).as(said.err()).isZero();
    }

    @Test
    void tellsHowManyAndNobody() throws IOException {
        Office office = office(home);
        run(office, FIRST);
        assertThat(text("reports/latest/exceptions.csv")).contains("Ditanam", no(55));
        for (String file : CIRCULATING) {
            assertThat(text("reports/latest/" + file))
                    .as(file)
                    .contains("Dinas Diam")
                    .doesNotContainIgnoringCase("ditanam")
                    .doesNotContain("1980010120", "110601410190", "*0077", "123,");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(home.resolve("reports/latest/" + file))))
                    .isEqualTo("rw-r--r--");
            assertThat(text("reports/latest/manifest.json")).contains("\"path\" : \"" + file + "\"");
        }
    }

    @Test
    void saysTheNightInAMessageThatThePageShares() throws IOException {
        Office office = office(home);
        run(office, FIRST);
        run(office, SECOND);
        String message = text("reports/latest/whatsapp.txt");
        assertThat(message)
                .hasSizeLessThanOrEqualTo(1_600)
                .contains("*Posisi per 31 Juli 2020*", "Tetap sejak 30 Juli 2020")
                .contains("*Perangkat daerah: 2 dari 3 sudah melapor*\nBelum melapor (1): Dinas Diam\n")
                .contains("ASN: tidak ditampilkan\nTenaga kontrak: tidak ditampilkan\n")
                .endsWith("posisi per 31 Juli 2020. Terima kasih.\n");
        assertThat(text("reports/latest/summary.html"))
                .contains("<th scope=\"col\">30 Jul</th><th scope=\"col\">31 Jul</th>")
                .doesNotContainPattern("Kantor Berdua</th><td>(\\d|[^<]*<td>\\d)")
                .contains("<th scope=\"row\">Dinas Diam</th><td>×<td>×</tr>");
        Matcher link =
                Pattern.compile("https://wa\\.me/\\?text=([^\"]*)\"").matcher(text("reports/latest/summary.html"));
        assertThat(link.find()).isTrue();
        assertThat(URLDecoder.decode(link.group(1), StandardCharsets.UTF_8)).isEqualTo(message);
    }

    @Test
    void givesBackNoGroupOfOneOrTwoPeople() throws IOException {
        Office office = office(home, "rekap.locale: en");
        moreAgencies(office);
        run(office, FIRST);
        run(office, SECOND);
        assertThat(text("reports/latest/rekap.xlsx")).contains("&lt; 3", "not shown");
        Mandate mandate = new Mandates(home).get("se-480-263-2020");
        assertThat(Leaks.published(home.resolve("reports"), mandate, FIRST, SECOND))
                .isEmpty();
        assertThat(text("reports/latest/summary.html") + text("reports/index.html"))
                .doesNotContain(".csv");
    }

    @Test
    void speaksEnglishWhereThatIsAskedFor() throws IOException {
        run(office(home, "rekap.locale: en"), FIRST);
        assertThat(text("reports/latest/whatsapp.txt"))
                .contains("*As of 30 July 2020*", "The first snapshot", "Yet to report (1): Dinas Diam")
                .doesNotContain("Posisi", "Belum");
        assertThat(text("reports/latest/rekap.xlsx"))
                .contains("Agencies", "Contract staff")
                .doesNotContain("Pegawai");
        assertThat(text("reports/index.html")).contains("30 July 2020", "Snapshots published: 1");
    }

    @Test
    void writesTheSameBytesAtAnyNumberOfPartitions() throws IOException {
        for (int partitions : new int[] {1, 2, 8}) {
            Path place = partitions == 1 ? home : other.resolve("" + partitions);
            Office office = office(place, "rekap.partitions: " + partitions);
            moreAgencies(office);
            run(office, FIRST);
            run(office, SECOND);
            run(office, SECOND, "--again");
            assertThat(Office.sets(place)).as(partitions + " partitions").isEqualTo(Office.sets(home));
            assertThat(place.resolve("reports/index.html")).hasSameBinaryContentAs(home.resolve("reports/index.html"));
        }
        assertThat(Office.sets(home))
                .hasSize(3 * (9 + 17 * 4))
                .containsKeys(
                        ".history/2020-07-31.2/summary.html",
                        ".history/2020-07-31.2/rekap.xlsx",
                        ".history/2020-07-31.2/whatsapp.txt")
                .containsKeys(
                        ".history/2020-07-31.2/agencies/2.14/index.html",
                        ".history/2020-07-31.2/agencies/2.14/exceptions.xlsx");
        String index = text("reports/index.html");
        assertThat(index).contains("\"2020-07-31/rekap.xlsx\"", "\".history/2020-07-31.1/whatsapp.txt\"", "revisi 2");
        assertThat(index.indexOf("31 Juli")).isLessThan(index.indexOf("30 Juli"));
    }

    @Test
    void restartListsANightThatWasPutInPlaceButNotListed() throws IOException {
        Office office = office(home);
        run(office, FIRST);
        Path index = home.resolve("reports/index.html");
        Files.delete(index);
        Files.createDirectories(index.resolve("in the way"));
        Office.Said said = office.rekap("run", "--date", SECOND);
        assertThat(said.exit()).isEqualTo(5);
        assertThat(said.err()).contains("list of nights");
        assertThat(home.resolve("reports/latest/manifest.json")).content().contains(SECOND);
        Files.delete(index.resolve("in the way"));
        Files.delete(index);
        assertThat(office.rekap("restart").exit()).isZero();
        assertThat(index).content().contains("31 Juli 2020", "30 Juli 2020", "Rekapitulasi yang sudah terbit: 2");
    }

    @Test
    void listsAnotherMandatesNightsInItsOwnFolder() throws IOException {
        Office office = office(home);
        office.write(
                "jobs/mandates/kedua.yml",
                Files.readString(Path.of("jobs/mandates/se-480-263-2020.yml"))
                        .replace("id: se-480-263-2020", "id: kedua")
                        .replace("Pengikut akun Instagram", "Surat kedua tentang akun"));
        run(office, FIRST);
        run(office, FIRST, "--mandate", "kedua");
        assertThat(text("reports/kedua/index.html")).contains("Surat kedua", "\"2020-07-30/summary.html\"");
        assertThat(text("reports/index.html")).doesNotContain("Surat kedua");
    }

    /** A file's text; of a workbook all of its parts. */
    private String text(String path) throws IOException {
        Path file = home.resolve(path);
        if (!path.endsWith(".xlsx")) {
            return Files.readString(file);
        }
        StringBuilder all = new StringBuilder();
        try (ZipFile parts = new ZipFile(file.toRealPath().toFile())) {
            for (ZipEntry part : Collections.list(parts.entries())) {
                try (InputStream in = parts.getInputStream(part)) {
                    all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return all.toString();
    }
}

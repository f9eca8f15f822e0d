package id.rekap.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The samples that have to be workbooks. After a change here, run {@link #main} at the root of the project. */
final class SampleWorkbooks {
    static final Path SAMPLES = Path.of("jobs/samples");

    private static final List<String> HEADER = List.of(
            "nip", "nama", "jenis", "instagram", "follow humasacehbesar", "follow mediacenter acehbesar", "repost");
    private static final String DOCTYPE =
            "<!DOCTYPE worksheet [<!ENTITY isi SYSTEM \"file:///nonexistent/contoh.txt\">]>";

    private SampleWorkbooks() {}

    /** Path below {@link #SAMPLES} and content. */
    static Map<String, byte[]> all() {
        Map<String, byte[]> all = new TreeMap<>();
        all.put("ID_DAMAGED/good/night1/7.01.02/daftar.xlsx", list("", "").bytes());
        all.put("ID_DAMAGED/bad/night1/9.03.01/daftar.xlsx", list("#", "=").bytes());
        all.put("FILE_UNSAFE/good/night1/9.03.01/daftar.xlsx", list("", "").bytes());
        all.put(
                "FILE_UNSAFE/bad/night1/9.03.01/daftar.xlsx",
                list("", "").withDoctype(DOCTYPE).bytes());
        return all;
    }

    public static void main(String[] args) throws IOException {
        for (Map.Entry<String, byte[]> workbook : all().entrySet()) {
            Path file = SAMPLES.resolve(workbook.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, workbook.getValue());
        }
    }

    /** Baitul Mal's list, with marks in front of the identifiers in its rows 3 and 5. */
    private static PlainWorkbook list(String second, String fourth) {
        return new PlainWorkbook()
                .row(HEADER)
                .row(person("197807032003041030", "Tgk. Abdullah Amin, S.Ag", "PNS", "abdullah.amin.contoh"))
                .row(person(second + "197908042004052031", "Siti Hajar", "PNS", "siti.hajar.contoh"))
                .row(person("198009052019211032", "Muhammad Iqbal Putra", "PPPK", "iqbal.putra.contoh"))
                .row(person(fourth + "1106236311830225", "Yusra", "Tenaga Kontrak", "yusra.contoh"))
                .row(person("1106012412840236", "Aris Munandar", "Tenaga Kontrak", "aris.munandar.contoh"));
    }

    private static List<String> person(String number, String name, String type, String handle) {
        return List.of(number, name, type, handle, "ya", "ya", "#2");
    }
}

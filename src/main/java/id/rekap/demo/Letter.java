package id.rekap.demo;

import id.rekap.files.Modes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A file that an office drops. */
final class Letter {
    /** Long ago, so that no quiet period keeps a run from taking it. */
    private static final FileTime SENT = FileTime.from(Instant.parse("2020-07-13T01:00:00Z"));

    private final String name;
    private final byte[] bytes;

    Letter(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** What an office drops on a night, if anything. */
    static List<Letter> of(Office office, int night, Lists.OfficeList list, Lists.OfficeList first) {
        return switch (office.on(night)) {
            case NOTHING -> List.of();
            case CSV -> List.of(new Letter("daftar instagram.csv", ListText.commas(list.rows())));
            case SEMICOLON -> List.of(new Letter("Daftar_IG.csv", ListText.semicolons(list.rows())));
            case XLSX -> List.of(new Letter("Daftar Pengikut IG.xlsx", Workbooks.of(office, list.rows())));
            case PAIR ->
                List.of(
                        new Letter("daftar ASN.csv", ListText.commas(list.rows(false))),
                        new Letter("daftar tenaga kontrak.csv", ListText.commas(list.rows(true))));
            case PDF -> List.of(new Letter("Laporan.pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)));
            case SAME -> List.of(new Letter("daftar instagram (1).csv", ListText.commas(first.rows())));
            case RALAT -> List.of(new Letter("Ralat daftar instagram.csv", ListText.commas(list.corrections())));
            case SHORT ->
                List.of(new Letter(
                        "daftar baru.csv",
                        ListText.commas(list.rows().subList(0, list.rows().size() * 2 / 5))));
            case BROKEN -> List.of(new Letter("Daftar Pengikut IG.xlsx", cut(Workbooks.of(office, list.rows()))));
        };
    }

    void dropInto(Path folder) throws IOException {
        Modes.OPERATORS.makeFolders(folder);
        Path file = folder.resolve(name);
        Modes.OPERATORS.makeFile(file);
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, SENT);
    }

    private static byte[] cut(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }
}

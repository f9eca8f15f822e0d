package id.rekap.intake;

import id.rekap.mandate.Header;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A list as some office might send it, grown from a seed: a grid of cells, and what the rows in it mean. */
public final class RandomList {
    private static final List<String> IDENTIFIERS =
            List.of("nip", "nik", "nip/nik", "nip baru", "nomor induk pegawai", "nomor");
    private static final List<String> OWN = List.of("Keterangan", "Pangkat/Gol", "Unit Kerja", "No HP", "Alamat");
    private static final List<String> NAMES = List.of(
            "Azhar Yunus, S.H, M.Si",
            "Cut Mariana",
            "Nur",
            "Dr. Ir. Ridwan; M.T",
            "T. Munir \"Adi\"",
            "José Andrés",
            "O'Brien",
            "Hj. Sukaini",
            "Muhd. Total",
            "M. Jumlah");
    private static final List<String> HANDLES =
            List.of("azhar.yunus", "@cut_mariana", "belum punya", "-", "", "https://instagram.com/nur.contoh", "ya");
    private static final List<String> WORDS = List.of("ya", "tidak", "Sudah", "blm", "", "x", " ya ", "√", "v");
    private static final List<String> COUNTS = List.of("0", "1", "12", "", "3", "1.204", "tiga", "2 kali");
    private static final List<String> REMARKS =
            List.of("", "Lantai 2", "cuti; sejak Mei", "a, b dan c", "\"kutip\"", "III/a", "0812-0000", "dua\nbaris");

    /** In a workbook the number that a spreadsheet has made of an identifier, elsewhere what it shows of it. */
    static final String DAMAGED = "1.98609262015051E+17";

    /** Every name that a header may have, and each of its columns. */
    enum Meaning {
        IDENTIFIER,
        SECOND_IDENTIFIER,
        NAME,
        TYPE,
        OBLIGATION,
        OWN
    }

    record Column(Meaning meaning, int obligation, String header) {}

    /** What a data row means; values as read: null where the list has no such column; no number where it is damaged. */
    record Meant(
            int row,
            RowFault fault,
            String no,
            String name,
            String type,
            List<@Nullable String> values,
            List<String> own) {}

    final List<Column> columns = new ArrayList<>();
    final List<List<String>> grid = new ArrayList<>();
    final List<Meant> meant = new ArrayList<>();
    final Random random;
    private final Mandate mandate;

    public RandomList(long seed, Mandate mandate) {
        this.random = new Random(seed);
        this.mandate = mandate;
        columns();
        for (int i = random.nextInt(chance(20) ? 19 : 6); i > 0; i--) {
            lone(pick(List.of("PEMERINTAH KABUPATEN CONTOH", "DAFTAR PEGAWAI, JULI 2020", "", "Dinas Contoh")));
        }
        grid.add(new ArrayList<>(columns.stream().map(Column::header).toList()));
        if (chance(25)) {
            numbering();
        }
        for (int i = 1 + random.nextInt(25); i > 0; i--) {
            if (chance(8)) {
                grid.add(blank());
            }
            data();
        }
        end();
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    private void columns() {
        if (chance(15)) {
            columns.add(new Column(Meaning.IDENTIFIER, -1, written("nip")));
            columns.add(new Column(Meaning.SECOND_IDENTIFIER, -1, written("nik")));
        } else {
            columns.add(new Column(Meaning.IDENTIFIER, -1, written(pick(IDENTIFIERS))));
        }
        if (chance(85)) {
            columns.add(new Column(Meaning.NAME, -1, written("nama")));
        }
        if (chance(60)) {
            columns.add(new Column(Meaning.TYPE, -1, written("jenis")));
        }
        List<Obligation> obligations = mandate.obligations();
        int always = random.nextInt(obligations.size());
        for (int i = 0; i < obligations.size(); i++) {
            if (i == always || chance(80)) {
                columns.add(new Column(
                        Meaning.OBLIGATION, i, written(pick(obligations.get(i).columns()))));
            }
        }
        OWN.stream().filter(header -> chance(30)).forEach(header -> columns.add(new Column(Meaning.OWN, -1, header)));
        Collections.shuffle(columns, random);
        if (chance(40)) {
            boolean isTaken = columns.stream()
                    .anyMatch(column -> Header.folded(column.header()).equals("nomor"));
            columns.add(0, new Column(Meaning.OWN, -1, isTaken || chance(70) ? "No." : "Nomor"));
        }
    }

    /** A header as people write it: it is read without case, blanks and marks. */
    private String written(String name) {
        StringBuilder written = new StringBuilder();
        for (String word : name.split(" ", -1)) {
            if (!written.isEmpty()) {
                written.append(pick(List.of(" ", "_", "-", " / ", "  ", "")));
            }
            written.append(
                    switch (random.nextInt(3)) {
                        case 0 -> word;
                        case 1 -> word.toUpperCase(Locale.ROOT);
                        default -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
                    });
        }
        return written + (chance(10) ? " " : "");
    }

    private List<String> blank() {
        return new ArrayList<>(Collections.nCopies(columns.size(), ""));
    }

    private void lone(String text) {
        List<String> row = blank();
        row.set(random.nextInt(columns.size()), text);
        grid.add(row);
    }

    private void numbering() {
        List<String> row = blank();
        boolean inBrackets = chance(30);
        row.replaceAll(cell -> "");
        for (int i = 0; i < row.size(); i++) {
            row.set(i, inBrackets ? "(" + (i + 1) + ")" : Integer.toString(i + 1));
        }
        grid.add(row);
    }

    private void data() {
        boolean isNip = chance(60);
        String no = digits(isNip ? 15 : 13) + (1 + random.nextInt(9)) + digits(1) + (1 + random.nextInt(9));
        String name = pick(NAMES);
        String type = pick(List.of("PNS", "pppk", "Tenaga Kontrak", "", "honorer"));
        List<@Nullable String> values =
                new ArrayList<>(Collections.nCopies(mandate.obligations().size(), null));
        List<String> own = new ArrayList<>();
        List<String> row = blank();
        boolean two = columns.stream().anyMatch(c -> c.meaning() == Meaning.SECOND_IDENTIFIER);
        boolean named = false;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            switch (column.meaning()) {
                case IDENTIFIER -> row.set(i, two && !isNip ? "" : identifier(no));
                case SECOND_IDENTIFIER -> row.set(i, isNip ? "" : identifier(no));
                case NAME -> {
                    named = true;
                    row.set(i, name);
                }
                case TYPE -> row.set(i, type);
                case OBLIGATION -> {
                    String cell = cell(mandate.obligations().get(column.obligation()));
                    row.set(i, cell);
                    values.set(column.obligation(), cell.strip());
                }
                case OWN -> {
                    row.set(
                            i,
                            column.header().startsWith("No") && i == 0
                                    ? Integer.toString(meant.size() + 1)
                                    : pick(REMARKS));
                    own.add(row.get(i));
                }
            }
        }
        boolean typed = columns.stream().anyMatch(c -> c.meaning() == Meaning.TYPE);
        grid.add(row);
        long filled = row.stream().filter(cell -> !cell.isBlank()).count();
        if (filled > 1 || row.stream().noneMatch(cell -> cell.startsWith("NIP."))) {
            boolean isDamaged = row.contains(DAMAGED);
            meant.add(new Meant(
                    grid.size(),
                    isDamaged ? RowFault.DAMAGED : RowFault.NONE,
                    isDamaged ? "" : no,
                    named ? name : "",
                    typed ? type : "",
                    values,
                    own));
        }
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private String identifier(String no) {
        return switch (random.nextInt(9)) {
            case 0 -> "'" + no;
            case 1 -> "NIP. " + no;
            case 2 -> no.substring(0, 8) + " " + no.substring(8, 14) + " " + no.substring(14);
            case 3 -> "=\"" + no + "\"";
            case 4 -> no + "\u00a0";
            case 5 -> " " + no;
            case 6 -> chance(10) ? DAMAGED : no;
            default -> no;
        };
    }

    private String cell(Obligation obligation) {
        return switch (obligation.kind()) {
            case HANDLE -> pick(HANDLES);
            case YES_NO -> pick(WORDS);
            case COUNT -> pick(COUNTS);
        };
    }

    private void end() {
        if (chance(40)) {
            List<String> sum = blank();
            sum.set(0, pick(List.of("Jumlah", "TOTAL", "jumlah pegawai")));
            sum.set(columns.size() - 1, "12");
            grid.add(sum);
        }
        if (chance(40)) {
            grid.add(blank());
            lone("Kota Contoh, 1 Juli 2020");
            lone("Kepala Dinas Contoh");
            lone("NIP. 19700101 199503 1 001");
            List<String> two = blank();
            two.set(0, "NIP. 19700101 199503 1 001");
            two.set(columns.size() - 1, "NIP. 19710101 199503 2 001");
            grid.add(two);
        }
    }
}

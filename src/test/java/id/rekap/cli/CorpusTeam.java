package id.rekap.cli;

import id.rekap.tabular.Xlsx;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The people of one case of the corpus: twelve civil servants, a PPPK and a contract worker. Their numbers end in the
 * number of the team, so that no two cases share anybody.
 */
public record CorpusTeam(int team) {
    private static final List<String> NAMES = List.of(
            "Budi Santoso",
            "Cut Mariana",
            "Teuku Rahmat",
            "Nur Halimah",
            "Muhammad Iqbal",
            "Azhar",
            "Siti Rahmah",
            "Said Fauzi",
            "Yusuf Ismail",
            "Dewi Lestari",
            "Joko Susilo",
            "Bahrul Jamil",
            "Rina Wati",
            "Hasan Basri");
    private static final List<String> HEADER =
            List.of("NIP/NIK", "Nama", "Instagram", "Follow humas", "Follow mediacenter", "Repost");

    public String no(int member) {
        return switch (member) {
            case 13 -> "199004122021212" + team;
            case 14 -> "1108015203900" + team;
            default -> "198609262015%02d1%d".formatted(member, team);
        };
    }

    String name(int member) {
        return NAMES.get(member - 1);
    }

    String type(int member) {
        return member == 13 ? "PPPK" : member == 14 ? "TENAGA_KONTRAK" : "PNS";
    }

    /** The register's rows of a team. */
    public String register(String agency) {
        return IntStream.rangeClosed(1, NAMES.size())
                .mapToObj(i -> String.join(",", no(i), name(i), type(i), agency))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Sheet rows: the header and three people, the first number written as it is given. */
    String rows(String firstCell) {
        return header(1) + row(2, 1, firstCell) + row(3, 13) + row(4, 14);
    }

    String rows() {
        return rows(Xlsx.inline("A2", no(1)));
    }

    public static String header(int row) {
        return "<row r=\"" + row + "\">" + cells(row, 0, HEADER) + "</row>";
    }

    public String row(int row, int member) {
        return row(row, member, Xlsx.inline("A" + row, no(member)));
    }

    String row(int row, int member, String numberCell) {
        return "<row r=\"" + row + "\">" + numberCell + cells(row, 1, rest(member)) + "</row>";
    }

    public List<String> rest(int member) {
        return List.of(name(member), "akun" + member + "." + team, "ya", "ya", "3");
    }

    static String cells(int row, int from, List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> Xlsx.inline((char) ('A' + from + i) + Integer.toString(row), texts.get(i)))
                .collect(Collectors.joining());
    }

    /** The list as a CSV. */
    String csv() {
        return String.join(";", HEADER) + "\r\n"
                + IntStream.of(1, 13, 14)
                        .mapToObj(i -> no(i) + ";" + String.join(";", rest(i)) + "\r\n")
                        .collect(Collectors.joining());
    }
}

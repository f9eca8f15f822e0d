package id.rekap.claims;

import id.rekap.mandate.Group;
import id.rekap.register.Agency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Wordings of reports with what they claim, and the agencies that they name. */
final class Wordings {
    record Wording(String claims, String text) {}

    static final AgencyNames NAMES = new AgencyNames(List.of(
            agency("1.06.01", "Dinas Sosial", "Dinsos"),
            agency("DISDIK", "Dinas Pendidikan"),
            agency("DISDIK-DAYAH", "Dinas Pendidikan Dayah"),
            agency("MPD", "Sekretariat Majelis Pendidikan Daerah"),
            agency("SDN-1", "SD Negeri 1 Lhoknga"),
            agency("BAG-HUMAS", "Bagian Humas dan Protokol", "Humas"),
            agency("KEC-LHOKNGA", "Kecamatan Lhoknga", "Camat Lhoknga")));

    private Wordings() {}

    static List<Wording> read(String file) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/chats", file)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Wordings::wording)
                .toList();
    }

    private static Wording wording(String line) {
        int arrow = line.indexOf(" => ");
        String text = (arrow < 0 ? line : line.substring(arrow + 4)).replace("\\n", "\n");
        return new Wording(arrow < 0 ? "" : line.substring(0, arrow), text);
    }

    static List<AgencyReading> readings(String text) {
        return new MessageReader(NAMES).read(text);
    }

    /** As the files write it; agencies in doubt by their short names alone. */
    static String claims(String text) {
        List<AgencyReading> readings = readings(text);
        boolean doubtful = readings.stream().anyMatch(reading -> reading.doubt().isPresent());
        return readings.stream().map(Wordings::claim).collect(Collectors.joining(doubtful ? " " : "; "));
    }

    private static String claim(AgencyReading reading) {
        String claim = shortName(reading.agency());
        if (reading.doubt().isPresent()) return claim;
        if (reading.nil()) return claim + " NIL";
        for (Group group : Group.values()) {
            Count count = reading.counts().get(group);
            String letter = group == Group.ASN ? " A" : " K";
            if (count != null) claim += letter + count.people() + "/" + count.following();
        }
        return claim;
    }

    private static String shortName(String code) {
        return switch (code) {
            case "1.06.01" -> "SOS";
            case "DISDIK" -> "DIK";
            case "DISDIK-DAYAH" -> "DAY";
            case "SDN-1" -> "SDN";
            case "BAG-HUMAS" -> "HUM";
            case "KEC-LHOKNGA" -> "LHO";
            default -> code;
        };
    }

    private static Agency agency(String code, String name, String... aliases) {
        return new Agency(code, name, null, List.of(aliases), true);
    }
}

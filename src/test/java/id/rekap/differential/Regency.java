package id.rekap.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A made-up regency as it changes: who works where under which number, and what the register's files say of that. */
final class Regency {
    static final List<String> CODES = List.of("1.01", "1.02", "1.03", "1.04", "1.05");
    private static final List<String> ASN = List.of("PNS", "PPPK");
    private static final int PEOPLE = 22;

    final List<Soul> people = new ArrayList<>();
    private final Map<String, Unit> units = new TreeMap<>();
    private final Random random;

    /** A person: under one number at a time, and the register may be told of the others. */
    static final class Soul {
        final int id;
        String agency;
        String type;
        String status = "01";
        int number;
        boolean present = true;
        final List<String> former = new ArrayList<>();

        Soul(int id, String agency, String type) {
            this.id = id;
            this.agency = agency;
            this.type = type;
        }

        String no() {
            return no(number);
        }

        /** A NIP: birth date, appointment, sex, sequence. */
        String no(int which) {
            return "19%02d%02d%02d%04d%02d1%03d"
                    .formatted(70 + id % 20, 1 + id % 12, 1 + (id * 7 + which) % 28, 2010 + which, 1 + id % 12, 1 + id);
        }

        String name() {
            return "Orang Rekaan " + (char) ('A' + id % 26) + (char) ('a' + id / 26);
        }
    }

    private static final class Unit {
        String name = "";

        @Nullable
        String parent;

        boolean expected = true;
        boolean present = true;
    }

    Regency(Random random) {
        this.random = random;
        for (String code : CODES) {
            Unit unit = new Unit();
            unit.name = "Dinas " + code;
            units.put(code, unit);
        }
        for (int id = 0; id < PEOPLE; id++) {
            // most are in the first agency: lists that shrink are held only where there are enough people
            String agency = id < 12 ? CODES.get(0) : CODES.get(random.nextInt(CODES.size()));
            people.add(new Soul(id, agency, id % 2 == 0 ? "TENAGA_KONTRAK" : one(ASN)));
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    Soul anybody() {
        return one(people);
    }

    /** Codes that hold now. */
    List<String> codes() {
        return units.entrySet().stream()
                .filter(unit -> unit.getValue().present)
                .map(Map.Entry::getKey)
                .toList();
    }

    void agenciesChange() {
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            String code = one(CODES);
            Unit unit = units.getOrDefault(code, new Unit());
            switch (random.nextInt(5)) {
                case 0 -> unit.name = "Dinas " + code + " " + random.nextInt(3);
                case 1 -> unit.expected = !unit.expected;
                case 2 -> unit.present = !unit.present;
                case 3 -> unit.parent = null;
                default -> unit.parent = code.compareTo(CODES.get(1)) > 0 ? one(CODES.subList(0, 2)) : null;
            }
        }
        if (codes().isEmpty()) {
            units.values().forEach(unit -> unit.present = true);
        }
    }

    void peopleChange() {
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            Soul soul = anybody();
            switch (random.nextInt(8)) {
                case 0, 1 -> soul.agency = one(CODES);
                case 2 -> soul.type = random.nextInt(3) == 0 ? "TENAGA_KONTRAK" : one(ASN);
                case 3 -> soul.status = random.nextInt(2) == 0 ? "01" : "99";
                case 4 -> soul.present = !soul.present;
                case 5 -> renumber(soul);
                case 6 -> soul.former.clear();
                default -> former(soul, soul.no(random.nextInt(3)));
            }
        }
    }

    /** Mostly the register is told of the number before. */
    private void renumber(Soul soul) {
        String before = soul.no();
        soul.number = random.nextInt(3);
        soul.former.remove(soul.no());
        if (random.nextInt(3) > 0) {
            former(soul, before);
        }
    }

    private static void former(Soul soul, String no) {
        if (!no.equals(soul.no()) && !soul.former.contains(no)) {
            soul.former.add(no);
        }
    }

    /** The list of agencies as it stands. */
    String agencies() {
        StringBuilder file = new StringBuilder("kode,nama,induk,wajib_lapor\n");
        for (String code : codes()) {
            Unit unit = units.getOrDefault(code, new Unit());
            String parent = unit.parent != null && codes().contains(unit.parent) ? unit.parent : "";
            file.append(String.join(",", code, unit.name, parent, unit.expected ? "ya" : "tidak"))
                    .append('\n');
        }
        return file.toString();
    }

    /** Every agency that there can be. */
    static String everyAgency() {
        StringBuilder file = new StringBuilder("kode,nama\n");
        CODES.forEach(code -> file.append(code).append(",X\n"));
        return file.toString();
    }

    /** The register of a group, or of all, as it stands; empty where nobody is in it. */
    String employees(@Nullable String group) {
        StringBuilder file = new StringBuilder();
        boolean tellsFormer = random.nextInt(8) > 0;
        List<String> codes = codes();
        for (Soul soul : people) {
            boolean isContract = soul.type.equals("TENAGA_KONTRAK");
            boolean isMeant = group == null || group.equals("ASN") != isContract;
            if (soul.present && isMeant && codes.contains(soul.agency)) {
                String former = tellsFormer ? String.join("|", soul.former) : "";
                file.append(String.join(",", soul.no(), soul.name(), soul.type, soul.agency, soul.status, former))
                        .append('\n');
            }
        }
        return file.isEmpty() ? "" : "nomor,nama,jenis,kode_opd,status,nomor_lama\n" + file;
    }

    private final Map<Integer, String> answers = new LinkedHashMap<>();

    /** A row of a list about somebody; answers stay mostly the same. */
    String row(Soul soul) {
        String no = random.nextInt(6) == 0 ? soul.no(random.nextInt(3)) : soul.no();
        String name = random.nextInt(15) == 0 ? "Orang Lain" : soul.name();
        if (random.nextInt(3) == 0) {
            answers.remove(soul.id);
        }
        String answer = answers.computeIfAbsent(soul.id, id -> answer(soul));
        return no + "," + name + "," + answer;
    }

    private String answer(Soul soul) {
        String handle = switch (random.nextInt(5)) {
            case 0 -> "akun.bersama" + random.nextInt(2);
            case 1 -> "";
            case 2 -> "tidak ada";
            default -> "akun" + soul.id;
        };
        List<String> words = List.of("ya", "ya", "tidak", "", "x");
        return String.join(",", handle, one(words), one(words), String.format(Locale.ROOT, "%d", random.nextInt(3)));
    }
}

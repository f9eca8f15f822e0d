package id.rekap.report;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the sheets of a workbook say. */
final class WorkbookReading {
    private final Ledger ledger;
    private final Predicate<String> isListed;
    private static final List<String> KINDS = List.of("fresh", "reopened", "still", "open", "resolved");

    private final Set<String> whole = new HashSet<>();

    WorkbookReading(Ledger ledger, Predicate<String> isListed) {
        this.ledger = ledger;
        this.isListed = isListed;
    }

    void read(Map<String, List<List<String>>> sheets) {
        List<List<String>> positions = sheets.getOrDefault("Agencies", List.of());
        for (List<String> row : positions.subList(1, positions.size())) {
            ledger.agencies.add(row.get(0));
            ledger.codesOf.put(row.get(1), row.get(0));
        }
        boolean tellsFew = positions.stream().anyMatch(row -> row.contains(Ledger.FEW));
        for (List<String> row : positions.subList(1, positions.size())) {
            Set<String> one = Set.of(row.get(0));
            if (row.get(3).isEmpty() && row.get(4).isEmpty() && !isListed.test(row.get(0))) {
                ledger.nothingKnown(row.get(0));
            }
            for (int i = 0; i < Ledger.LISTED.size(); i++) {
                ledger.seenListed(row.get(6 + i), Map.of(Ledger.listed(row.get(0), Ledger.LISTED.get(i)), 1L));
            }
            ledger.seen(row.get(9), one, Ledger.BOTH, Mandate.ALL, "people");
            ledger.seenListed(row.get(10), ledger.counted(one, Ledger.BOTH, "follows"));
            ledger.seen(row.get(12), one, Ledger.BOTH, Mandate.ALL, "due");
            ledger.seen(row.get(13), one, Ledger.BOTH, Mandate.ALL, "met");
            if (Ledger.number(row.get(9)) != null) {
                whole.add(row.get(0));
            } else if (row.get(9).equals(Ledger.FEW)) {
                ledger.known.between(Map.of(Ledger.people(row.get(0)), 1L), 1, 2);
            } else if (tellsFew) {
                ledger.known.between(Map.of(Ledger.people(row.get(0)), 1L), 3, Unknowns.MOST);
            }
        }
        counts(sheets.getOrDefault("Counts", List.of()));
        List<List<String>> exceptions = sheets.getOrDefault("Exceptions", List.of());
        ledger.senders.addAll(ledger.agencies);
        exceptions.stream().skip(1).map(row -> row.get(0)).forEach(ledger.senders::add);
        exceptions(exceptions, positions);
        summary(sheets.getOrDefault("Summary", List.of()));
    }

    private void counts(List<List<String>> rows) {
        Set<String> listed = new HashSet<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            String agency = row.get(0);
            Group group = row.get(2).equals("ASN") ? Group.ASN : Group.TENAGA_KONTRAK;
            listed.add(Ledger.people(agency, group));
            Set<String> one = Set.of(agency);
            ledger.seen(row.get(3), one, List.of(group), Mandate.ALL, "people");
            if (whole.contains(agency) && Ledger.number(row.get(3)) == null) {
                boolean isFew = row.get(3).equals(Ledger.FEW);
                ledger.known.between(
                        Map.of(Ledger.people(agency, group), 1L), isFew ? 1 : 3, isFew ? 2 : Unknowns.MOST);
            }
            int at = 4;
            for (String head : rows.get(0).subList(4, rows.get(0).size())) {
                String obligation = ledger.obligations.get(head.replaceFirst(": [^:]*$", ""));
                if (obligation == null) {
                    break;
                }
                String what = head.endsWith(": Due") ? "due" : head.endsWith(": Met") ? "met" : "";
                if (!what.isEmpty()) {
                    ledger.seen(row.get(at), one, List.of(group), obligation, what);
                }
                at++;
            }
            claimed(row.subList(at, row.size()), one, group);
        }
        for (String agency : ledger.agencies) {
            for (Group group : Group.values()) {
                if (!listed.contains(Ledger.people(agency, group))) {
                    ledger.known.equal(Map.of(Ledger.people(agency, group), 1L), 0);
                }
            }
        }
    }

    /** What is claimed tells of the list, where the difference is shown. */
    private void claimed(List<String> cells, Set<String> of, Group group) {
        ledger.seenCounted(cells.get(0), of, group, "rows");
        ledger.seenCounted(cells.get(1), of, group, "follows");
        Long claimed = Ledger.number(cells.get(3));
        if (claimed != null && cells.get(4).matches("-?\\d+")) {
            ledger.seenCounted(Long.toString(claimed - Long.parseLong(cells.get(4))), of, group, "follows");
        }
    }

    private void summary(List<List<String>> rows) {
        List<String> columns = List.of("people", "exempt", "due", "met", "unverified", "not-met", "not-reported");
        for (List<String> row : rows) {
            if (row.size() == 2 && row.get(0).equals("People who have met all obligations")) {
                ledger.seen(row.get(1), ledger.agencies, Ledger.BOTH, Mandate.ALL, "met");
            } else if (row.size() == 2 && row.get(0).equals("People who have to meet them")) {
                ledger.seen(row.get(1), ledger.agencies, Ledger.BOTH, Mandate.ALL, "due");
            } else if (row.size() == 2 && row.get(0).equals("People not known yet")) {
                ledger.seen(row.get(1), ledger.agencies, Ledger.BOTH, Mandate.ALL, "not-reported");
            }
            if (row.size() == 4 && List.of("Everybody", "ASN", "Contract staff").contains(row.get(0))) {
                List<Group> of = row.get(0).equals("Everybody")
                        ? Ledger.BOTH
                        : List.of(row.get(0).equals("ASN") ? Group.ASN : Group.TENAGA_KONTRAK);
                ledger.headline(row.get(2), row.get(1), of);
            }
            String label = row.isEmpty() ? "" : row.get(0).replace(" (voluntary, not part of the rate)", "");
            String obligation = ledger.obligations.get(label);
            List<Group> groups = Ledger.BOTH;
            if (label.startsWith("All obligations: ")) {
                obligation = Mandate.ALL;
                groups = List.of(label.endsWith("ASN") ? Group.ASN : Group.TENAGA_KONTRAK);
            }
            if (obligation != null && row.size() > columns.size()) {
                for (int i = 0; i < columns.size(); i++) {
                    ledger.seen(row.get(1 + i), ledger.agencies, groups, obligation, columns.get(i));
                }
            }
            Matcher code = Pattern.compile(".* \\(([A-Z_]+)\\)").matcher(label);
            if (code.matches() && row.size() >= 7) {
                for (int i = 0; i < KINDS.size(); i++) {
                    total(row.get(2 + i), code.group(1), KINDS.get(i));
                }
            }
        }
    }

    /** Everywhere. What is open is new, or has come back, or still open. */
    private void total(String text, String code, String kind) {
        Map<String, Long> sum = new HashMap<>();
        ledger.senders.forEach(a -> sum.put(Ledger.exceptions(a, code, kind), 1L));
        ledger.known.equal(sum, Objects.requireNonNull(Ledger.number(text)));
        for (String sender : ledger.senders) {
            Map<String, Long> open = new HashMap<>(Map.of(Ledger.exceptions(sender, code, "open"), -1L));
            KINDS.subList(0, 3).forEach(one -> open.put(Ledger.exceptions(sender, code, one), 1L));
            ledger.known.equal(open, 0);
        }
    }

    private void exceptions(List<List<String>> rows, List<List<String>> positions) {
        Set<String> codes = rows.stream()
                .skip(1)
                .map(r -> r.get(2))
                .filter(c -> c.matches("[A-Z_]{4,}"))
                .collect(Collectors.toSet());
        Set<String> infos = rows.stream()
                .filter(r -> r.get(4).equals("Information"))
                .map(r -> r.get(2))
                .collect(Collectors.toSet());
        Set<String> listed = new HashSet<>();
        Set<String> hidden = new HashSet<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            if (Ledger.number(row.get(7)) == null) {
                hidden.add(row.get(0));
            }
            for (int i = 0; i < KINDS.size(); i++) {
                Long number = Ledger.number(row.get(6 + i));
                if (number != null) {
                    ledger.known.equal(Map.of(Ledger.exceptions(row.get(0), row.get(2), KINDS.get(i)), 1L), number);
                }
            }
            listed.add(row.get(0) + row.get(2));
        }
        for (String agency : ledger.senders) {
            boolean tellsCodes = !hidden.contains(agency)
                    || rows.stream().anyMatch(r -> r.get(0).equals(agency) && codes.contains(r.get(2)));
            for (String code : codes) {
                if (tellsCodes && !listed.contains(agency + code)) {
                    KINDS.forEach(kind -> ledger.known.equal(Map.of(Ledger.exceptions(agency, code, kind), 1L), 0));
                }
            }
        }
        for (List<String> row : positions.subList(1, positions.size())) {
            Long open = Ledger.number(row.get(15));
            if (open != null) {
                Map<String, Long> sum = new HashMap<>();
                codes.stream()
                        .filter(code -> !infos.contains(code))
                        .forEach(code -> sum.put(Ledger.exceptions(row.get(0), code, "open"), 1L));
                ledger.known.equal(sum, open);
            }
        }
    }
}

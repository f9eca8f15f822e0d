package id.rekap.report;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as they were read, as sums of the people of agencies, groups and standings. */
final class Ledger {
    static final List<Group> BOTH = List.of(Group.values());
    static final String FEW = "< 3";
    private static final List<String> DUE = List.of("met", "unverified", "not-met", "not-reported");
    private static final List<String> STANDINGS = List.of("exempt", "met", "unverified", "not-met", "not-reported");

    private static final List<String> KNOWN = List.of("met", "unverified", "not-met");
    static final List<String> LISTED = List.of("rows", "counted", "refused");

    final Unknowns known = new Unknowns();
    final Set<String> agencies = new TreeSet<>();

    /** Whose exceptions are counted: agencies, those that have left, and nobody's under the empty code. */
    final Set<String> senders = new TreeSet<>(Set.of(""));

    final Map<String, String> codesOf = new HashMap<>();
    final Map<String, String> obligations = new LinkedHashMap<>();

    Ledger(Mandate mandate) {
        obligations.put("All obligations", Mandate.ALL);
        for (Obligation o : mandate.obligations()) {
            obligations.put(o.label(Locale.ENGLISH), o.id());
        }
    }

    static String people(String agency, Group group) {
        return "people " + agency + " " + group;
    }

    static String summary(String agency, Group group, String obligation, String summary) {
        return summary + " " + agency + " " + group + " " + obligation;
    }

    static String due(String agency, Group group, String obligation) {
        return summary(agency, group, obligation, "due");
    }

    /** Of people of an agency and group those with a counted row, or those of them who follow every account. */
    static String counted(String agency, Group group, String what) {
        return what + " " + agency + " " + group;
    }

    static String exceptions(String agency, String code, String kind) {
        return kind + " " + code + " " + agency;
    }

    /** Of an agency on an earlier night, obligation all. */
    static String then(LocalDate night, String what, String agency) {
        return "then-" + what + " " + night + " " + agency;
    }

    /** Rows of an agency's list. */
    static String listed(String agency, String what) {
        return "list-" + what + " " + agency;
    }

    static String people(String agency) {
        return "people " + agency;
    }

    /** People are those who are exempt and those who are due, of each obligation; an agency's are those of its groups. */
    void books() {
        for (String agency : agencies) {
            Map<String, Long> all = new HashMap<>(Map.of(people(agency), -1L));
            Map<String, Long> allDue = new HashMap<>(Map.of("due " + agency, -1L));
            for (Group group : Group.values()) {
                all.put(people(agency, group), 1L);
                allDue.put(due(agency, group, Mandate.ALL), 1L);
                countedAreAmongThem(agency, group);
                for (String obligation : obligations.values()) {
                    Map<String, Long> sum = new HashMap<>(Map.of(people(agency, group), -1L));
                    Map<String, Long> due = new HashMap<>(Map.of(due(agency, group, obligation), -1L));
                    STANDINGS.forEach(s -> sum.put(summary(agency, group, obligation, s), 1L));
                    DUE.forEach(s -> due.put(summary(agency, group, obligation, s), 1L));
                    known.equal(sum, 0);
                    known.equal(due, 0);
                }
            }
            known.equal(all, 0);
            known.equal(allDue, 0);
        }
    }

    /** Its state tells that no list speaks for an agency. */
    void nothingKnown(String agency) {
        for (String what : LISTED) {
            known.equal(Map.of(listed(agency, what), 1L), 0);
        }
        for (Group group : Group.values()) {
            for (String what : List.of("rows", "follows")) {
                known.equal(Map.of(counted(agency, group, what), 1L), 0);
            }
            for (String obligation : obligations.values()) {
                for (String summary : KNOWN) {
                    known.equal(Map.of(summary(agency, group, obligation, summary), 1L), 0);
                }
            }
        }
    }

    /** Who is not reported need not have a row; who stands otherwise has one, and follows where everything is met. */
    private void countedAreAmongThem(String agency, Group group) {
        String rows = counted(agency, group, "rows");
        String follows = counted(agency, group, "follows");
        known.between(Map.of(people(agency, group), 1L, rows, -1L), 0, Unknowns.MOST);
        known.between(Map.of(rows, 1L, follows, -1L), 0, Unknowns.MOST);
        known.between(Map.of(follows, 1L, summary(agency, group, Mandate.ALL, "met"), -1L), 0, Unknowns.MOST);
        for (String obligation : obligations.values()) {
            Map<String, Long> stand = new HashMap<>(Map.of(rows, 1L));
            for (String summary : KNOWN) {
                stand.put(summary(agency, group, obligation, summary), -1L);
            }
            known.between(stand, 0, Unknowns.MOST);
        }
    }

    void seenCounted(String text, Set<String> of, Group group, String what) {
        Long number = number(text);
        if (number != null) {
            Map<String, Long> sum = new HashMap<>();
            of.forEach(agency -> sum.put(counted(agency, group, what), 1L));
            known.equal(sum, number);
        }
    }

    /** How many of how many people follow every account. */
    void headline(String follow, String people, List<Group> groups) {
        Long number = number(follow);
        if (number != null) {
            known.equal(following(groups), number);
        }
        seen(people, agencies, groups, Mandate.ALL, "people");
    }

    Map<String, Long> following(List<Group> groups) {
        return counted(agencies, groups, "follows");
    }

    Map<String, Long> counted(Set<String> of, List<Group> groups, String what) {
        Map<String, Long> sum = new HashMap<>();
        of.forEach(agency -> groups.forEach(group -> sum.put(counted(agency, group, what), 1L)));
        return sum;
    }

    Map<String, Long> sum(Set<String> of, List<Group> groups, String obligation, String what) {
        Map<String, Long> sum = new HashMap<>();
        for (String agency : of) {
            for (Group group : groups) {
                switch (what) {
                    case "people" -> sum.put(people(agency, group), 1L);
                    case "due" -> sum.put(due(agency, group, obligation), 1L);
                    default -> sum.put(summary(agency, group, obligation, what), 1L);
                }
            }
        }
        return sum;
    }

    void seen(String text, Set<String> of, List<Group> groups, String obligation, String what) {
        seen(text, sum(of, groups, obligation, what));
    }

    void seen(String text, Map<String, Long> sum) {
        Long number = number(text);
        if (number != null) {
            known.equal(sum, number);
        } else if (text.equals(FEW)) {
            known.between(sum, 0, 2);
        }
    }

    /** Rows, of which less than three are no secret of their own. */
    void seenListed(String text, Map<String, Long> sum) {
        Long number = number(text);
        if (number != null) {
            known.equal(sum, number);
        }
    }

    /** A rate with as many decimals as are written, met of due. */
    void rate(String text, Set<String> of, List<Group> groups, String obligation) {
        rate(text, sum(of, groups, obligation, "met"), sum(of, groups, obligation, "due"));
    }

    void rate(String text, Map<String, Long> met, Map<String, Long> due) {
        Matcher rate = Pattern.compile("(\\d+)(?:\\.(\\d))?%").matcher(text);
        if (text.equals("–")) {
            known.equal(due, 0);
        } else if (rate.matches()) {
            boolean hasTenths = rate.group(2) != null;
            long written = Long.parseLong(rate.group(1)) * (hasTenths ? 10 : 1)
                    + (hasTenths ? Long.parseLong(rate.group(2)) : 0);
            within(written, hasTenths ? 1_000 : 100, met, due);
        }
    }

    private void within(long written, long parts, Map<String, Long> met, Map<String, Long> due) {
        Map<String, Long> atLeast = new HashMap<>();
        Map<String, Long> below = new HashMap<>();
        met.forEach((n, c) -> {
            atLeast.merge(n, 2 * parts * c, Long::sum);
            below.merge(n, 2 * parts * c, Long::sum);
        });
        due.forEach((n, c) -> {
            atLeast.merge(n, -(2 * written - 1) * c, Long::sum);
            below.merge(n, -(2 * written + 1) * c, Long::sum);
        });
        known.between(atLeast, 0, Long.MAX_VALUE / 4);
        known.between(below, -Long.MAX_VALUE / 4, -1);
    }

    static @Nullable Long number(String text) {
        String plain = text.replace(",", "");
        return plain.matches("\\d+") ? Long.valueOf(plain) : null;
    }
}

package id.rekap.report;

import id.rekap.mandate.Mandate;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is told of nights in a row: the trend of page and workbook, the heat map, the lists of nights. Each night's numbers are
 * its own: that people are the same from night to night nobody can know.
 */
record EarlierReading(Ledger ledger, LocalDate tonight, Earlier earlier) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final LocalDate DAY_NULL_OF_SHEETS = LocalDate.of(1899, 12, 30);
    private static final String UNKNOWN = "not known yet";
    private static final String NOTHING_KNOWN = "×";

    /** Of each agency those who stand somewhere are among those who owe something, and these among its people. */
    void books() {
        earlier.nights()
                .forEach((night, agencies) -> agencies.keySet().forEach(agency -> {
                    Map<String, Long> exempt = new HashMap<>(Map.of(Ledger.then(night, "people", agency), 1L));
                    exempt.put(Ledger.then(night, "due", agency), -1L);
                    Map<String, Long> open = new HashMap<>(Map.of(Ledger.then(night, "due", agency), 1L));
                    open.put(Ledger.then(night, "met", agency), -1L);
                    Map<String, Long> others = new HashMap<>(Map.of(Ledger.then(night, "people", agency), 1L));
                    others.put(Ledger.then(night, "follows", agency), -1L);
                    ledger.known.between(exempt, 0, Unknowns.MOST);
                    ledger.known.between(others, 0, Unknowns.MOST);
                    ledger.known.between(open, 0, Unknowns.MOST);
                }));
    }

    void page(String page) {
        for (Map<String, String> row : PageReading.table(PageReading.section(page, "trend"))) {
            LocalDate night = LocalDate.parse(row.getOrDefault("Date", ""), DATE);
            String rate = row.getOrDefault("Percentage", "");
            if (!rate.equals("no snapshot")) {
                headline(night, rate, row.getOrDefault("Met", ""), row.getOrDefault("People", ""));
            }
        }
        since(page);
        heat(PageReading.section(page, "heat"));
        agencies(PageReading.section(page, "agencies"));
    }

    /** How many more follow than on the night before, of everybody. */
    private void since(String page) {
        Matcher change = Pattern.compile("<p class=\"since\">[^<]*\\(([+−]?)([\\d,]+) people\\) since (\\d+ \\w+ \\d+)")
                .matcher(page);
        if (change.find()) {
            LocalDate last = LocalDate.parse(change.group(3), DATE);
            Map<String, Long> more = new HashMap<>(ledger.following(Ledger.BOTH));
            of(last, earlier.on(last).keySet(), "follows").forEach((who, n) -> more.merge(who, -n, Long::sum));
            ledger.known.equal(more, signed(change.group(1), change.group(2)));
        }
    }

    private static long signed(String sign, String number) {
        return Long.parseLong(number.replace(",", "")) * (sign.equals("−") ? -1 : 1);
    }

    /** How many more follow than on the night before, and the line of the rates of the nights, in whole percent. */
    private void agencies(String section) {
        List<LocalDate> nights = new ArrayList<>(new TreeSet<>(earlier.nights().keySet()));
        nights.removeIf(night -> night.isBefore(tonight.minusDays(29)) || !night.isBefore(tonight));
        if (nights.isEmpty()) {
            return;
        }
        LocalDate last = nights.get(nights.size() - 1);
        Matcher row = Pattern.compile(
                        "<tr id=\"[^\"]*\"><th scope=\"row\">[^<]*<small>([^<]*)</small>.*?<td class=\"delta\">([^<]*)"
                                + "(?:<svg[^>]*><path d=\"([^\"]*)\"/></svg>)?</td>",
                        Pattern.DOTALL)
                .matcher(section);
        while (row.find()) {
            Set<String> one = Set.of(row.group(1));
            Matcher change =
                    Pattern.compile("([+−]?)([\\d,]+)").matcher(row.group(2).strip());
            if (change.matches()) {
                long more = signed(change.group(1), change.group(2));
                Map<String, Long> then = new HashMap<>(ledger.counted(one, Ledger.BOTH, "follows"));
                then.put(Ledger.then(last, "follows", row.group(1)), -1L);
                ledger.known.equal(then, more);
            }
            Matcher point = Pattern.compile("[ML](\\d+) (\\d+)").matcher(row.group(3) == null ? "" : row.group(3));
            while (point.find()) {
                LocalDate night = nights.get(0).plusDays(Long.parseLong(point.group(1)));
                if (night.isBefore(tonight)) {
                    ledger.rate(
                            100 - Integer.parseInt(point.group(2)) + "%",
                            of(night, one, "follows"),
                            of(night, one, "people"));
                }
            }
        }
    }

    void sheet(List<List<String>> rows) {
        for (List<String> row : rows.subList(1, rows.size())) {
            LocalDate night = DAY_NULL_OF_SHEETS.plusDays((long) Double.parseDouble(row.get(0)));
            // a rate is the two numbers beside it, and the change is that of two rates
            headline(night, "", row.get(2), row.get(1));
            night(night, row.get(8).equals(UNKNOWN) ? UNKNOWN : "", row.get(7), row.get(6));
        }
    }

    /** Of everybody. */
    private void night(LocalDate night, String rate, String met, String due) {
        if (rate.equals(UNKNOWN)) {
            ledger.known.equal(all(night, "met"), 0);
        } else {
            ledger.rate(rate, all(night, "met"), all(night, "due"));
        }
        ledger.seen(met, all(night, "met"));
        ledger.seen(due, all(night, "due"));
    }

    /** How many of everybody follow every account; unknown is not nobody, so it tells nothing. */
    private void headline(LocalDate night, String rate, String follow, String people) {
        Map<String, Long> following = night.equals(tonight)
                ? ledger.following(Ledger.BOTH)
                : of(night, earlier.on(night).keySet(), "follows");
        if (!rate.isEmpty() && !rate.equals(UNKNOWN)) {
            ledger.rate(rate, following, all(night, "people"));
        }
        ledger.seen(follow, following);
        ledger.seen(people, all(night, "people"));
    }

    private Map<String, Long> all(LocalDate night, String what) {
        return night.equals(tonight)
                ? ledger.sum(ledger.agencies, Ledger.BOTH, Mandate.ALL, what)
                : of(night, earlier.on(night).keySet(), what);
    }

    private static Map<String, Long> of(LocalDate night, Collection<String> agencies, String what) {
        Map<String, Long> sum = new HashMap<>();
        agencies.forEach(agency -> sum.put(Ledger.then(night, what, agency), 1L));
        return sum;
    }

    private void heat(String heat) {
        List<LocalDate> nights = new ArrayList<>(new TreeSet<>(earlier.nights().keySet()));
        nights.removeIf(night -> night.isBefore(tonight.minusDays(29)));
        Matcher row =
                Pattern.compile("<tr><th scope=\"row\">([^<]*)</th>(.*?)</tr>").matcher(heat);
        Map<String, List<String>> cells = new HashMap<>();
        while (row.find()) {
            String[] cell = row.group(2).substring("<td>".length()).split("<td>", -1);
            cells.put(ledger.codesOf.getOrDefault(row.group(1), ""), List.of(cell));
        }
        for (int at = 0; at < nights.size(); at++) {
            int column = at;
            boolean tellsFew =
                    cells.values().stream().anyMatch(c -> c.get(column).equals("&lt; 3"));
            cells.forEach((agency, of) -> {
                if (earlier.on(nights.get(column)).containsKey(agency)) {
                    boolean isClosedTonight = !of.get(of.size() - 1).matches("\\d*");
                    cell(nights.get(column), agency, of.get(column), tellsFew && !isClosedTonight);
                }
            });
        }
    }

    /** @param tellsFew whether what is withheld would be less than three, were it few */
    private void cell(LocalDate night, String agency, String text, boolean tellsFew) {
        Map<String, Long> people = of(night, Set.of(agency), "people");
        Map<String, Long> follow = of(night, Set.of(agency), "follows");
        switch (text) {
            case "" -> ledger.known.equal(of(night, Set.of(agency), "due"), 0);
            case NOTHING_KNOWN -> {
                // it has no list; somebody of its people may stand on another's
            }
            case "&lt; 3" -> ledger.known.between(people, 1, 2);
            case "not shown" -> {
                if (tellsFew) {
                    ledger.known.between(people, 3, Unknowns.MOST);
                }
            }
            default -> ledger.rate(text + "%", follow, people);
        }
    }

    /** A list of nights: of each date the newest revision, what is said first of it and, below, how many have met all. */
    void index(String list) {
        Matcher night = Pattern.compile(
                        "<h2><a href=\"([\\d-]{10})/.*?<p class=\"rate\">([^<]*)</p>\\s*<p class=\"of\">([^<]*)</p>"
                                + "\\s*<p class=\"of\">([^<]*)</p>",
                        Pattern.DOTALL)
                .matcher(list);
        while (night.find()) {
            LocalDate date = LocalDate.parse(night.group(1));
            if (!date.isAfter(tonight)) {
                Matcher first = Pattern.compile("Follow both accounts: (.*) of (.*) people")
                        .matcher(PageReading.text(night.group(3)));
                if (first.matches()) {
                    headline(date, PageReading.text(night.group(2)), first.group(1), first.group(2));
                }
                Matcher all = Pattern.compile("Have met all obligations: (.*) of (.*) people \\((.*)\\)")
                        .matcher(PageReading.text(night.group(4)));
                if (all.matches()) {
                    night(date, all.group(3), all.group(1), all.group(2));
                }
            }
        }
    }
}

package id.rekap.report;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the morning page and the message say. */
record PageReading(Ledger ledger) {
    private static final String OF = "([\\d,]+) of ([\\d,]+) people";
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    void page(String page) {
        for (Map<String, String> row : table(section(page, "obligations"))) {
            String obligation = ledger.obligations.getOrDefault(row.getOrDefault("Obligation", ""), "");
            if (!obligation.isEmpty()) {
                summaries(row, ledger.agencies, Ledger.BOTH, obligation);
                ledger.seen(row.getOrDefault("Exempt", ""), ledger.agencies, Ledger.BOTH, obligation, "exempt");
                ledger.rate(row.getOrDefault("Compliance rate", ""), ledger.agencies, Ledger.BOTH, obligation);
            }
        }
        headline(section(page, "rate"));
        everything(page);
        Matcher apart = Pattern.compile(
                        "<h3>([^<]*)(?:<small>[^<]*</small>)?</h3>\\s*<p class=\"rate\">[^<]*</p>(?:(?!<h3>).)*?"
                                + "<p class=\"apart\">ASN <b>([^<]*)</b> · [^<]*<b>([^<]*)</b>",
                        Pattern.DOTALL)
                .matcher(section(page, "obligations"));
        while (apart.find()) {
            String obligation = ledger.obligations.getOrDefault(text(apart.group(1)), "");
            ledger.rate(text(apart.group(2)), ledger.agencies, List.of(Group.ASN), obligation);
            ledger.rate(text(apart.group(3)), ledger.agencies, List.of(Group.TENAGA_KONTRAK), obligation);
        }
        Matcher group = Pattern.compile(
                        "<h3>([^<]*)</h3>\\s*<p class=\"rate\">([^<]*)</p>.*?<dd>([^<]*)</dd>.*?<dd>[^<]*<small>.*?"
                                + "<dd>([^<]*)<small>([^<]*)</small>",
                        Pattern.DOTALL)
                .matcher(section(page, "groups"));
        while (group.find()) {
            List<Group> one = List.of(group.group(1).equals("ASN") ? Group.ASN : Group.TENAGA_KONTRAK);
            follow(text(group.group(2)), ledger.agencies, one);
            ledger.seen(text(group.group(3)), ledger.agencies, one, Mandate.ALL, "people");
            ledger.seenCounted(text(group.group(4)), ledger.agencies, one.get(0), "rows");
            String following = text(group.group(5)).replace(" follow every account", "");
            ledger.seenCounted(following, ledger.agencies, one.get(0), "follows");
        }
        claims(section(page, "groups"));
        notKnown(page);
        agencies(section(page, "agencies"));
        String heat = section(page, "heat");
        Matcher nights =
                Pattern.compile("<tr><th scope=\"row\">([^<]*)</th>(.*?)</tr>").matcher(heat);
        while (nights.find()) {
            String last = text(nights.group(2).substring(nights.group(2).lastIndexOf("<td>")));
            follow(last + "%", Set.of(ledger.codesOf.getOrDefault(nights.group(1), "")), Ledger.BOTH);
        }
        for (String kind : List.of("fresh", "reopened", "still", "resolved")) {
            changes(page, kind);
        }
    }

    /** How many follow, of everybody and of each group. */
    private void headline(String section) {
        Matcher all = Pattern.compile("<p class=\"of\">" + OF).matcher(section);
        if (all.find()) {
            ledger.headline(all.group(1), all.group(2), Ledger.BOTH);
        }
        Matcher group = Pattern.compile("<li>([^<]*) <b>[^<]*</b> <small>" + OF).matcher(section);
        while (group.find()) {
            ledger.headline(group.group(2), group.group(3), List.of(group(group.group(1))));
        }
    }

    private static Group group(String name) {
        return name.equals("ASN") ? Group.ASN : Group.TENAGA_KONTRAK;
    }

    private void everything(String text) {
        Matcher all = Pattern.compile("Have met all obligations: " + OF).matcher(text);
        if (all.find()) {
            ledger.seen(all.group(1), ledger.agencies, Ledger.BOTH, Mandate.ALL, "met");
            ledger.seen(all.group(2), ledger.agencies, Ledger.BOTH, Mandate.ALL, "due");
        }
        Matcher owing = Pattern.compile("Who owe them: ([\\d,]+) people − ([\\d,]+) exempt = ([\\d,]+)\\.")
                .matcher(text);
        if (owing.find()) {
            ledger.seen(owing.group(1), ledger.agencies, Ledger.BOTH, Mandate.ALL, "people");
            ledger.seen(owing.group(2), ledger.agencies, Ledger.BOTH, Mandate.ALL, "exempt");
            ledger.seen(owing.group(3), ledger.agencies, Ledger.BOTH, Mandate.ALL, "due");
        }
    }

    /** How many of everybody are not known. */
    private void notKnown(String page) {
        Matcher unknown = Pattern.compile("; the position of ([\\d,]+) people is not known yet</")
                .matcher(page);
        if (unknown.find()) {
            ledger.seen(unknown.group(1), ledger.agencies, Ledger.BOTH, Mandate.ALL, "not-reported");
        }
    }

    /** Agencies that claim something. */
    private void claims(String section) {
        if (!section.contains("<table class=\"numbers")) {
            return;
        }
        for (Map<String, String> row : table(section)) {
            Set<String> one = Set.of(ledger.codesOf.getOrDefault(row.getOrDefault("Agency", ""), ""));
            Group group = row.getOrDefault("Group", "").equals("ASN") ? Group.ASN : Group.TENAGA_KONTRAK;
            ledger.seen(row.getOrDefault("People", ""), one, List.of(group), Mandate.ALL, "people");
            ledger.seenCounted(row.getOrDefault("In lists", ""), one, group, "rows");
            ledger.seenCounted(row.getOrDefault("Following by the list", ""), one, group, "follows");
        }
    }

    private void agencies(String section) {
        List<String> heads = new ArrayList<>();
        Matcher head = Pattern.compile("<th scope=\"col\"[^>]*>([^<]*)</th>")
                .matcher(section.substring(section.indexOf("<thead>"), section.indexOf("</thead>")));
        while (head.find()) {
            heads.add(text(head.group(1)));
        }
        List<String> labels = labels(section);
        Matcher row = Pattern.compile(
                        "<tr id=\"[^\"]*\"><th scope=\"row\">[^<]*<small>([^<]*)</small></th>(.*?)</tr>",
                        Pattern.DOTALL)
                .matcher(section);
        while (row.find()) {
            Map<String, String> cells = new HashMap<>();
            Matcher cell = Pattern.compile("<td[^>]*>(?:<b>)?([^<]*)").matcher(row.group(2));
            for (int i = 1; cell.find(); i++) {
                cells.put(heads.get(i), text(cell.group(1)));
            }
            agency(row.group(1), cells, row.group(2));
            Matcher chosen = Pattern.compile("data-chosen=\"([^\"]*)\"").matcher(row.group(2));
            String[] others = chosen.find() ? chosen.group(1).split("\n", -1) : new String[0];
            for (int i = 0; i < others.length; i++) {
                chosen(row.group(1), labels.get(i), text(others[i]));
            }
        }
        for (Map<String, String> numbers : table(section)) {
            summaries(
                    numbers,
                    Set.of(ledger.codesOf.getOrDefault(numbers.getOrDefault("Agency", ""), "")),
                    Ledger.BOTH,
                    Mandate.ALL);
        }
    }

    private static List<String> labels(String section) {
        Matcher labels = Pattern.compile("data-labels=\"([^\"]*)\"").matcher(section);
        return labels.find() ? List.of(labels.group(1).split("\n", -1)) : List.of();
    }

    private void agency(String code, Map<String, String> cells, String row) {
        Set<String> one = Set.of(code);
        follow(cells.getOrDefault("Follow both accounts", ""), one, Ledger.BOTH);
        follow(cells.getOrDefault("ASN", ""), one, List.of(Group.ASN));
        follow(cells.getOrDefault("Contract staff", ""), one, List.of(Group.TENAGA_KONTRAK));
        ledger.seen(cells.getOrDefault("People", ""), one, Ledger.BOTH, Mandate.ALL, "people");
        ledger.seenListed(cells.getOrDefault("Reported", ""), ledger.counted(one, Ledger.BOTH, "rows"));
        Matcher of = Pattern.compile("<small>([\\d,]+) of ([\\d,]+)</small>").matcher(row);
        if (of.find()) {
            ledger.seenListed(of.group(1), ledger.counted(one, Ledger.BOTH, "follows"));
            ledger.seen(of.group(2), one, Ledger.BOTH, Mandate.ALL, "people");
        }
    }

    private void follow(String rate, Set<String> of, List<Group> groups) {
        ledger.rate(rate, ledger.counted(of, groups, "follows"), ledger.sum(of, groups, Mandate.ALL, "people"));
    }

    /** An obligation that a reader may choose: its rate and of how many, or how many where it is voluntary. */
    private void chosen(String code, String label, String told) {
        String obligation = ledger.obligations.getOrDefault(label, "");
        Set<String> one = Set.of(code);
        String rate = told.substring(0, told.indexOf('|'));
        if (Ledger.number(rate) != null) {
            ledger.seen(rate, one, Ledger.BOTH, obligation, "met");
        } else {
            ledger.rate(rate, one, Ledger.BOTH, obligation);
        }
        Matcher of = Pattern.compile("\\|([\\d,]+) of ([\\d,]+)").matcher(told);
        if (of.find()) {
            ledger.seen(of.group(1), one, Ledger.BOTH, obligation, "met");
            ledger.seen(of.group(2), one, Ledger.BOTH, obligation, "due");
        }
    }

    private void summaries(Map<String, String> row, Set<String> of, List<Group> groups, String obligation) {
        Map.of(
                        "Due",
                        "due",
                        "Met",
                        "met",
                        "Unverified",
                        "unverified",
                        "Not met",
                        "not-met",
                        "Not known yet",
                        "not-reported")
                .forEach((column, what) -> ledger.seen(row.getOrDefault(column, ""), of, groups, obligation, what));
    }

    /** Agencies with a number beside their names, and how many more there are, each with one at least. */
    private void changes(String page, String kind) {
        Matcher card = Pattern.compile("<details class=\"change " + kind + "\">.*?</details>", Pattern.DOTALL)
                .matcher(page);
        String content = card.find() ? card.group() : "";
        Matcher article = Pattern.compile("<article.*?<code>([A-Z_]+)</code>.*?</article>", Pattern.DOTALL)
                .matcher(content);
        while (article.find()) {
            String code = article.group(1);
            Set<String> rest = new TreeSet<>(ledger.senders);
            Matcher where = Pattern.compile("<li>([^<]*) <b>([^<]*)</b></li>").matcher(article.group());
            while (where.find()) {
                String agency = ledger.codesOf.getOrDefault(where.group(1), "");
                rest.remove(agency);
                ledger.known.equal(
                        Map.of(Ledger.exceptions(agency, code, kind), 1L),
                        Objects.requireNonNull(Ledger.number(where.group(2))));
            }
            Matcher more = Pattern.compile("<li>and (\\d+) more</li>").matcher(article.group());
            if (more.find()) {
                Map<String, Long> have = new HashMap<>();
                for (String agency : rest) {
                    String has = "has " + Ledger.exceptions(agency, code, kind);
                    have.put(has, 1L);
                    ledger.known.between(Map.of(has, 1L), 0, 1);
                    Map<String, Long> atLeast = new HashMap<>(Map.of(Ledger.exceptions(agency, code, kind), 1L));
                    Map<String, Long> atMost = new HashMap<>(atLeast);
                    atLeast.put(has, -1L);
                    atMost.put(has, -1_000L);
                    ledger.known.between(atLeast, 0, Unknowns.MOST);
                    ledger.known.between(atMost, -Unknowns.MOST, 0);
                }
                ledger.known.equal(have, Long.parseLong(more.group(1)));
            }
        }
    }

    void message(String message) {
        Matcher all = Pattern.compile("(?m)^\\*Follow both accounts: " + OF).matcher(message);
        if (all.find()) {
            ledger.headline(all.group(1), all.group(2), Ledger.BOTH);
        }
        everything(message);
        Matcher group = Pattern.compile("(?m)^(ASN|Contract staff): " + OF).matcher(message);
        while (group.find()) {
            ledger.headline(group.group(2), group.group(3), List.of(group(group.group(1))));
        }
    }

    static String section(String page, String id) {
        int at = page.indexOf("<h2 id=\"" + id + "\">");
        return page.substring(at, page.indexOf("</section>", at));
    }

    /** Rows of the data table of a section, by heading. */
    static List<Map<String, String>> table(String section) {
        String table = section.substring(section.indexOf("<table class=\"numbers"));
        List<String> heads = new ArrayList<>();
        Matcher head = Pattern.compile("<th scope=\"col\">([^<]*)</th>").matcher(table);
        while (head.find()) {
            heads.add(text(head.group(1)));
        }
        List<Map<String, String>> rows = new ArrayList<>();
        Matcher row = Pattern.compile("<tr><th scope=\"row\">.*?</tr>", Pattern.DOTALL)
                .matcher(table);
        while (row.find()) {
            Map<String, String> cells = new HashMap<>();
            Matcher cell = Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>").matcher(row.group());
            for (int i = 0; cell.find() && i < heads.size(); i++) {
                cells.put(heads.get(i), text(cell.group(1)));
            }
            rows.add(cells);
        }
        return rows;
    }

    static String text(String html) {
        return TAG.matcher(html)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&amp;", "&")
                .strip();
    }
}

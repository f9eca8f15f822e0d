package id.rekap.report.page;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.report.page.Figures.Shown;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.AgencySummary;
import id.rekap.snapshot.GroupCount;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import id.rekap.snapshot.PublicationModel.Past;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An agency's row: what is said first of it, how that has changed, and the counts beside it. */
final class AgencyRows {
    private final PublicationModel book;
    private final List<AgencyPosition> agencies;
    private final Figures figures;
    private final Wording words;
    private final HeadlineWords first;
    private final Sparklines sparklines;
    private final Map<String, AgencySummary> before = new HashMap<>();
    private final Map<String, List<GroupCount>> counts;

    AgencyRows(PublicationModel book, List<AgencyPosition> agencies, Figures figures, Wording words) {
        this.book = book;
        this.agencies = agencies;
        this.figures = figures;
        this.words = words;
        this.first = new HeadlineWords(book.mandate(), words);
        this.sparklines = new Sparklines(book, figures);
        this.counts = GroupCount.of(book, agencies).stream().collect(Collectors.groupingBy(GroupCount::agency));
        List<Past> history = book.history();
        if (!history.isEmpty() && isComparable(history.get(history.size() - 1))) {
            Past last = history.get(history.size() - 1);
            last.summaries().stream()
                    .filter(then -> figures.past(last, then) == Shown.YES)
                    .forEach(s -> before.put(s.agency(), s));
        }
    }

    /** The last published night, and the same rules on it. */
    private boolean isComparable(Past last) {
        List<PublicationModel.Trend> trend = book.trend();
        return last.date().equals(book.previousDate())
                && (trend.size() < 2 || !trend.get(trend.size() - 1).hasOtherRules(trend.get(trend.size() - 2)));
    }

    /** What the changes are against; empty where there is nothing before. */
    String since() {
        LocalDate last = book.previousDate();
        return last == null || before.isEmpty() ? "" : words.text("agencies.since", words.date(last));
    }

    /** Nights that the lines span. */
    String days() {
        return sparklines.days();
    }

    List<AgencyRow> rows(FindingCounts found, AgencyParts states, PositionParts positions) {
        return agencies.stream().map(a -> row(a, found, states, positions)).toList();
    }

    private AgencyRow row(AgencyPosition a, FindingCounts found, AgencyParts states, PositionParts positions) {
        String code = a.code();
        Headline own = figures.headline(a);
        Shown people = figures.shownAgency(code);
        Shown shown = figures.shownHeadline(a);
        boolean isTold = shown == Shown.YES && own.isKnown() && own.of() > 0;
        boolean isSilent = !a.hasList() && own.of() > 0;
        return new AgencyRow(
                anchor(code),
                code,
                a.name(),
                states.kind(a),
                states.symbol(a),
                states.state(a),
                states.hasRefusedFile(a) ? words.text("badge.REFUSED") : "",
                list(a),
                isSilent ? words.text("unknown") : first.rate(own, shown),
                isTold ? words.text("headline.of.short", words.number(own.met()), words.number(own.of())) : "",
                isTold ? Sum.hundredths(own.met(), own.of()) : "",
                shown == Shown.YES ? change(code, own) : "",
                sparklines.of(code),
                group(a, Group.ASN),
                group(a, Group.TENAGA_KONTRAK),
                people.or(words, words.number(a.headcount())),
                listed(code),
                claimed(code),
                // With one or two people, the number of exceptions would tell about each of them.
                people.or(words, words.number(found.openOf(code))),
                obligations(a),
                positions.figures(code));
    }

    /** Stays from night to night, so that a link to a row still leads to it. */
    static String anchor(String code) {
        StringBuilder anchor = new StringBuilder("a-");
        code.chars().forEach(c -> {
            if (c < 0x80 && (Character.isLetterOrDigit(c) || c == '.' || c == '-')) {
                anchor.append((char) c);
            } else {
                anchor.append('_').append(Integer.toHexString(c)).append('_');
            }
        });
        return anchor.toString();
    }

    /** When the list in force came, and how old it is. */
    private String list(AgencyPosition a) {
        return a.receivedOn() == null
                ? ""
                : words.text(
                        "list.of",
                        words.shortDate(a.receivedOn()),
                        words.number(ChronoUnit.DAYS.between(a.receivedOn(), book.date())));
    }

    private String group(AgencyPosition a, Group group) {
        Headline own = figures.owesNothing(a.code())
                ? Headline.NONE
                : figures.headline(a.code(), group).given(a.hasList());
        return !a.hasList() && own.of() > 0 && !figures.closes(a.code())
                ? words.text("unknown")
                : first.rate(own, figures.shownCell(a.code(), group));
    }

    /** Of people, against the last published night. */
    private String change(String code, Headline now) {
        AgencySummary last = before.get(code);
        if (last == null) {
            return words.text("nobody");
        }
        Integer people = HeadlineWords.people(last.headline(), now);
        return people == null ? words.text("nobody") : words.signed(people);
    }

    private String listed(String code) {
        int rows = of(code).stream().mapToInt(GroupCount::rows).sum();
        return told(code).or(words, words.number(rows));
    }

    private String claimed(String code) {
        List<GroupCount> claims =
                of(code).stream().filter(count -> count.claimed() != null).toList();
        if (claims.isEmpty()) {
            return words.text("nobody");
        }
        int following = claims.stream()
                .map(GroupCount::claimed)
                .mapToInt(claim -> claim == null ? 0 : claim.following())
                .sum();
        return told(code).or(words, words.number(following));
    }

    private List<GroupCount> of(String code) {
        return counts.getOrDefault(code, List.of());
    }

    private Shown told(String code) {
        Shown shown = figures.shownAgency(code);
        return shown != Shown.YES || figures.tellsGroups(code) ? shown : Shown.WITHHELD;
    }

    /** What a reader may choose in place of what is said first, each as a rate and of how many. */
    private String obligations(AgencyPosition a) {
        return chosen().stream().map(id -> obligation(a, id)).collect(Collectors.joining("\n"));
    }

    private String obligation(AgencyPosition a, String id) {
        boolean isAll = id.equals(Mandate.ALL);
        Sum sum = isAll
                ? figures.agency(a.code())
                : figures.cell(a.code(), Group.ASN, id).plus(figures.cell(a.code(), Group.TENAGA_KONTRAK, id));
        Shown shown = isAll ? figures.shownAgency(a.code()) : figures.shown(a.code(), sum);
        if (!a.hasList() && sum.due() > 0) {
            return words.text("unknown") + "|";
        }
        String of = words.text("headline.of.short", words.number(sum.met()), words.number(sum.due()));
        if (book.mandate().isVoluntary(id)) {
            return shown.or(words, words.number(sum.met())) + "|";
        }
        return sum.rate(words, shown) + "|" + (shown == Shown.YES && !sum.isUnknown() && sum.due() > 0 ? of : "");
    }

    private List<String> chosen() {
        List<String> chosen = new ArrayList<>(figures.obligations());
        chosen.removeIf(id -> book.mandate().headline().equals(List.of(id)));
        return chosen;
    }

    /** How these are called. */
    String labels() {
        Map<String, String> labels = book.mandate().obligations().stream()
                .collect(Collectors.toMap(Obligation::id, o -> o.label(words.locale())));
        return chosen().stream()
                .map(id -> labels.getOrDefault(id, words.text("obligation.all")))
                .collect(Collectors.joining("\n"));
    }
}

package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.claims.Count;
import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.report.SheetTable.Column;
import id.rekap.report.SheetTable.Kind;
import id.rekap.report.page.Figures;
import id.rekap.report.page.Figures.Shown;
import id.rekap.report.page.FindingCounts;
import id.rekap.report.page.HeadlineWords;
import id.rekap.report.page.Sum;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.GroupCount;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** The sheets that have agencies in their rows: where they stand, how many have met what, what is wrong. */
final class RecapAgencySheets {
    private static final double CODE = 25;
    private static final double NAME = 60;
    private static final double NUMBER = 12;
    private static final double OBLIGATION = 14;
    private static final int STATE_COLUMN = 2;
    private static final int SEVERITY_COLUMN = 4;

    /** Of counts.csv; only the first where no account is to be followed. */
    private static final List<String> COUNTED =
            List.of("rows", "following", "claimed", "claimed-following", "difference");

    private final Mandate mandate;
    private final List<AgencyPosition> agencies;
    private final Figures figures;
    private final Catalogue catalogue;
    private final RecapWords words;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Map<Group, GroupCount>> claims = new HashMap<>();

    RecapAgencySheets(
            PublicationModel book,
            List<AgencyPosition> agencies,
            Figures figures,
            Catalogue catalogue,
            RecapWords words) {
        this.mandate = book.mandate();
        this.agencies = agencies;
        this.figures = figures;
        this.catalogue = catalogue;
        this.words = words;
        agencies.forEach(agency -> names.put(agency.code(), agency.name()));
        GroupCount.of(book, agencies)
                .forEach(count -> claims.computeIfAbsent(count.agency(), a -> new EnumMap<>(Group.class))
                        .put(count.group(), count));
    }

    void positions(Worksheet sheet, LocalDate date, FindingCounts counts) {
        HeadlineWords first = new HeadlineWords(mandate, words.page());
        String all = words.text("obligation.all") + ": ";
        SheetTable table = SheetTable.whole(
                sheet,
                2,
                List.of(
                        words.column("column.agency-code", CODE, Kind.TEXT),
                        words.column("agency", NAME, Kind.TEXT),
                        words.column("state", 30, Kind.TEXT),
                        words.column("column.covered-by", CODE, Kind.TEXT),
                        words.column("column.received", 18, words.date()),
                        words.column("column.age", NUMBER, Kind.COUNT),
                        words.column("column.rows", NUMBER, Kind.COUNT),
                        words.column("column.counted", NUMBER, Kind.COUNT),
                        words.column("column.refused", NUMBER, Kind.COUNT),
                        words.column("headcount", NUMBER, Kind.COUNT),
                        new Column(first.label() + ": " + words.text("met"), OBLIGATION, Kind.COUNT),
                        new Column(first.label() + ": " + first.share(), OBLIGATION, Kind.RATE),
                        new Column(all + words.text("due"), OBLIGATION, Kind.COUNT),
                        new Column(all + words.text("met"), OBLIGATION, Kind.COUNT),
                        new Column(all + words.text("rate"), OBLIGATION, Kind.RATE),
                        words.column("anomalies.short", NUMBER, Kind.COUNT)));
        for (AgencyPosition a : agencies) {
            Shown shown = figures.shownAgency(a.code());
            Sum owed = figures.agency(a.code());
            Shown told = figures.shownHeadline(a);
            Headline own = figures.headline(a);
            LocalDate received = a.receivedOn();
            table.row(
                    a.code(),
                    a.name(),
                    words.state(a.state()),
                    a.coveredBy(),
                    received,
                    received == null ? null : ChronoUnit.DAYS.between(received, date),
                    words.number(shown, a.rows()),
                    words.number(shown, a.counted()),
                    words.number(shown, a.refused()),
                    words.number(shown, a.headcount()),
                    told == Shown.YES && own.of() == 0 && a.headcount() > 0
                            ? words.text("nobody")
                            : words.met(told, own),
                    !a.hasList() && own.of() > 0 ? words.text("unknown") : words.rate(told, own),
                    words.number(shown, owed.due()),
                    words.summary(shown, owed, owed.met()),
                    !a.hasList() && owed.due() > 0 ? words.text("unknown") : words.rate(shown, owed),
                    words.number(shown, counts.openOf(a.code())));
            String fill = RecapWords.fill(a.state());
            if (fill != null) {
                table.paint(STATE_COLUMN, fill);
            }
            table.flushFull();
        }
        table.endFiltered();
    }

    /** A row for each agency and group, so that its obligations stand side by side. */
    void counts(Worksheet sheet) {
        List<Column> columns = new ArrayList<>(List.of(
                words.column("column.agency-code", CODE, Kind.TEXT),
                words.column("agency", NAME, Kind.TEXT),
                words.column("group", 16, Kind.TEXT),
                words.column("headcount", NUMBER, Kind.COUNT)));
        for (String obligation : figures.obligations()) {
            String label = label(obligation);
            if (!mandate.isVoluntary(obligation)) {
                columns.add(new Column(label + ": " + words.text("due"), OBLIGATION, Kind.COUNT));
            }
            columns.add(new Column(label + ": " + words.text("met"), OBLIGATION, Kind.COUNT));
            if (!mandate.isVoluntary(obligation)) {
                columns.add(new Column(label + ": " + words.text("rate"), OBLIGATION, Kind.RATE));
            }
        }
        for (String column : COUNTED.subList(0, mandate.isFollowed() ? COUNTED.size() : 1)) {
            columns.add(words.column("claims." + column, OBLIGATION, Kind.COUNT));
        }
        SheetTable table = SheetTable.whole(sheet, 3, columns);
        for (AgencyPosition a : agencies) {
            for (Group group : Group.values()) {
                Sum all = figures.cell(a.code(), group, Mandate.ALL);
                boolean isClaimed = claims.getOrDefault(a.code(), Map.of()).get(group) != null;
                if (all.headcount() > 0 || isClaimed || figures.closes(a.code())) {
                    table.row(counts(a, group, all));
                }
            }
            table.flushFull();
        }
        table.endFiltered();
    }

    private @Nullable Object[] counts(AgencyPosition a, Group group, Sum all) {
        Shown shown = figures.shownCell(a.code(), group);
        List<Object> cells = new ArrayList<>(
                List.of(a.code(), a.name(), words.text("group." + group), words.number(shown, all.headcount())));
        for (String obligation : figures.obligations()) {
            Sum sum = figures.cell(a.code(), group, obligation);
            Object met = words.summary(shown, sum, sum.met());
            if (mandate.isVoluntary(obligation)) {
                cells.add(met);
                continue;
            }
            boolean isUnknown = !a.hasList() && sum.due() > 0 && !figures.closes(a.code());
            cells.addAll(List.of(
                    words.number(shown, sum.due()), met, isUnknown ? words.text("unknown") : words.rate(shown, sum)));
        }
        cells.addAll(claimed(a, group, shown));
        return cells.toArray();
    }

    private List<Object> claimed(AgencyPosition a, Group group, Shown shown) {
        GroupCount count = claims.getOrDefault(a.code(), Map.of()).get(group);
        Count claimed = count == null ? null : count.claimed();
        Integer difference = count == null ? null : count.difference();
        Object none = words.text("nobody");
        List<Object> cells = List.of(
                words.number(shown, count == null ? 0 : count.rows()),
                words.number(shown, count == null ? 0 : count.following()),
                words.number(shown, claimed == null ? none : claimed.people()),
                words.number(shown, claimed == null ? none : claimed.following()),
                words.number(shown, difference == null ? none : difference));
        return mandate.isFollowed() ? cells : cells.subList(0, 1);
    }

    private String label(String obligation) {
        return mandate.obligations().stream()
                .filter(o -> o.id().equals(obligation))
                .map(o -> o.label(words.page().locale()))
                .findFirst()
                .orElse(words.text("obligation.all"));
    }

    void exceptions(Worksheet sheet, FindingCounts counts) {
        SheetTable table = SheetTable.whole(
                sheet,
                2,
                List.of(
                        words.column("column.agency-code", CODE, Kind.TEXT),
                        words.column("agency", NAME, Kind.TEXT),
                        words.column("column.exception-code", 26, Kind.TEXT),
                        words.column("column.exception", 36, Kind.TEXT),
                        words.column("column.severity", 14, Kind.TEXT),
                        words.column("who", 28, Kind.TEXT),
                        words.column("column.fresh", NUMBER, Kind.COUNT),
                        words.column("column.reopened", NUMBER, Kind.COUNT),
                        words.column("column.still", NUMBER, Kind.COUNT),
                        words.column("column.open", NUMBER, Kind.COUNT),
                        words.column("column.resolved", NUMBER, Kind.COUNT)));
        // agencies that have left the register too: what was open there is resolved
        Stream<String> codes = Stream.concat(counts.agencies().stream(), names.keySet().stream());
        codes.distinct().sorted(CodePoints::compare).forEach(agency -> {
            if (figures.closes(agency)) {
                table.row(closed(agency));
            } else {
                counts.of(agency).forEach((code, stand) -> {
                    table.row(
                            agency,
                            names.getOrDefault(agency, ""),
                            code.name(),
                            catalogue.title(code, words.page().locale()),
                            words.text("severity." + catalogue.severity(code).word()),
                            catalogue.who(
                                    catalogue.responsible(code), words.page().locale()),
                            stand.fresh(),
                            stand.reopened(),
                            stand.still(),
                            stand.open(),
                            stand.resolved());
                    table.paint(SEVERITY_COLUMN, RecapWords.fill(catalogue.severity(code)));
                });
            }
            table.flushFull();
        });
        table.endFiltered();
    }

    /** One row, whatever it has: which kinds there are would tell, too. */
    private @Nullable Object[] closed(String agency) {
        Object hidden = words.number(figures.shownAgency(agency), 0);
        return new @Nullable Object[] {
            agency, names.getOrDefault(agency, ""), hidden, null, null, null, hidden, hidden, hidden, hidden, hidden
        };
    }
}

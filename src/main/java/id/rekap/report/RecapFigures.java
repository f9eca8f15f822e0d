package id.rekap.report;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.reconcile.Tally;
import id.rekap.report.Discretion.Shown;
import id.rekap.report.page.Share;
import id.rekap.report.page.Sum;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.NightBook;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A night's tallies added up for its workbook, with what of them may be shown. */
final class RecapFigures {
    private final List<String> obligations;
    private final Map<String, Line> lines = new HashMap<>();
    private final Discretion<String> agencies = new Discretion<>();

    /** A group of people of an agency. */
    record Cell(String agency, Group group) {}

    /** One obligation. */
    private static final class Line {
        private final Map<Cell, Sum> cells = new LinkedHashMap<>();
        private final Map<Group, Sum> groups = new EnumMap<>(Group.class);
        private final Discretion<Cell> discretion = new Discretion<>();
        private Sum whole = Sum.NONE;

        private void add(Tally tally, Group group) {
            Sum sum = Sum.of(tally);
            cells.merge(new Cell(tally.agency(), group), sum, Sum::plus);
            groups.merge(group, sum, Sum::plus);
            whole = whole.plus(sum);
        }

        private void guard() {
            cells.forEach((cell, sum) -> discretion.add(cell, sum.share()));
            for (Group group : Group.values()) {
                discretion.guard(cell -> cell.group() == group);
            }
            discretion.guard(cell -> true);
        }
    }

    /** @param positions in the order of the workbook */
    RecapFigures(NightBook book, List<AgencyPosition> positions) {
        this.obligations = new ArrayList<>(List.of(Mandate.ALL));
        book.mandate().obligations().stream().map(Obligation::id).forEach(obligations::add);
        obligations.forEach(id -> lines.put(id, new Line()));
        Map<String, Group> groups = new HashMap<>();
        book.mandate().types().forEach(t -> groups.put(t.code(), t.group()));
        for (Tally tally : book.tallies()) {
            line(tally.obligation()).add(tally, groups.getOrDefault(tally.type(), Group.ASN));
        }
        lines.values().forEach(Line::guard);
        positions.forEach(a -> agencies.add(a.code(), new Share(a.headcount(), a.headcount(), 0)));
        agencies.guard(agency -> true);
    }

    /** {@code all} first, then in the mandate's order. */
    List<String> obligations() {
        return obligations;
    }

    Sum whole(String obligation) {
        return line(obligation).whole;
    }

    /** Obligation {@code all} of a group over all agencies. */
    Sum group(Group group) {
        return line(Mandate.ALL).groups.getOrDefault(group, Sum.NONE);
    }

    /** Whether a group may be shown beside everybody. */
    Shown shown(Group group) {
        Discretion<Group> discretion = new Discretion<>();
        line(Mandate.ALL).groups.forEach((g, sum) -> discretion.add(g, sum.share()));
        discretion.guard(g -> true);
        return discretion.of(group);
    }

    Sum cell(Cell cell, String obligation) {
        return line(obligation).cells.getOrDefault(cell, Sum.NONE);
    }

    Shown shown(Cell cell, String obligation) {
        return line(obligation).discretion.of(cell);
    }

    /** Obligation {@code all} of an agency. */
    Sum agency(String code) {
        return cell(new Cell(code, Group.ASN), Mandate.ALL)
                .plus(cell(new Cell(code, Group.TENAGA_KONTRAK), Mandate.ALL));
    }

    /** Whether an agency's sum may be shown: not where it would tell a group of it that may not. */
    Shown shownSum(String code) {
        if (agency(code).share().suppressed()) {
            return Shown.TOO_FEW;
        }
        boolean isWhole = true;
        for (Group group : Group.values()) {
            isWhole &= shown(new Cell(code, group), Mandate.ALL) == Shown.YES;
        }
        return isWhole ? Shown.YES : Shown.WITHHELD;
    }

    /** Whether numbers of an agency's people may be shown that are no obligation: rows, exceptions. */
    Shown shownPeople(String code) {
        return agencies.of(code);
    }

    private Line line(String obligation) {
        Line line = lines.get(obligation);
        if (line == null) {
            throw new IllegalStateException("The mandate does not know " + obligation);
        }
        return line;
    }
}

package id.rekap.report;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.reconcile.Tally;
import id.rekap.report.page.Share;
import id.rekap.report.page.Sum;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.NightBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A night's tallies added up for its workbook, with what of them may be shown. */
final class RecapFigures {
    private final List<String> obligations = new ArrayList<>(List.of(Mandate.ALL));
    private final Map<String, Sum> wholes = new HashMap<>();
    private final Map<Group, Sum> groups = new EnumMap<>(Group.class);
    private final Map<Cell, Sum> cells = new HashMap<>();
    private final Map<String, Integer> headcounts = new HashMap<>();

    /** Whether a number may be shown, and why not. */
    enum Shown {
        YES,
        TOO_FEW,
        /** With the other group beside it, it would tell of too few. */
        WITHHELD
    }

    private record Cell(String agency, Group group, String obligation) {}

    RecapFigures(NightBook book, List<AgencyPosition> agencies) {
        book.mandate().obligations().stream().map(Obligation::id).forEach(obligations::add);
        Map<String, Group> ofType = new HashMap<>();
        book.mandate().types().forEach(t -> ofType.put(t.code(), t.group()));
        for (Tally tally : book.tallies()) {
            Group group = ofType.getOrDefault(tally.type(), Group.ASN);
            Sum sum = Sum.of(tally);
            wholes.merge(tally.obligation(), sum, Sum::plus);
            cells.merge(new Cell(tally.agency(), group, tally.obligation()), sum, Sum::plus);
            if (tally.obligation().equals(Mandate.ALL)) {
                groups.merge(group, sum, Sum::plus);
            }
        }
        agencies.forEach(a -> headcounts.put(a.code(), a.headcount()));
    }

    /** {@code all} first, then in the mandate's order. */
    List<String> obligations() {
        return obligations;
    }

    Sum whole(String obligation) {
        return wholes.getOrDefault(obligation, Sum.NONE);
    }

    /** Obligation {@code all} of a group over all agencies. */
    Sum group(Group group) {
        return groups.getOrDefault(group, Sum.NONE);
    }

    Sum cell(String agency, Group group, String obligation) {
        return cells.getOrDefault(new Cell(agency, group, obligation), Sum.NONE);
    }

    /** Obligation {@code all} of an agency. */
    Sum agency(String code) {
        return Arrays.stream(Group.values())
                .map(group -> cell(code, group, Mandate.ALL))
                .reduce(Sum.NONE, Sum::plus);
    }

    static Shown shown(Sum sum) {
        return sum.share().suppressed() ? Shown.TOO_FEW : Shown.YES;
    }

    /** Whether a group may be shown beside everybody. */
    Shown shown(Group group) {
        Shown shown = shown(group(group));
        return shown == Shown.YES && isTold(this::group) ? Shown.WITHHELD : shown;
    }

    /** Whether an agency's sum may be shown beside its groups. */
    Shown shownSum(String code) {
        Shown shown = shown(agency(code));
        return shown == Shown.YES && isTold(group -> cell(code, group, Mandate.ALL)) ? Shown.WITHHELD : shown;
    }

    /** Whether numbers of an agency's people may be shown that are no obligation: rows, exceptions. */
    Shown shownPeople(String code) {
        int people = headcounts.getOrDefault(code, 0);
        return new Share(people, people, 0).suppressed() ? Shown.TOO_FEW : Shown.YES;
    }

    /** Would the sum less the groups that are shown tell of too few people? */
    private static boolean isTold(Function<Group, Sum> groups) {
        List<Sum> hidden = Arrays.stream(Group.values())
                .map(groups)
                .filter(sum -> sum.share().suppressed())
                .toList();
        return hidden.size() == 1
                || hidden.stream().reduce(Sum.NONE, Sum::plus).share().suppressed();
    }
}

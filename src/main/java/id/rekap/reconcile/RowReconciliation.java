package id.rekap.reconcile;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.exemption.ExemptOn;
import id.rekap.intake.ListRow;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.CrossAgencyMatch.Kind;
import id.rekap.register.Person;
import id.rekap.value.Answer;
import id.rekap.value.Identifier;
import id.rekap.value.ReadAs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges rows, all of one person at once, and keeps the list's books: which rows count, which are refused, how its people
 * stand.
 */
final class RowReconciliation {
    private final Mandate mandate;
    private final AgencyFacts facts;
    private final ExceptionCollector raising;
    private final RowRules rules;
    private final TypingSlips slips;
    private final Tallies tallies;
    private final Exempting exempting;
    private final ClaimedHandles claims = new ClaimedHandles();
    private final Map<Kind, Map<String, CrossAgencyMatch>> matches = new HashMap<>();
    private final Set<String> listed = new HashSet<>();
    private final List<UnmatchedRow> unmatchedRows = new ArrayList<>();
    private final List<Integer> handles;
    private Exempting exemptElsewhere;
    private int counted;
    private int refused;

    /** A row and its position in the list. */
    record Placed(ListRow row, int position) {
        /** The first one counts, so those that a later correction has replaced are last. */
        private static final Comparator<Placed> IN_FILE_ORDER = Comparator.comparing(
                        (Placed p) -> p.row().isOutdated())
                .thenComparingInt(p -> p.row().file())
                .thenComparingInt(p -> p.row().row());
    }

    RowReconciliation(Mandate mandate, AgencyFacts facts, ExceptionCollector raising, Exempting exempting) {
        this.mandate = mandate;
        this.facts = facts;
        this.raising = raising;
        this.rules = new RowRules(mandate, raising, facts.matches(), facts.evidence());
        this.slips = raising.slips(facts.people());
        this.tallies = new Tallies(mandate);
        this.exempting = exempting;
        this.exemptElsewhere = new Exempting(mandate, ExemptOn.NOBODY);
        for (Kind kind : Kind.values()) {
            matches.put(kind, new HashMap<>());
        }
        facts.matches().forEach(c -> matchesOf(c.kind()).put(c.no(), c));
        this.handles = mandate.handles();
    }

    private Map<String, CrossAgencyMatch> matchesOf(Kind kind) {
        return matches.getOrDefault(kind, Map.of());
    }

    /**
     * What came of all rows, once each was judged, and of the agency's people without one.
     *
     * @param rows of the list
     */
    Outcome outcome(int rows) {
        for (Person person : facts.people()) {
            if (!listed.contains(person.no())) {
                withoutRow(person, facts.list() != null);
            }
        }
        if (counted + refused != rows) {
            throw new IllegalStateException("The books of agency " + facts.agency() + " do not balance: " + rows
                    + " rows, " + counted + " counted, " + refused + " refused");
        }
        return new Outcome(
                facts.agency(),
                rows,
                counted,
                refused,
                tallies.tallies(),
                tallies.presences(),
                raising.raised(),
                unmatchedRows,
                claims.bytes(),
                UnmatchedRows.key(facts.matches()));
    }

    /** @param exempt those of other agencies who stand on this list */
    void elsewhere(ExemptOn exempt) {
        exemptElsewhere = new Exempting(mandate, exempt);
    }

    /** Rules 2, 7, 8 and 10 for one of the agency's own active people. */
    void home(Person person, List<Placed> rows) {
        if (rows.size() > 1) {
            rows.sort(Placed.IN_FILE_ORDER);
        }
        ListRow first = rows.get(0).row();
        List<Answer> answers = rules.answers(first);
        repeats(rows, answers, person);
        rules.nameAndType(first, person);
        RowStatuses statuses = rules.raise(first, person, answers, exempting.of(person));
        claim(answers, rows.get(0).position());
        counted++;
        listed.add(person.no());
        tallies.count(person, statuses, true);
    }

    private void claim(List<Answer> answers, int position) {
        for (int handle : handles) {
            if (answers.get(handle).as() == ReadAs.YES) {
                String obligation = mandate.obligations().get(handle).id();
                claims.add(obligation, answers.get(handle).value(), position);
            }
        }
    }

    /** Rule 2: the later rows of a person do not count. */
    private void repeats(List<Placed> rows, List<Answer> first, @Nullable Person person) {
        ListRow original = rows.get(0).row();
        for (Placed later : rows.subList(1, rows.size())) {
            List<Answer> answers = rules.answers(later.row());
            refused++;
            ExceptionCode code = ExceptionCode.ROW_DUPLICATE;
            String field = "";
            String value = "";
            for (int i = 0; i < answers.size() && code == ExceptionCode.ROW_DUPLICATE; i++) {
                if (!answers.get(i).readsLike(first.get(i))) {
                    code = ExceptionCode.ROW_CONFLICT;
                    field = mandate.obligations().get(i).id();
                    String written = later.row().value(i);
                    value = written == null ? "" : written;
                }
            }
            String[] told = {
                Integer.toString(original.row()),
                facts.files().get(original.file()).name(),
                facts.files().get(later.row().file()).name(),
                later.row().isOutdated() ? "LATER_COUNTS" : "FIRST_COUNTS"
            };
            raising.repeat(code, later.row(), person, field, value, told);
        }
    }

    /** What reading alone could tell: rule 1, and a row that is too wide. */
    void fault(ListRow row) {
        refused++;
        switch (row.fault()) {
            case MISSING -> raising.identifier(ExceptionCode.ID_MISSING, row, "", "");
            case DAMAGED -> raising.identifier(ExceptionCode.ID_DAMAGED, row, "", "");
            case TOO_WIDE -> raising.tooWide(row);
            case NONE, OUTDATED, REPLACED -> throw new IllegalStateException("A row whose number is sound");
        }
    }

    /** A correction stands in its place; whose number it is may be another one's tomorrow. */
    void replaced(String no, @Nullable Person person) {
        UnmatchedRows.silent(no, state(person)).ifPresent(unmatchedRows::add);
    }

    /** Rule 1, for a number that nobody can have. */
    void malformed(ListRow row) {
        refused++;
        String repaired = Identifier.suggestion(row.no(), facts.receivedOn());
        raising.identifier(
                ExceptionCode.ID_MALFORMED,
                row,
                Identifier.hint(row.no()),
                repaired.isEmpty() ? slips.suggestion(row) : slips.shown(row.no(), repaired));
        UnmatchedRows.unknown(row.no()).ifPresent(unmatchedRows::add);
    }

    /** Rules 2 to 6 for someone who is not one of the agency's own active people. */
    void unmatched(@Nullable Person person, List<Placed> rows) {
        rows.sort(Placed.IN_FILE_ORDER);
        ListRow first = rows.get(0).row();
        List<Answer> answers = rules.answers(first);
        repeats(rows, answers, person);
        for (Placed later : rows.subList(1, rows.size())) {
            unmatchedRows.add(new UnmatchedRow(later.row().no(), null, state(person), false, ""));
        }
        if (person == null) {
            refused++;
            raising.unknown(
                    ExceptionCode.EMPLOYEE_UNKNOWN,
                    first,
                    ExceptionCollector.NUMBER,
                    first.written(),
                    slips.suggestion(first),
                    first.no());
            UnmatchedRows.unknown(first.no()).ifPresent(unmatchedRows::add);
        } else if (!person.active()) {
            refused++;
            String since = person.endedOn() == null ? person.status() : String.valueOf(person.endedOn());
            raising.row(ExceptionCode.EMPLOYEE_INACTIVE, first, person, ExceptionCollector.NUMBER, since, since);
            unmatchedRows.add(new UnmatchedRow(first.no(), person.id(), state(person), false, ""));
        } else {
            activeElsewhere(person, rows.get(0), answers);
        }
    }

    private String state(@Nullable Person person) {
        return UnmatchedRows.state(person, person == null ? "" : exemptElsewhere.words(person));
    }

    private void activeElsewhere(Person person, Placed placed, List<Answer> answers) {
        ListRow row = placed.row();
        CrossAgencyMatch twice = matchesOf(Kind.TWICE).get(person.no());
        if (twice != null) {
            refused++;
            raising.row(ExceptionCode.EMPLOYEE_TWICE, row, person, "", twice.other(), twice.other());
        } else {
            counted++;
            raising.row(ExceptionCode.EMPLOYEE_ELSEWHERE, row, person, "", facts.agency(), person.agency());
            rules.nameAndType(row, person);
            rules.raise(row, person, answers, exemptElsewhere.of(person));
        }
        // whether it counts or not: the other row may be gone tomorrow
        claim(answers, placed.position());
        String declared = rules.declared(answers).encoded();
        unmatchedRows.add(new UnmatchedRow(row.no(), person.id(), state(person), true, declared));
    }

    private void withoutRow(Person person, boolean hasList) {
        CrossAgencyMatch reported = matchesOf(Kind.REPORTED).get(person.no());
        if (reported != null) {
            tallies.count(person, exempting.exempted(person, RowStatuses.decoded(reported.answers())), true);
            return;
        }
        if (hasList && !exempting.isFromEverything(person)) {
            raising.person(ExceptionCode.EMPLOYEE_NOT_REPORTED, person);
        }
        RowStatuses statuses = RowStatuses.notReported(mandate.obligations().size());
        tallies.count(person, exempting.exempted(person, statuses), false);
    }
}

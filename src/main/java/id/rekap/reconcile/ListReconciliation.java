package id.rekap.reconcile;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.intake.FileNote;
import id.rekap.intake.ListPages;
import id.rekap.intake.ListRow;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.RowReconciliation.Placed;
import id.rekap.register.Person;
import id.rekap.value.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One judgement: first all rows whose number is not of the agency's own people are looked up at once, then every person's
 * rows are judged together, the first of them counts.
 */
final class ListReconciliation {
    private static final int KEPT_DECODED = 20_000;

    private final AgencyFacts facts;
    private final Mandate mandate;
    private final ExceptionCollector raising;
    private final Exempting exempting;
    private final RowReconciliation rows;
    private final Map<String, Person> home = new HashMap<>();

    ListReconciliation(Mandate mandate, AgencyFacts facts, ExceptionCollector raising) {
        this.facts = facts;
        this.raising = raising;
        this.mandate = mandate;
        this.exempting = new Exempting(mandate, facts.exempt());
        this.rows = new RowReconciliation(mandate, facts, raising, exempting);
        facts.people().forEach(person -> home.put(person.no(), person));
    }

    Outcome outcome() {
        // what is dropped again with the same fault is one refusal that stays open
        facts.notes().stream().distinct().filter(this::isOwed).map(this::named).forEachOrdered(raising::file);
        agencyItself();
        ListPages list = facts.list();
        if (list != null) {
            judgeRows(list);
        }
        return rows.outcome(list == null ? 0 : list.rowCount());
    }

    /** A column that would say nothing about anybody who owes it is not missed. */
    private boolean isOwed(FileNote note) {
        return note.code() != ExceptionCode.COLUMN_ABSENT || !exempting.isEverybody(facts.people(), note.field());
    }

    /** Who reads of a column that is not there knows the obligation by its name. */
    private FileNote named(FileNote note) {
        return note.code() != ExceptionCode.COLUMN_ABSENT
                ? note
                : mandate.obligations().stream()
                        .filter(o -> o.id().equals(note.field()))
                        .findFirst()
                        .map(o -> note.saying(List.of(raising.label(o), note.expected())))
                        .orElse(note);
    }

    private void agencyItself() {
        AgencyFacts.Notices notices = facts.notices();
        if (notices.staleSince() != null) {
            String since = String.valueOf(notices.staleSince());
            raising.agency(ExceptionCode.AGENCY_STALE, "", since, since);
        }
        AgencyFacts.Held held = notices.held();
        if (held != null) {
            raising.held(held.file(), held.submission(), held.reasons());
        }
    }

    private void judgeRows(ListPages list) {
        Iterable<ListRow> all = list.rows();
        if (list.rowCount() <= KEPT_DECODED) {
            List<ListRow> decoded = new ArrayList<>(list.rowCount());
            all.forEach(decoded::add);
            all = decoded;
        }
        List<Placed> strangers = new ArrayList<>();
        Set<String> numbers = new TreeSet<>();
        Set<String> replaced = new TreeSet<>();
        int position = 0;
        for (ListRow row : all) {
            if (row.isReplaced() && !row.no().isEmpty() && !home.containsKey(row.no())) {
                replaced.add(row.no());
            }
            if (row.hasNumber() && !home.containsKey(row.no())) {
                strangers.add(new Placed(row, position));
            }
            position++;
        }
        strangers.forEach(stranger -> numbers.add(stranger.row().no()));
        numbers.addAll(replaced);
        Map<String, Person> known = facts.register().byNumber(numbers);
        rows.elsewhere(facts.register().exempt(known.values()));
        replaced.forEach(no -> rows.replaced(no, known.get(no)));
        Map<String, List<Placed>> underOtherNumbers = new HashMap<>();
        Map<String, List<Placed>> elsewhere = new LinkedHashMap<>();
        for (Placed stranger : strangers) {
            Person person = known.get(stranger.row().no());
            if (person != null && person.active() && home.containsKey(person.no())) {
                underOtherNumbers
                        .computeIfAbsent(person.no(), n -> new ArrayList<>())
                        .add(stranger);
            } else if (person == null && !Identifier.possible(stranger.row().no(), facts.receivedOn())) {
                rows.malformed(stranger.row());
            } else {
                String key = person == null ? stranger.row().no() : "\u0000" + person.id();
                elsewhere.computeIfAbsent(key, k -> new ArrayList<>()).add(stranger);
            }
        }
        atHome(all, underOtherNumbers);
        underOtherNumbers.forEach((no, placed) -> rows.home(homePerson(no), placed));
        elsewhere
                .values()
                .forEach(placed -> rows.unmatched(known.get(placed.get(0).row().no()), placed));
    }

    private Person homePerson(String no) {
        Person person = home.get(no);
        if (person == null) {
            throw new IllegalStateException("Not one of the agency's people");
        }
        return person;
    }

    /** Rows come by number, so a person's rows under the current number stand together. */
    private void atHome(Iterable<ListRow> all, Map<String, List<Placed>> underOtherNumbers) {
        List<Placed> group = new ArrayList<>();
        int position = 0;
        for (ListRow row : all) {
            if (row.isReplaced()) {
                position++;
                continue;
            }
            if (!row.hasNumber()) {
                rows.fault(row);
            } else if (home.containsKey(row.no())) {
                if (!group.isEmpty() && !group.get(0).row().no().equals(row.no())) {
                    flush(group, underOtherNumbers);
                }
                group.add(new Placed(row, position));
            }
            position++;
        }
        flush(group, underOtherNumbers);
    }

    private void flush(List<Placed> group, Map<String, List<Placed>> underOtherNumbers) {
        if (group.isEmpty()) {
            return;
        }
        String no = group.get(0).row().no();
        List<Placed> others = underOtherNumbers.remove(no);
        if (others != null) {
            group.addAll(others);
        }
        rows.home(homePerson(no), group);
        group.clear();
    }
}

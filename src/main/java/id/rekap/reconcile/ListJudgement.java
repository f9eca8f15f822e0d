package id.rekap.reconcile;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.intake.ListPages;
import id.rekap.intake.ListRow;
import id.rekap.intake.RowFault;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.Crossing.Kind;
import id.rekap.register.People;
import id.rekap.register.Person;
import id.rekap.value.Answer;
import id.rekap.value.Identifier;
import id.rekap.value.ReadAs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One judgement: first all rows whose number is not of the agency's own people are looked up at once, then every person's
 * rows are judged together, the first of them counts.
 */
final class ListJudgement {
    private static final int KEPT_DECODED = 20_000;

    private final Mandate mandate;
    private final People people;
    private final Docket docket;
    private final Raising raising;
    private final RowRules rules;
    private final Slips slips;
    private final Tallies tallies;
    private final Claims claims = new Claims();
    private final Map<String, Person> home = new HashMap<>();
    private final Map<Kind, Map<String, Crossing>> crossings = new HashMap<>();
    private final Set<String> standing = new HashSet<>();
    private final List<Stray> strays = new ArrayList<>();
    private final List<Integer> handles;
    private int counted;
    private int refused;

    ListJudgement(Mandate mandate, People people, Docket docket, Raising raising) {
        this.mandate = mandate;
        this.people = people;
        this.docket = docket;
        this.raising = raising;
        this.rules = new RowRules(mandate, raising, docket.crossings());
        this.slips = new Slips(docket.people());
        this.tallies = new Tallies(mandate);
        docket.people().forEach(person -> home.put(person.no(), person));
        for (Kind kind : Kind.values()) {
            crossings.put(kind, new HashMap<>());
        }
        docket.crossings().forEach(c -> crossingsOf(c.kind()).put(c.no(), c));
        this.handles = mandate.handles();
    }

    private Map<String, Crossing> crossingsOf(Kind kind) {
        return crossings.getOrDefault(kind, Map.of());
    }

    /** A row and its position in the list. */
    private record Placed(ListRow row, int position) {
        private static final Comparator<Placed> IN_FILE_ORDER = Comparator.comparingInt(
                        (Placed p) -> p.row().file())
                .thenComparingInt(p -> p.row().row());
    }

    Outcome outcome() {
        docket.notes().forEach(raising::file);
        agencyItself();
        ListPages list = docket.list();
        int rows = list == null ? 0 : list.rowCount();
        if (list != null) {
            judgeRows(list);
        }
        for (Person person : docket.people()) {
            if (!standing.contains(person.no())) {
                withoutRow(person, list != null);
            }
        }
        if (counted + refused != rows) {
            throw new IllegalStateException("The books of agency " + docket.agency() + " do not balance: " + rows
                    + " rows, " + counted + " counted, " + refused + " refused");
        }
        return new Outcome(
                docket.agency(),
                rows,
                counted,
                refused,
                tallies.tallies(),
                tallies.presences(),
                raising.raised(),
                strays,
                claims.bytes(),
                Strays.key(docket.crossings()));
    }

    private void agencyItself() {
        Docket.Notices notices = docket.standing();
        if (notices.silent()) {
            raising.agency(ExceptionCode.AGENCY_SILENT, "", "");
        }
        if (notices.staleSince() != null) {
            String since = String.valueOf(notices.staleSince());
            raising.agency(ExceptionCode.AGENCY_STALE, "", since, since);
        }
        Docket.Held held = notices.held();
        if (held != null) {
            raising.agency(
                    ExceptionCode.LIST_SHRANK,
                    held.file(),
                    held.submission(),
                    Integer.toString(held.rows()),
                    Integer.toString(held.rowsInForce()),
                    held.submission());
        }
    }

    private void judgeRows(ListPages list) {
        Iterable<ListRow> rows = list.rows();
        if (list.rowCount() <= KEPT_DECODED) {
            List<ListRow> decoded = new ArrayList<>(list.rowCount());
            rows.forEach(decoded::add);
            rows = decoded;
        }
        List<Placed> strangers = new ArrayList<>();
        int position = 0;
        for (ListRow row : rows) {
            if (row.fault() == RowFault.NONE && !home.containsKey(row.no())) {
                strangers.add(new Placed(row, position));
            }
            position++;
        }
        Map<String, Person> known = people.byNumber(
                strangers.stream().map(p -> p.row().no()).collect(Collectors.toCollection(TreeSet::new)),
                docket.date());
        Map<String, List<Placed>> underOtherNumbers = new HashMap<>();
        Map<String, List<Placed>> elsewhere = new LinkedHashMap<>();
        for (Placed stranger : strangers) {
            Person person = known.get(stranger.row().no());
            if (person != null && person.active() && home.containsKey(person.no())) {
                underOtherNumbers
                        .computeIfAbsent(person.no(), n -> new ArrayList<>())
                        .add(stranger);
            } else if (person == null && !Identifier.possible(stranger.row().no(), docket.receivedOn())) {
                malformed(stranger.row());
            } else {
                String key = person == null ? stranger.row().no() : "\u0000" + person.id();
                elsewhere.computeIfAbsent(key, k -> new ArrayList<>()).add(stranger);
            }
        }
        atHome(rows, underOtherNumbers);
        underOtherNumbers.forEach((no, placed) -> judgeHome(homePerson(no), placed));
        elsewhere.values().forEach(placed -> stray(known.get(placed.get(0).row().no()), placed));
    }

    private Person homePerson(String no) {
        Person person = home.get(no);
        if (person == null) {
            throw new IllegalStateException("Not one of the agency's people");
        }
        return person;
    }

    /** Rows come by number, so a person's rows under the current number stand together. */
    private void atHome(Iterable<ListRow> rows, Map<String, List<Placed>> underOtherNumbers) {
        List<Placed> group = new ArrayList<>();
        int position = 0;
        for (ListRow row : rows) {
            if (row.fault() != RowFault.NONE) {
                fault(row);
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
        judgeHome(homePerson(no), group);
        group.clear();
    }

    private void judgeHome(Person person, List<Placed> rows) {
        if (rows.size() > 1) {
            rows.sort(Placed.IN_FILE_ORDER);
        }
        ListRow first = rows.get(0).row();
        List<Answer> answers = rules.answers(first);
        repeats(rows, answers, person);
        rules.nameAndType(first, person);
        Stood stood = rules.raise(first, person, answers);
        claim(answers, rows.get(0).position());
        counted++;
        standing.add(person.no());
        tallies.count(person, stood, true);
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
        String[] place = {
            Integer.toString(original.row()),
            docket.files().get(original.file()).name()
        };
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
            if (person == null) {
                raising.unknown(code, later.row(), field, value, "", place);
            } else {
                raising.row(code, later.row(), person, field, value, place);
            }
        }
    }

    /** Rule 1, as far as reading could tell. */
    private void fault(ListRow row) {
        refused++;
        ExceptionCode code = row.fault() == RowFault.MISSING ? ExceptionCode.ID_MISSING : ExceptionCode.ID_DAMAGED;
        raising.identifier(code, row, "", "");
    }

    private void malformed(ListRow row) {
        refused++;
        String repaired = Identifier.suggestion(row.no(), docket.receivedOn());
        raising.identifier(
                ExceptionCode.ID_MALFORMED,
                row,
                Identifier.hint(row.no()),
                repaired.isEmpty() ? slips.suggestion(row) : repaired);
        Strays.unknown(row.no()).ifPresent(strays::add);
    }

    /** Rules 2 to 6 for someone who is not one of the agency's own active people. */
    private void stray(@Nullable Person person, List<Placed> rows) {
        rows.sort(Placed.IN_FILE_ORDER);
        ListRow first = rows.get(0).row();
        List<Answer> answers = rules.answers(first);
        repeats(rows, answers, person);
        for (Placed later : rows.subList(1, rows.size())) {
            strays.add(new Stray(later.row().no(), null, Strays.state(person), false, ""));
        }
        if (person == null) {
            refused++;
            raising.unknown(
                    ExceptionCode.EMPLOYEE_UNKNOWN,
                    first,
                    Raising.NUMBER,
                    first.written(),
                    slips.suggestion(first),
                    first.no());
            Strays.unknown(first.no()).ifPresent(strays::add);
        } else if (!person.active()) {
            refused++;
            String since = person.endedOn() == null ? person.status() : String.valueOf(person.endedOn());
            raising.row(ExceptionCode.EMPLOYEE_INACTIVE, first, person, Raising.NUMBER, since, since);
            strays.add(new Stray(first.no(), person.id(), Strays.state(person), false, ""));
        } else {
            activeElsewhere(person, rows.get(0), answers);
        }
    }

    private void activeElsewhere(Person person, Placed placed, List<Answer> answers) {
        ListRow row = placed.row();
        Crossing twice = crossingsOf(Kind.TWICE).get(person.no());
        if (twice != null) {
            refused++;
            raising.row(ExceptionCode.EMPLOYEE_TWICE, row, person, "", twice.other(), twice.other());
        } else {
            counted++;
            raising.row(ExceptionCode.EMPLOYEE_ELSEWHERE, row, person, "", person.agency(), person.agency());
            rules.nameAndType(row, person);
            rules.raise(row, person, answers);
        }
        // whether it counts or not: the other row may be gone tomorrow
        claim(answers, placed.position());
        strays.add(new Stray(
                row.no(),
                person.id(),
                Strays.state(person),
                true,
                rules.stood(answers).encoded()));
    }

    private void withoutRow(Person person, boolean hasList) {
        Crossing reported = crossingsOf(Kind.REPORTED).get(person.no());
        if (reported != null) {
            tallies.count(person, Stood.decoded(reported.answers()), true);
            return;
        }
        if (hasList) {
            raising.person(ExceptionCode.EMPLOYEE_NOT_REPORTED, person);
        }
        tallies.count(person, Stood.notReported(mandate.obligations().size()), false);
    }
}

package id.rekap.reconcile;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.database.Marks;
import id.rekap.exemption.ExemptionsInForce;
import id.rekap.intake.AnswerReader;
import id.rekap.intake.ListFile;
import id.rekap.intake.ListRow;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.reconcile.PersonTrace.Because;
import id.rekap.reconcile.PersonTrace.Position;
import id.rekap.reconcile.PersonTrace.Row;
import id.rekap.reconcile.PersonTrace.Stands;
import id.rekap.register.People;
import id.rekap.register.Person;
import id.rekap.register.RegisterVersions;
import id.rekap.value.ReadAs;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Says of people why they stand where they stand on a published night, by judging what is about them once more, from what the
 * night was made of. So it says what was published, as long as the register says of that date what it said then.
 */
public final class PersonTraces {
    private static final Set<ExceptionCode> REFUSALS = EnumSet.of(
            ExceptionCode.ROW_DUPLICATE,
            ExceptionCode.ROW_CONFLICT,
            ExceptionCode.EMPLOYEE_UNKNOWN,
            ExceptionCode.EMPLOYEE_INACTIVE,
            ExceptionCode.EMPLOYEE_TWICE);

    private final JdbcTemplate jdbc;
    private final Mandate mandate;
    private final RunRef run;
    private final AgencyReconciler reconcile;
    private final People people;
    private final ExemptionsInForce exemptions;
    private final RegisterVersions versions;
    private final Map<String, NightRow> night = new TreeMap<>();
    private final Map<String, LoadedAgency> cases = new HashMap<>();

    public PersonTraces(JdbcTemplate jdbc, Mandate mandate, Catalogue catalogue, Locale locale, RunRef run) {
        this.jdbc = jdbc;
        this.mandate = mandate;
        this.run = run;
        this.reconcile = new AgencyReconciler(mandate, catalogue, locale);
        this.people = new People(jdbc);
        this.exemptions = new ExemptionsInForce(jdbc, run.date());
        this.versions = RegisterVersions.on(run.date(), jdbc);
        new NightStore(jdbc).rows(run).forEach(row -> night.put(row.agency(), row));
    }

    /**
     * Of a person.
     *
     * @param person as the register has them on the night's date
     */
    public PersonTrace of(Person person) {
        Set<String> numbers =
                new TreeSet<>(people.numbersOf(List.of(person.id()), run.date()).getOrDefault(person.id(), List.of()));
        numbers.add(person.no());
        String speaker = speaker(person);
        Set<String> agencies = new TreeSet<>(listing(numbers));
        if (speaker != null) {
            agencies.add(speaker);
        }
        List<Row> rows = new ArrayList<>();
        List<RaisedException> raised = new ArrayList<>();
        List<Position> positions = List.of();
        String exempt = "";
        Map<String, ListRow> counting = new TreeMap<>();
        Map<String, Evidence> evidence = new TreeMap<>();
        for (String agency : agencies) {
            PersonFacts about = PersonFacts.of(of(agency).facts(), person, numbers);
            Outcome outcome = reconcile.reconcile(about.facts());
            raised.addAll(outcome.raised());
            for (ListRow row : about.rows()) {
                Row told = row(about.facts(), row, outcome.raised());
                rows.add(told);
                if (told.fate().equals(Row.COUNTED)) {
                    counting.put(agency, row);
                    evidence.put(
                            agency,
                            isShared(about.facts())
                                    ? Evidence.NONE
                                    : about.facts().evidence());
                }
            }
            if (agency.equals(speaker) || exempt.isEmpty()) {
                exempt = about.exempt(person);
            }
            if (agency.equals(speaker)) {
                positions = outcome.tallies().stream()
                        .map(tally -> new Position(tally.obligation(), stands(tally), Because.OTHERS))
                        .toList();
            }
        }
        ListRow counts = counting.values().stream().findFirst().orElse(null);
        Evidence beside = evidence.values().stream().findFirst().orElse(Evidence.NONE);
        return new PersonTrace(
                exempt,
                rows,
                positions.stream()
                        .map(p ->
                                new Position(p.obligation(), p.status(), because(p, counts, proven(p, person, beside))))
                        .toList(),
                raised,
                speaker == null || isAsPublished(speaker));
    }

    private @Nullable String speaker(Person person) {
        NightRow own = person.active() ? night.get(person.agency()) : null;
        if (own == null || own.state().equals(NightRow.GONE)) {
            return null;
        }
        return own.coveredBy() == null ? own.agency() : own.coveredBy();
    }

    /** Agencies on whose lists somebody of another agency, or of none, stands under one of these numbers. */
    private List<String> listing(Set<String> numbers) {
        List<Object> arguments = new ArrayList<>(numbers);
        arguments.add(run.id());
        return jdbc.queryForList("""
                select distinct n.agency from unmatched_row s join night n on n.outcome_run = s.run_id and n.agency = s.agency
                where s.no in (%s) and n.run_id = ?""".formatted(Marks.of(numbers)), String.class, arguments.toArray());
    }

    private LoadedAgency of(String agency) {
        return cases.computeIfAbsent(
                agency,
                code -> new AgencyFactsLoader(jdbc, mandate, run, exemptions::of, LookedAhead.NONE, List.of(code))
                        .of(code));
    }

    private boolean isAsPublished(String speaker) {
        return of(speaker).input().people().entrySet().stream()
                .allMatch(e -> e.getValue().equals(versions.of(e.getKey())));
    }

    private static Row row(AgencyFacts facts, ListRow row, List<RaisedException> raised) {
        ListFile file = facts.files().get(row.file());
        String fate = raised.stream()
                .filter(one -> REFUSALS.contains(one.code()))
                .filter(one -> one.file().equals(file.name())
                        && one.sheet().equals(file.sheet())
                        && one.row() != null
                        && one.row() == row.row())
                .map(one -> one.code().name())
                .findFirst()
                .orElse(Row.COUNTED);
        return new Row(facts.agency(), file.name(), file.sheet(), row.row(), fate);
    }

    private static Stands stands(Tally tally) {
        return tally.exempt() > 0
                ? Stands.EXEMPT
                : tally.met() > 0
                        ? Stands.MET
                        : tally.unverified() > 0
                                ? Stands.UNVERIFIED
                                : tally.notMet() > 0 ? Stands.NOT_MET : Stands.NOT_REPORTED;
    }

    private boolean isShared(AgencyFacts aboutOne) {
        FollowProof proof = new FollowProof(mandate);
        return aboutOne.matches().stream()
                .anyMatch(c -> c.kind() == CrossAgencyMatch.Kind.SHARED && proof.isHandle(c.obligation()));
    }

    /** Does an account's export say how the person stands? */
    private boolean proven(Position position, Person person, Evidence evidence) {
        return mandate.obligations().stream()
                .filter(o -> o.id().equals(position.obligation()) && o.isFollow())
                .anyMatch(o -> evidence.says(o.account(), person.id()));
    }

    private Because because(Position position, @Nullable ListRow counts, boolean isProven) {
        if (position.obligation().equals(Mandate.ALL)) {
            return Because.OTHERS;
        }
        if (position.status() == Stands.EXEMPT) {
            return Because.EXEMPT;
        }
        if (counts == null) {
            return Because.NO_ROW;
        }
        if (isProven && position.status() != Stands.NOT_REPORTED && position.status() != Stands.NOT_MET) {
            return Because.EVIDENCE;
        }
        if (position.status() == Stands.UNVERIFIED) {
            return Because.SHARED;
        }
        if (position.status() != Stands.NOT_REPORTED) {
            return Because.ANSWER;
        }
        int i = mandate.obligations().stream().map(Obligation::id).toList().indexOf(position.obligation());
        String cell = counts.value(i);
        if (cell == null) {
            return Because.NO_COLUMN;
        }
        return AnswerReader.read(mandate.obligations().get(i), cell).as() == ReadAs.UNREADABLE
                ? Because.UNREADABLE
                : Because.BLANK;
    }
}

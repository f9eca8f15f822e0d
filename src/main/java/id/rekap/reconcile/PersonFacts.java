package id.rekap.reconcile;

import id.rekap.exemption.ExemptOn;
import id.rekap.intake.ListPages;
import id.rekap.intake.ListRow;
import id.rekap.register.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Of everything that judging an agency reads, what is about one person. Where somebody stands follows from their own rows
 * alone, from what other lists mean for them, and from what they are exempt from: so judging that gives what judging the
 * agency gave.
 *
 * @param facts for the judge
 * @param rows that name the person, as they stand in the list
 */
record PersonFacts(AgencyFacts facts, List<ListRow> rows) {

    /**
     * Of an agency whose list or people the person is among.
     *
     * @param numbers every number, current or former, by which the register knows the person
     */
    static PersonFacts of(AgencyFacts whole, Person person, Set<String> numbers) {
        List<ListRow> rows = new ArrayList<>();
        @Nullable ListPages own = null;
        ListPages list = whole.list();
        if (list != null) {
            for (ListRow row : list.rows()) {
                if (row.hasNumber() && numbers.contains(row.no())) {
                    rows.add(row);
                }
            }
            ListPages.Builder builder = new ListPages.Builder();
            rows.forEach(builder::add);
            own = builder.build();
        }
        return new PersonFacts(
                new AgencyFacts(
                        whole.agency(),
                        own,
                        whole.receivedOn(),
                        whole.files(),
                        List.of(),
                        of(whole.people(), person),
                        whole.exempt(),
                        whole.register(),
                        whole.evidence(),
                        whole.matches().stream()
                                .filter(match -> match.no().equals(person.no()))
                                .toList(),
                        new AgencyFacts.Notices(null, null)),
                rows);
    }

    private static List<Person> of(Collection<Person> people, Person person) {
        return people.stream().filter(one -> one.id().equals(person.id())).toList();
    }

    /** What the person is exempt from where this agency judges them. */
    String exempt(Person person) {
        ExemptOn own = facts.people().isEmpty() ? facts.register().exempt(List.of(person)) : facts.exempt();
        return own.of(person);
    }
}

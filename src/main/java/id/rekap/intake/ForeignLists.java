package id.rekap.intake;

import id.rekap.intake.HoldReason.Kind;
import id.rekap.register.Agencies;
import id.rekap.register.Agency;
import id.rekap.register.People;
import id.rekap.register.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code LIST_FOREIGN}: is a whole list mostly of people whom its sender does not answer for? Of rows with a number of an
 * active person, 20 or more, fewer than half are the agency's own or of agencies that its list covers.
 *
 * <p>Whom it covers is looked up as everything stood that was read before this reading: agencies are read in no order, and
 * what one sends together with the others decides nothing of them.
 */
final class ForeignLists {
    private static final int ROWS_THAT_COUNT = 20;
    private static final int LOOKED_UP_AT_ONCE = 1_000;

    private final Agencies agencies;
    private final People people;
    private final ListsInForce lists;
    private final IntakeBatch read;
    private final Map<LocalDate, Map<String, Agency>> agenciesOn = new HashMap<>();
    private final Map<LocalDate, Set<String>> withList = new HashMap<>();

    /** @param read the last batch of which everything has a verdict */
    ForeignLists(Agencies agencies, People people, ListsInForce lists, IntakeBatch read) {
        this.agencies = agencies;
        this.people = people;
        this.lists = lists;
        this.read = read;
    }

    Rows of(String agency, LocalDate on) {
        return new Rows(agency, on);
    }

    private Map<String, Agency> agencies(LocalDate on) {
        return agenciesOn.computeIfAbsent(on, date -> {
            Map<String, Agency> byCode = new TreeMap<>();
            agencies.on(date).forEach(agency -> byCode.put(agency.code(), agency));
            return byCode;
        });
    }

    /** The sender and those that it would speak for. */
    private Set<String> answeredFor(String sender, LocalDate on) {
        Set<String> reporting = withList.computeIfAbsent(on, date -> lists.agencies(date, read));
        Set<String> codes =
                new HashSet<>(new CoveringAgency(agencies(on), code -> code.equals(sender) || reporting.contains(code))
                        .coveredAgenciesOf(sender));
        codes.add(sender);
        return codes;
    }

    /** The rows of one list: nearly always counting those with a number of an own person is enough. */
    final class Rows {
        private final String agency;
        private final LocalDate on;
        private @Nullable Set<String> ownNumbers;
        private int numbered;
        private int own;

        private Rows(String agency, LocalDate on) {
            this.agency = agency;
            this.on = on;
        }

        void see(ListRow row) {
            if (row.hasNumber()) {
                Set<String> known = ownNumbers == null ? people.numbers(answeredFor(agency, on), on) : ownNumbers;
                ownNumbers = known;
                numbered++;
                own += known.contains(row.no()) ? 1 : 0;
            }
        }

        /**
         * Of the list that they became.
         *
         * @param corrected so many of its rows may be others than were seen
         */
        List<HoldReason> reasons(ListPages list, int corrected) {
            boolean isShort = numbered + corrected < ROWS_THAT_COUNT;
            return isShort || (own - corrected) * 2 >= numbered + corrected ? List.of() : counted(list);
        }

        private List<HoldReason> counted(ListPages list) {
            Map<String, Integer> byAgency = byAgency(list);
            Set<String> ownCodes = answeredFor(agency, on);
            int known = byAgency.values().stream().mapToInt(Integer::intValue).sum();
            int ours = ownCodes.stream()
                    .mapToInt(code -> byAgency.getOrDefault(code, 0))
                    .sum();
            if (known < ROWS_THAT_COUNT || ours * 2 >= known) {
                return List.of();
            }
            byAgency.keySet().removeAll(ownCodes);
            Map.Entry<String, Integer> most = byAgency.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .orElseThrow();
            Agency theirs = agencies(on).get(most.getKey());
            String name = theirs == null ? "" : theirs.name();
            return List.of(HoldReason.of(Kind.FOREIGN, known, ours, most.getValue(), most.getKey(), name));
        }

        /** Rows of active people by the agency where the register has them. */
        private Map<String, Integer> byAgency(ListPages list) {
            Map<String, Integer> rows = new TreeMap<>();
            List<String> numbers = new ArrayList<>();
            for (ListRow row : list.rows()) {
                if (row.hasNumber()) {
                    numbers.add(row.no());
                }
                if (numbers.size() == LOOKED_UP_AT_ONCE) {
                    count(numbers, rows);
                }
            }
            count(numbers, rows);
            return rows;
        }

        private void count(List<String> numbers, Map<String, Integer> rows) {
            Map<String, Person> found = people.byNumber(new HashSet<>(numbers), on);
            numbers.forEach(no -> {
                Person person = found.get(no);
                if (person != null && person.active()) {
                    rows.merge(person.agency(), 1, Integer::sum);
                }
            });
            numbers.clear();
        }
    }
}

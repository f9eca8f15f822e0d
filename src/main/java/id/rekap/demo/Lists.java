package id.rekap.demo;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who stands in which office's list on which night. */
final class Lists {
    private final List<Office> offices;
    private final List<Person> people;
    private final Strangers strangers;

    Lists(List<Office> offices, List<Person> people, Strangers strangers) {
        this.offices = offices;
        this.people = people;
        this.strangers = strangers;
    }

    /** An office's list on a night, slips and all. */
    OfficeList of(int office, int night) {
        Clerk clerk = new Clerk(offices.get(office), night, strangers);
        List<Person> own =
                people.stream().filter(p -> speaksFor(office, p.office())).toList();
        Stream<Entry> rows = IntStream.range(0, own.size()).boxed().flatMap(i -> {
            Person person = own.get(i);
            Person neighbour = own.get(i == 0 ? own.size() - 1 : i - 1);
            return clerk.rows(person, neighbour).map(row -> new Entry(person, row));
        });
        Stream<Entry> guests = people.stream()
                .filter(p -> p.office() != office && p.standing().counts())
                .filter(p -> p.flaw().isGuestOf(office, night))
                .map(p -> new Entry(p, clerk.clean(p)));
        List<ListRow> corrections = own.stream()
                .filter(p -> p.standing().counts()
                        && p.flaw().on(1) != Slip.NONE
                        && p.flaw().on(night) == Slip.NONE)
                .map(clerk::clean)
                .toList();
        return new OfficeList(Stream.concat(rows, guests).toList(), corrections);
    }

    /** Its own people, and those of the offices below it that send nothing themselves. */
    private boolean speaksFor(int office, int other) {
        Office below = offices.get(other);
        boolean isBelow = below.parent().equals(offices.get(office).code());
        return office == other || (isBelow && below.nights().stream().allMatch(Sending.NOTHING::equals));
    }

    /** A row and who it is meant for. */
    record Entry(Person person, ListRow row) {}

    /**
     * @param entries the whole list
     * @param corrections the rows that had slips on the first night and were put right since
     */
    record OfficeList(List<Entry> entries, List<ListRow> corrections) {
        List<ListRow> rows() {
            return entries.stream().map(Entry::row).toList();
        }

        List<ListRow> rows(boolean contractStaff) {
            return entries.stream()
                    .filter(e -> e.person().isContractStaff() == contractStaff)
                    .map(Entry::row)
                    .toList();
        }
    }
}

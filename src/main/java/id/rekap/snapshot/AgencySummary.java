package id.rekap.snapshot;

import id.rekap.mandate.EmploymentType;
import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.AgencyState;
import id.rekap.reconcile.Tally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An agency on a published night: whether it had reported, and obligation {@code all} of its two groups.
 *
 * @param known a list speaks for it, and somebody's position follows from it
 * @param headline what is said first of it
 */
public record AgencySummary(
        String agency, AgencyState state, boolean known, People asn, People contract, Headline headline) {

    public int due() {
        return asn.due() + contract.due();
    }

    public int headcount() {
        return asn.headcount() + contract.headcount();
    }

    public int met() {
        return asn.met() + contract.met();
    }

    /** People, those of them who owe something, and those who have met it. */
    public record People(int headcount, int due, int met) {
        public static final People NONE = new People(0, 0, 0);

        People plus(Tally tally) {
            return new People(headcount + tally.headcount(), due + tally.due(), met + tally.met());
        }
    }

    /** Every agency of a night, in the order of its agencies. */
    public static List<AgencySummary> of(PublicationModel book, List<AgencyPosition> agencies) {
        Map<String, Group> groups =
                book.mandate().types().stream().collect(Collectors.toMap(EmploymentType::code, EmploymentType::group));
        Map<String, People> asn = new HashMap<>();
        Map<String, People> contract = new HashMap<>();
        Map<String, Integer> positions = new HashMap<>();
        for (Tally tally : book.tallies()) {
            Group group = groups.get(tally.type());
            if (group != null && tally.obligation().equals(Mandate.ALL)) {
                Map<String, People> people = group == Group.ASN ? asn : contract;
                people.put(
                        tally.agency(),
                        people.getOrDefault(tally.agency(), People.NONE).plus(tally));
                positions.merge(tally.agency(), tally.due() - tally.notReported(), Integer::sum);
            }
        }
        Map<String, Map<Group, Headline>> headlines = Headline.of(book);
        return agencies.stream()
                .map(a -> new AgencySummary(
                        a.code(),
                        a.state(),
                        a.hasList() && positions.getOrDefault(a.code(), 0) > 0,
                        asn.getOrDefault(a.code(), People.NONE),
                        contract.getOrDefault(a.code(), People.NONE),
                        headlines.getOrDefault(a.code(), Map.of()).values().stream()
                                .reduce(Headline.NONE, Headline::plus)
                                .given(a.hasList())))
                .toList();
    }
}

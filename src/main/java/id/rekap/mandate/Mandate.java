package id.rekap.mandate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is owed, as one file of {@code jobs/mandates} says it.
 *
 * @param issued null where nobody knows it
 * @param version SHA-256 of the file's bytes, in hex: part of every key and of the manifest
 * @param types in the order of reports
 * @param obligations in the order of reports
 * @param headline what is said first of a night: {@link #ALL}, one obligation, or every account that is to be followed
 */
public record Mandate(
        String id,
        String number,
        @Nullable LocalDate issued,
        Map<Locale, String> title,
        List<EmploymentType> types,
        List<Obligation> obligations,
        List<String> headline,
        String version) {

    /** The name of the count over all obligations that are not voluntary. */
    public static final String ALL = "all";

    public String title(Locale locale) {
        return title.getOrDefault(locale, id);
    }

    /** Positions, among the obligations, of those that are account names. */
    public List<Integer> handles() {
        return IntStream.range(0, obligations.size())
                .filter(i -> obligations.get(i).kind() == Obligation.Kind.HANDLE)
                .boxed()
                .toList();
    }

    /** Position of the account name by which people are looked up among the followers of an official account. */
    public Optional<Integer> followHandle() {
        return handles().stream().findFirst();
    }

    /** The official accounts whose followers are evidence. */
    public Set<String> accounts() {
        return obligations.stream()
                .filter(Obligation::isFollow)
                .map(Obligation::account)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Obligations of following an official account, in the order of reports. */
    public List<Obligation> follows() {
        return obligations.stream().filter(Obligation::isFollow).toList();
    }

    /** Is said first how many follow every account? */
    public boolean isHeadlineFollowing() {
        return headline.equals(follows().stream().map(Obligation::id).toList());
    }

    /** Does nobody owe it? Then it is a count, and no share. */
    public boolean isVoluntary(String obligation) {
        return obligations.stream().anyMatch(o -> o.voluntary() && o.id().equals(obligation));
    }

    /** Does it ask that accounts are followed? That is what heads of agency report in the group. */
    public boolean isFollowed() {
        return obligations.stream().anyMatch(Obligation::isFollow);
    }

    /** Position of each type code in the order of reports. */
    public Map<String, Integer> typeOrder() {
        Map<String, Integer> order = new HashMap<>();
        types.forEach(t -> order.put(t.code(), order.size()));
        return order;
    }

    public Group groupOf(String type) {
        for (EmploymentType known : types) {
            if (known.code().equals(type)) {
                return known.group();
            }
        }
        throw new IllegalStateException("The mandate " + id + " does not know the type " + type);
    }
}

package id.rekap.report.page;

import id.rekap.claims.Count;
import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.report.page.Figures.Shown;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.GroupCount;
import id.rekap.snapshot.PublicationModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What heads of agency claim beside lists and register, of those whose numbers may be shown; sums of people too are of these
 * alone, so that they tell nothing of the others.
 */
final class ClaimParts {
    private final Wording words;
    private final Map<String, String> names = new HashMap<>();
    private final List<GroupCount> claimed;
    private final List<GroupCount> shown;

    ClaimParts(PublicationModel book, List<AgencyPosition> agencies, Figures figures, Wording words) {
        this.words = words;
        agencies.forEach(a -> names.put(a.code(), a.name()));
        this.claimed = GroupCount.of(book, agencies).stream()
                .filter(count -> count.claimed() != null)
                .toList();
        this.shown = claimed.stream()
                .filter(count -> figures.shownCell(count.agency(), count.group()) == Shown.YES)
                .toList();
    }

    boolean isEmpty() {
        return claimed.isEmpty();
    }

    /** How many agencies claim, and of how many the list says something else. */
    String summary(String key) {
        return words.text(key, words.number(agencies(c -> true)), words.number(agencies(GroupCount::differs)));
    }

    /**
     * How many follow as heads claim, beside the same agencies' lists; empty where nobody claims, or where something else is
     * said first. Of rows that are shown, so that it adds up from them.
     */
    String headline(Mandate mandate) {
        List<GroupCount> compared =
                shown.stream().filter(count -> count.difference() != null).toList();
        if (compared.isEmpty() || !mandate.isHeadlineFollowing()) {
            return "";
        }
        int listed = compared.stream().mapToInt(GroupCount::following).sum();
        int difference = compared.stream()
                .map(GroupCount::difference)
                .mapToInt(d -> d == null ? 0 : d)
                .sum();
        return words.text(
                difference == 0 ? "headline.claim.same" : "headline.claim",
                words.number(listed + difference),
                words.number(
                        compared.stream().map(GroupCount::agency).distinct().count()),
                words.number(listed),
                words.signed(difference));
    }

    private int agencies(Predicate<GroupCount> meant) {
        Set<String> agencies = new HashSet<>();
        claimed.stream().filter(meant).forEach(count -> agencies.add(count.agency()));
        return agencies.size();
    }

    /** People of a group whom heads claim. */
    String people(Group group) {
        List<GroupCount> own = of(group);
        return own.isEmpty()
                ? words.text("nobody")
                : words.number(own.stream()
                        .map(GroupCount::claimed)
                        .mapToInt(count -> count == null ? 0 : count.people())
                        .sum());
    }

    String following(Group group) {
        List<GroupCount> own = of(group);
        int following = own.stream()
                .map(GroupCount::claimed)
                .mapToInt(count -> count == null ? 0 : count.following())
                .sum();
        return own.isEmpty()
                ? words.text(isHidden(group) ? "withheld" : "claims.none")
                : words.text("claims.group", words.number(following), words.number(own.size()));
    }

    private boolean isHidden(Group group) {
        return claimed.stream().anyMatch(count -> count.group() == group);
    }

    private List<GroupCount> of(Group group) {
        return shown.stream().filter(count -> count.group() == group).toList();
    }

    List<Page.Claim> rows() {
        return shown.stream().map(this::row).toList();
    }

    private Page.Claim row(GroupCount count) {
        Count claimed = count.claimed() == null ? new Count(0, 0) : count.claimed();
        Integer difference = count.difference();
        return new Page.Claim(
                names.getOrDefault(count.agency(), count.agency()),
                words.text("group." + count.group()),
                words.number(count.register()),
                words.number(count.rows()),
                words.number(count.following()),
                words.number(claimed.people()),
                words.number(claimed.following()),
                difference == null ? words.text("nobody") : words.signed(difference),
                difference == null ? words.text("claims.no-list") : reasons(count));
    }

    private String reasons(GroupCount count) {
        return count.reasons().entrySet().stream()
                .map(reason -> words.text("claims.reason." + reason.getKey(), words.signed(reason.getValue())))
                .collect(Collectors.joining("; "));
    }
}

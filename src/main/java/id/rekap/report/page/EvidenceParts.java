package id.rekap.report.page;

import id.rekap.mandate.EmploymentType;
import id.rekap.mandate.Group;
import id.rekap.mandate.Obligation;
import id.rekap.reconcile.Tally;
import id.rekap.report.page.Figures.Shown;
import id.rekap.snapshot.PublicationModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Of those who follow an official account by their list, how many its export shows, how many it does not, and of how many
 * nothing is known but what they say.
 */
final class EvidenceParts {
    private final List<Obligation> follows;
    private final Wording words;
    private final Figures figures;
    private final Map<Part, int[]> counts = new HashMap<>();

    private record Part(Group group, String obligation) {}

    EvidenceParts(PublicationModel book, Figures figures, Wording words) {
        this.words = words;
        this.figures = figures;
        this.follows = book.mandate().obligations().stream()
                .filter(Obligation::isFollow)
                .toList();
        Map<String, Group> groups = new HashMap<>();
        for (EmploymentType type : book.mandate().types()) {
            groups.put(type.code(), type.group());
        }
        for (Tally tally : book.tallies()) {
            Part part = new Part(groups.getOrDefault(tally.type(), Group.ASN), tally.obligation());
            int[] people = counts.computeIfAbsent(part, p -> new int[3]);
            people[0] += tally.proven();
            people[1] += tally.unverified();
            people[2] += tally.met() - tally.proven();
        }
    }

    /** A sentence for each account. */
    List<String> of(Group group) {
        return follows.stream().map(follow -> of(group, follow)).toList();
    }

    private String of(Group group, Obligation follow) {
        int[] people = counts.getOrDefault(new Part(group, follow.id()), new int[3]);
        String label = follow.label(words.locale());
        Shown shown = figures.shown(group, follow.id());
        if (shown != Shown.YES) {
            return words.text("evidence.hidden", label, shown.or(words, ""));
        }
        if (people[0] + people[1] == 0) {
            return words.text("evidence.none", label);
        }
        // one or two of them would stand out beside the others
        for (int few : people) {
            if (Share.isSmall(few)) {
                return words.text("evidence.hidden", label, words.text("withheld"));
            }
        }
        return words.text(
                "evidence.line", label, words.number(people[0]), words.number(people[1]), words.number(people[2]));
    }
}

package id.rekap.report.page;

import id.rekap.reconcile.AgencyState;
import id.rekap.snapshot.AgencyPosition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a night lacks, of whom, and what is asked of them; as many are named as the first screen of a phone has room for. */
final class Lacks {
    /** Letters of the names of all lines together: a phone shows some 40 in a line. */
    private static final int ROOM = 330;

    /** Agencies that are named with a line at most. */
    private static final int NAMED = 3;

    /** What one kind of agencies lacks. */
    private record Lack(String key, List<AgencyPosition> agencies) {}

    private final List<Lack> lacks = new ArrayList<>();
    private final boolean isSomebodySilent;
    private final Wording words;

    Lacks(List<AgencyPosition> agencies, AgencyParts parts, Wording words) {
        this.words = words;
        in(agencies, AgencyState.MISSING);
        add("REFUSED", parts.toCall(AgencyParts.Call.REFUSED));
        in(agencies, AgencyState.HELD);
        in(agencies, AgencyState.STALE);
        this.isSomebodySilent =
                agencies.stream().anyMatch(a -> a.state() != AgencyState.NOT_EXPECTED && !FindingCounts.hasReported(a));
    }

    private void in(List<AgencyPosition> agencies, AgencyState state) {
        add(state.name(), agencies.stream().filter(a -> a.state() == state).toList());
    }

    private void add(String key, List<AgencyPosition> agencies) {
        if (!agencies.isEmpty()) {
            lacks.add(new Lack(key, agencies));
        }
    }

    /** A class of the style sheet. */
    String kind() {
        return lacks.isEmpty() ? "complete" : isSomebodySilent ? "incomplete" : "waiting";
    }

    /** How complete the night is: where all have reported, what is left is not called a lack. */
    String verdict() {
        Set<String> waiting = new HashSet<>();
        lacks.forEach(lack -> lack.agencies().forEach(a -> waiting.add(a.code())));
        return words.text("verdict." + kind(), words.number(waiting.size()));
    }

    List<Page.Lacking> lines() {
        for (int most = NAMED; most > 1; most--) {
            List<Page.Lacking> lines = lines(most);
            if (lines.stream()
                            .flatMap(line -> line.names().stream())
                            .mapToInt(String::length)
                            .sum()
                    <= ROOM) {
                return lines;
            }
        }
        return lines(1);
    }

    private List<Page.Lacking> lines(int most) {
        return lacks.stream().map(lack -> line(lack, most)).toList();
    }

    /** Whether the lists that all of them sent before still count, which nobody would know. */
    private static boolean isKept(Lack lack) {
        return (lack.key().equals("REFUSED") || lack.key().equals("HELD"))
                && lack.agencies().stream().allMatch(AgencyPosition::hasList);
    }

    private Page.Lacking line(Lack lack, int most) {
        List<String> names = lack.agencies().stream().map(AgencyPosition::name).toList();
        // One more fits where "and one more" would stand.
        int named = names.size() == most + 1 ? names.size() : Math.min(most, names.size());
        return new Page.Lacking(
                words.text("verdict." + lack.key(), words.number(names.size())),
                words.text("verdict.ask." + (isKept(lack) ? "kept." : "") + lack.key()),
                names.subList(0, named),
                named == names.size() ? "" : words.text("message.more", words.number(names.size() - named)));
    }
}

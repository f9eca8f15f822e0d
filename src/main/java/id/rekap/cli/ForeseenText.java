package id.rekap.cli;

import id.rekap.intake.Preview;
import id.rekap.mandate.Mandate;
import id.rekap.nightly.RevisionCheck.Foreseen;
import id.rekap.snapshot.NightDifference.Claims;
import id.rekap.snapshot.NightDifference.Figures;
import id.rekap.snapshot.NightDifference.OfAgency;
import id.rekap.snapshot.NightDifference.OfCount;
import id.rekap.snapshot.NightDifference.OfGroup;
import id.rekap.snapshot.NightDifference.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a revision would change, in words: the totals, then agencies, counts and exceptions, the first of each. */
record ForeseenText(Foreseen foreseen) {
    private static final int SHOWN = 20;

    /** With {@code --json}. */
    record Document(Foreseen revision, List<Preview.Line> files) {}

    List<String> lines() {
        var difference = foreseen.difference();
        List<String> lines = new ArrayList<>();
        lines.add(
                difference.hasNothing()
                        ? "A revision of " + foreseen.date() + " would say what revision " + foreseen.replaced()
                                + " says"
                        : "A revision of " + foreseen.date() + " would replace revision " + foreseen.replaced()
                                + ", and change:");
        if (!difference.hasNothing()) {
            lines.add("agencies: " + difference.agencies().size());
            few(lines, difference.agencies(), ForeseenText::agency);
            lines.add("counts: " + difference.counts().size() + " rows of snapshot.csv, "
                    + difference.groups().size() + " of counts.csv");
            few(lines, ordered(difference.counts()), ForeseenText::count);
            few(lines, difference.groups(), ForeseenText::group);
            lines.add("exceptions: "
                    + (difference.exceptions().isEmpty()
                            ? "none"
                            : difference.exceptions().size() + " codes"));
            difference
                    .exceptions()
                    .forEach(code -> lines.add("  " + code.code() + ": " + code.appeared() + " new, " + code.gone()
                            + " gone, " + code.changed() + " told otherwise"));
        }
        lines.add("Learnt since revision " + foreseen.replaced() + " was published, and of this date: "
                + LearntText.of(foreseen.learnt()));
        lines.add("Learnt since, and dated later, which changes nothing of this date: "
                + LearntText.of(foreseen.datedLater()));
        return lines;
    }

    /** What is owed together before what is owed one by one. */
    private static List<OfCount> ordered(List<OfCount> counts) {
        List<OfCount> ordered = new ArrayList<>(counts.stream()
                .filter(count -> count.obligation().equals(Mandate.ALL))
                .toList());
        counts.stream().filter(count -> !count.obligation().equals(Mandate.ALL)).forEach(ordered::add);
        return ordered;
    }

    private static <T> void few(List<String> lines, List<T> all, Function<T, String> words) {
        all.stream().limit(SHOWN).forEach(one -> lines.add("  " + words.apply(one)));
        if (all.size() > SHOWN) {
            lines.add("  and " + (all.size() - SHOWN) + " more, --json has all");
        }
    }

    private static String agency(OfAgency agency) {
        String name = agency.code().isEmpty() ? "(no agency)" : agency.code() + " " + agency.name();
        String moves = agency.appeared() + agency.gone() + agency.changed() == 0
                ? ""
                : "; exceptions " + agency.appeared() + " new, " + agency.gone() + " gone, " + agency.changed()
                        + " told otherwise";
        return name + ": " + changes(position(agency.before()), position(agency.after())) + moves;
    }

    private static Map<String, Object> position(@Nullable Position of) {
        Map<String, Object> words = new LinkedHashMap<>();
        if (of != null) {
            words.put("state", of.state().isEmpty() ? "none" : of.state());
            words.put("list", of.submission().isEmpty() ? "none" : of.submission());
            words.put("rows", of.rows());
            words.put("counted", of.counted());
            words.put("refused", of.refused());
            words.put("people", of.headcount());
        }
        return words;
    }

    private static String count(OfCount count) {
        return count.agency() + " " + count.type() + " " + count.obligation() + ": "
                + changes(figures(count.before()), figures(count.after()));
    }

    private static Map<String, Object> figures(@Nullable Figures of) {
        Map<String, Object> words = new LinkedHashMap<>();
        if (of != null) {
            words.put("headcount", of.headcount());
            words.put("exempt", of.exempt());
            words.put("due", of.due());
            words.put("met", of.met());
            words.put("unverified", of.unverified());
            words.put("not met", of.notMet());
            words.put("not reported", of.notReported());
            words.put("total", of.total() == null ? "" : of.total());
        }
        return words;
    }

    private static String group(OfGroup group) {
        return group.agency() + " " + group.group() + " of counts.csv: "
                + changes(claims(group.before()), claims(group.after()));
    }

    private static Map<String, Object> claims(@Nullable Claims of) {
        Map<String, Object> words = new LinkedHashMap<>();
        if (of != null) {
            words.put("register", of.register());
            words.put("rows", of.rows());
            words.put("following", of.rowsFollowing());
            words.put("claimed", of.claimed() == null ? "none" : of.claimed());
            words.put("claimed following", of.claimedFollowing() == null ? "none" : of.claimedFollowing());
        }
        return words;
    }

    /** Only what differs; all of a row that one side lacks. */
    private static String changes(Map<String, Object> before, Map<String, Object> after) {
        if (before.isEmpty() || after.isEmpty()) {
            Map<String, Object> only = before.isEmpty() ? after : before;
            String all = only.entrySet().stream()
                    .filter(word -> !"".equals(word.getValue()))
                    .map(word -> word.getKey() + " " + word.getValue())
                    .collect(Collectors.joining(", "));
            return only.isEmpty() ? "the same" : (before.isEmpty() ? "new, " : "gone, was ") + all;
        }
        String changes = after.entrySet().stream()
                .filter(word -> !Objects.equals(word.getValue(), before.get(word.getKey())))
                .map(word -> word.getKey() + " " + before.get(word.getKey()) + " → " + word.getValue())
                .collect(Collectors.joining(", "));
        return changes.isEmpty() ? "position the same" : changes;
    }
}

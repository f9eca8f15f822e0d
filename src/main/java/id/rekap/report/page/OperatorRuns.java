package id.rekap.report.page;

import id.rekap.report.page.OperatorPage.Item;
import id.rekap.report.page.OperatorPage.Step;
import id.rekap.snapshot.PublicationModel;
import id.rekap.snapshot.UnfinishedRun;
import id.rekap.value.Identifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Nights since the last published one that have no set: whose run has failed, was stopped or has not ended, and who had none.
 * No time of day is told, so that the same nights give the same page.
 */
record OperatorRuns(PublicationModel book, Wording words) {
    /** Nights that are named. */
    private static final int MISSED = 7;

    List<Item> items() {
        List<Item> items = new ArrayList<>();
        book.unfinished().forEach(run -> items.add(unfinished(run)));
        List<LocalDate> missed = missed();
        if (!missed.isEmpty()) {
            items.add(missed(missed));
        }
        return items;
    }

    private Item unfinished(UnfinishedRun run) {
        boolean isRevision = run.revision() > 1;
        String title = words.text("operator.run." + run.state(), words.date(run.date()));
        return new Item(
                isRevision ? title + " (" + words.text("index.revision", words.number(run.revision())) + ")" : title,
                "",
                OperatorPage.cut(Inert.onPage(Identifier.masked(run.failure()))),
                "",
                words.text(isRevision ? "operator.unrevised" : "operator.unpublished"),
                List.of(step("operator.restart", "restart", run.date())));
    }

    /** A night whose run has not ended is named with that. */
    private List<LocalDate> missed() {
        LocalDate last = book.previousDate();
        if (last == null || !last.isBefore(book.date())) {
            return List.of();
        }
        Set<LocalDate> begun =
                book.unfinished().stream().map(UnfinishedRun::date).collect(Collectors.toSet());
        return last.plusDays(1)
                .datesUntil(book.date())
                .filter(night -> !begun.contains(night))
                .toList();
    }

    private Item missed(List<LocalDate> nights) {
        List<LocalDate> named = nights.subList(0, Math.min(MISSED, nights.size()));
        String more = nights.size() > MISSED
                ? " " + words.text("message.more", words.number((long) nights.size() - MISSED))
                : "";
        return new Item(
                words.text("index.missed", named.stream().map(words::date).collect(Collectors.joining(", "))) + more,
                "",
                "",
                "",
                words.text("operator.missed"),
                named.stream().map(night -> step("operator.run", "run", night)).toList());
    }

    private Step step(String what, String command, LocalDate night) {
        return new Step(
                words.text(what, words.date(night)),
                "./rekap " + command + " --date " + night + " --mandate "
                        + book.mandate().id());
    }
}

package id.rekap.cli;

import id.rekap.mandate.Mandate;
import id.rekap.nightly.ReproductionCheck;
import id.rekap.nightly.Republished;
import id.rekap.nightly.Run;
import id.rekap.nightly.RunStore;
import id.rekap.report.SetName;
import id.rekap.snapshot.Learnt;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What {@link ReportCommand} says.
 *
 * @param option that names the mandate, where one was named
 * @param meant whose sets they are
 */
record ReportWords(Path reports, String option, RunStore runs, Mandate meant, JdbcTemplate jdbc) {
    private static final int SHOWN = 3;

    /**
     * A set that was made again, as JSON.
     *
     * @param asPublished byte for byte what the night published
     * @param because why not, where it is known
     * @param differed paths of the set that stood there
     */
    record Line(String run, String end, boolean asPublished, List<String> because, List<String> differed, String set) {}

    Line line(Republished made, String defaultMandate) {
        Run run = run(made);
        ReproductionCheck reproduction = reproduction(made);
        return new Line(
                run.name(defaultMandate),
                made.end().name(),
                reproduction.isSame(),
                reproduction.because(),
                made.differences(),
                reports.resolve(made.counts() ? run.date().toString() : ".history/" + run.date() + "." + run.revision())
                        .toString());
    }

    String done(Republished made, Line line) {
        String page = line.set() + "/summary.html";
        String like = line.asPublished() ? ", byte for byte as it was published" : "";
        return switch (made.end()) {
            case MADE -> "Made " + line.run() + " again" + like + ": " + page;
            case REPLACED ->
                "Replaced " + line.run() + like + ": " + page + System.lineSeparator()
                        + "  what stood there differed in " + few(line.differed());
            case LINKED ->
                "Put right what leads to " + line.run() + ", a link or the list of nights; the set itself is whole"
                        + like + ": " + page;
            default -> "Nothing to do: " + line.run() + " stands there whole" + like + ", see " + page;
        };
    }

    List<String> notes(Republished made, LocalDate day) {
        List<String> notes = new ArrayList<>();
        ReproductionCheck reproduction = reproduction(made);
        if (!reproduction.isSame()) {
            notes.add("Not byte for byte what the night published: "
                    + (reproduction.because().isEmpty()
                            ? "texts or workbooks of this program, or of its Java, are not those of the night"
                            : String.join("; ", reproduction.because()))
                    + ". "
                    + (reproduction.isSameData()
                            ? "Every table of data (*.csv) is the same"
                            : "Tables of data (*.csv) differ too; compliance and rows of the night are the same"));
        }
        if (!made.besides().isEmpty()) {
            notes.add(reports + " has sets that this database does not know: " + names(made.besides())
                    + ". It is older than the reports, so their index.html was left as it is");
        }
        runs.latest(meant.id(), day)
                .filter(latest -> !latest.isPublished())
                .ifPresent(latest -> notes.add("Revision "
                        + latest.revision() + " of " + day + " is unfinished: ./rekap restart --date " + day + option
                        + " publishes it"));
        learntSince(day).ifPresent(notes::add);
        return notes;
    }

    /** What is known of a date by now and not in its sets. */
    private Optional<String> learntSince(LocalDate day) {
        return Learnt.Base.newest(meant.id(), day, jdbc)
                .map(base -> Learnt.since(base, meant, false, jdbc))
                .filter(learnt -> !learnt.hasNothing())
                .map(learnt -> "It says what was known then. Of " + day + " was learnt since: " + LearntText.of(learnt)
                        + ". ./rekap run --date " + day + option
                        + " --again --dry-run says what a revision would change");
    }

    String refused(Republished made, LocalDate day, int revision) {
        return switch (made.end()) {
            case NEVER_PUBLISHED ->
                "This database knows no published set of " + day + (revision == 0 ? "" : "." + revision)
                        + (made.run() == null || made.run().isPublished()
                                ? ""
                                : ", its run is unfinished: ./rekap restart --date " + day + option)
                        + ". " + publishedAtAll();
            case LOST ->
                "The database no longer holds what " + run(made).date() + "."
                        + run(made).revision()
                        + " was made of (purged, or changed by hand), so its set cannot be made again; what stands in "
                        + reports + " was left as it is. Take it from a backup";
            case NO_LINK ->
                reports.resolve(day.toString()) + " or " + reports.resolve("latest")
                        + " is a folder, not a link (copied by"
                        + " something that follows links?). Nothing was replaced: move it away, then the same command";
            case CUT_OFF ->
                "The run of " + names(made.besides()) + " died when its set stood in its place already."
                        + " Nothing was replaced: ./rekap restart --date " + day + option + " ends it";
            default ->
                reports + " has a newer set than this database knows: " + names(made.besides()) + ", the database "
                        + day + "." + run(made).revision()
                        + ". It was restored from a backup? Nothing was replaced. Restore a"
                        + " newer one; or, if the database is right, move "
                        + reports.resolve(".history/" + made.besides().get(0))
                        + " away and repeat the command";
        };
    }

    List<LocalDate> published(LocalDate from, LocalDate to) {
        return runs.publishedDates(meant.id(), from, to);
    }

    String publishedAtAll() {
        List<LocalDate> dates = published(ReportCommand.FIRST, ReportCommand.LAST);
        return dates.isEmpty()
                ? "Nothing was published yet"
                : "Published: " + dates.size() + " dates from " + dates.get(0) + " to " + dates.get(dates.size() - 1)
                        + "; ./rekap runs lists them";
    }

    private static Run run(Republished made) {
        Run run = made.run();
        if (run == null) {
            throw new IllegalStateException("Nothing was published");
        }
        return run;
    }

    private static ReproductionCheck reproduction(Republished made) {
        ReproductionCheck reproduction = made.reproduction();
        if (reproduction == null) {
            throw new IllegalStateException("Nothing was made");
        }
        return reproduction;
    }

    private static String names(List<SetName> sets) {
        return few(sets.stream().map(SetName::toString).collect(Collectors.toList()));
    }

    /** Those in the upper folders first: they are what people know. */
    private static String few(List<String> all) {
        String some = all.stream()
                .sorted(Comparator.comparing(
                        path -> path.chars().filter(c -> c == '/').count()))
                .limit(SHOWN)
                .collect(Collectors.joining(", "));
        return all.size() <= SHOWN ? some : some + " and " + (all.size() - SHOWN) + " more";
    }
}

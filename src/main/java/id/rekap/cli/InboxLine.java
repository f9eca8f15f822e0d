package id.rekap.cli;

import id.rekap.intake.InboxSurvey;
import id.rekap.intake.InboxSurvey.Lying;
import id.rekap.intake.InboxSurvey.Why;
import id.rekap.nightly.RunIntake;
import id.rekap.nightly.RunStore;
import id.rekap.register.Agencies;
import id.rekap.register.Agency;
import id.rekap.register.AgencyDirectory;
import id.rekap.value.Identifier;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A kind of what lies in the inbox and has not been taken.
 *
 * @param count 0 where the line is of no files
 * @param first the place of one of them
 * @param found in words
 * @param next what to do
 */
record InboxLine(String kind, int count, String first, String found, String next) {
    private static final Set<String> TAKEN_BY_ITSELF = Set.of(Why.WAITS.name(), Why.TOO_YOUNG.name());

    /**
     * After a run of a date, or beside one of today. Where a later date was run the first line says that no files are taken.
     */
    static List<InboxLine> of(Settings settings, JdbcTemplate jdbc, Clock clock, LocalDate date) {
        List<InboxLine> lines = new ArrayList<>();
        try {
            AgencyDirectory agencies = new Agencies(jdbc).directory(date);
            Duration quiet = Duration.ofSeconds(settings.run().quietSeconds());
            String takenBy = takenBy(settings, jdbc);
            new InboxSurvey(settings.home(), quiet, jdbc)
                    .look(clock.instant(), folder -> agencies.named(folder).map(Agency::code)).stream()
                            .map(lying -> of(lying, quiet, takenBy))
                            .forEach(lines::add);
        } catch (IOException e) {
            lines.add(new InboxLine(
                    "UNREADABLE",
                    0,
                    "",
                    "the inbox cannot be looked through: " + e.getMessage(),
                    "correct its rights"));
        }
        notTaken(new RunStore(jdbc), date, waiting(lines)).ifPresent(line -> lines.add(0, line));
        return lines;
    }

    private static int waiting(List<InboxLine> lines) {
        return lines.stream()
                .filter(line -> line.kind.equals(Why.WAITS.name()))
                .mapToInt(InboxLine::count)
                .sum();
    }

    private static Optional<InboxLine> notTaken(RunStore runs, LocalDate date, int waiting) {
        LocalDate today = HomeCommand.orToday(null);
        return runs.newest()
                .filter(newest -> newest.isAfter(today) || (newest.isAfter(date) && waiting > 0))
                .map(newest -> new InboxLine(
                        "NOT_TAKEN",
                        waiting,
                        "",
                        newest + " was run already"
                                + (newest.isAfter(today) ? " and has not come yet" : "")
                                + ": runs of dates before it take no files; "
                                + (waiting == 0 ? "none waits now" : counted(waiting, "file waits", "files wait")),
                        newest.isAfter(today)
                                ? "if it was a slip, ./rekap withdraw-date " + newest
                                        + " takes it back, and the next run takes the files"
                                : "the next run of a date from " + newest + " on takes them"));
    }

    /** Beside a problem that ends the next run before it begins. */
    InboxLine whileRefused() {
        return TAKEN_BY_ITSELF.contains(kind)
                ? new InboxLine(
                        kind,
                        count,
                        first,
                        found,
                        "put right what is told as a problem: until then each run ends before it takes anything")
                : this;
    }

    /** Where the newest date is complete it takes files nevertheless, since people put them right in the morning. */
    private static String takenBy(Settings settings, JdbcTemplate jdbc) {
        List<LocalDate> givenBack = new RunIntake(jdbc).givenBackBefore(ReportCommand.LAST);
        if (!givenBack.isEmpty()) {
            return "the first run of a date after " + givenBack.get(givenBack.size() - 1)
                    + " takes them: until then runs read what the archive gave back";
        }
        RunStore runs = new RunStore(jdbc);
        return "the run of the next date takes them"
                + runs.newest()
                        .filter(newest -> runs.isPublished(settings.mandate(), newest))
                        .map(newest -> "; ./rekap run --date " + newest + " --again takes them at once")
                        .orElse("");
    }

    private static InboxLine of(Lying lying, Duration quiet, String takenBy) {
        int count = lying.count();
        String found = switch (lying.why()) {
            case WAITS -> counted(count, "file waits", "files wait") + " for a run";
            case TOO_YOUNG -> counted(count, "file has", "files have") + " changed within " + quiet.toSeconds() + " s";
            case NOT_REMOVED ->
                counted(count, "file was", "files were")
                        + " seen by the last batch and could not be read or removed: each takes it again";
            case SUBFOLDER -> counted(count, "subfolder is", "subfolders are") + " not read";
            case LOOSE -> counted(count, "file lies", "files lie") + " in no folder of an agency";
            case FOLDER_OF_NOBODY -> counted(count, "file lies", "files lie") + " in folders that are no agency's";
            case LEFT_ALONE ->
                counted(count, "name is", "names are")
                        + " left alone: unfinished, hidden, or what programs leave behind";
        };
        return new InboxLine(
                lying.why().name(), count, Identifier.maskedPath(lying.first()), found, next(lying.why(), takenBy));
    }

    private static String next(Why why, String takenBy) {
        return switch (why) {
            case WAITS -> "nothing, " + takenBy;
            case TOO_YOUNG -> "nothing, the next run takes them once they are quiet";
            case NOT_REMOVED ->
                "give the user " + HomeCommand.user() + " the right to read them and to write to their folders";
            case SUBFOLDER -> "have the files in them put into the agency's folder itself";
            case LOOSE -> "move them into inbox/<code of the agency>";
            case FOLDER_OF_NOBODY -> "name the folder by the agency's code, or give the agency that alias";
            case LEFT_ALONE -> "nothing; where it is a finished list, rename it";
        };
    }

    private static String counted(int count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }

    String text() {
        return "inbox  " + found + (first.isEmpty() ? "" : " (" + first + (count > 1 ? ", …" : "") + ")") + ". Do: "
                + next;
    }
}

package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.lock.LiveRuns;
import id.rekap.nightly.DateWithdrawal;
import id.rekap.nightly.DateWithdrawal.Withdrawn;
import id.rekap.nightly.RunStore;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes back the night of a date that lies ahead. */
@Command(
        name = "withdraw-date",
        description = "Takes back the night of a day that has not come: its set goes, the next night takes its files.")
final class WithdrawDateCommand extends HomeCommand {
    @Parameters(paramLabel = "DATE", description = "The date, the newest that was run.")
    private LocalDate date = LocalDate.MIN;

    @Override
    public Integer call() {
        LocalDate today = orToday(null);
        if (!date.isAfter(today)) {
            Terminal.err(date + " has come, in Asia/Jakarta it is " + today + ": only a night of a day that lies ahead"
                    + " is taken back. ./rekap run --date " + date + " --again publishes a revision of it");
            return Exit.USAGE;
        }
        Settings settings = settings();
        try (Database database = database(settings)) {
            return withdraw(settings, database);
        }
    }

    private int withdraw(Settings settings, Database database) {
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        LocalDate newest = new RunStore(jdbc).newest().orElse(date);
        if (newest.isAfter(date)) {
            Terminal.err(newest + " was run too, and stands on what was received up to it: ./rekap withdraw-date "
                    + newest + " first");
            return Exit.USAGE;
        }
        List<LiveRuns.Live> live = new LiveRuns(jdbc).of(null, null);
        if (!live.isEmpty()) {
            Terminal.err("The run of " + live.get(0).date() + " is working ("
                    + live.get(0).owner() + "): wait until it ends, or ./rekap stop it first");
            return Exit.LOCK_HELD;
        }
        Withdrawn withdrawn = new DateWithdrawal(settings.home(), database.dataSource(), settings.run(), version())
                .withdraw(date, mandates(settings), who(), clock().instant());
        if (withdrawn.isNothing()) {
            Terminal.err("Nothing to take back: " + date + " was not run. ./rekap runs lists what was");
            return Exit.NOTHING_TO_DO;
        }
        if (json()) {
            printJson(withdrawn);
        } else {
            Terminal.out("Taken back: the night of " + date + ". "
                    + (withdrawn.files() == 1 ? "1 file lies" : withdrawn.files() + " files lie")
                    + " in the inbox again, and the next run takes what lies there");
        }
        return Exit.DONE;
    }
}

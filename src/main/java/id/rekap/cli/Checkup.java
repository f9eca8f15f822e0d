package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.database.Diagnosis;
import id.rekap.database.SchemaCheckup;
import id.rekap.database.SessionCheckup;
import id.rekap.lock.LiveRuns;
import id.rekap.mandate.ConfigurationInvalid;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.nightly.KnownSets;
import id.rekap.nightly.RegisterTypes;
import id.rekap.nightly.Repair;
import id.rekap.nightly.RunIntake;
import id.rekap.nightly.RunStore;
import id.rekap.register.Agencies;
import id.rekap.report.Publication;
import id.rekap.report.SetName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the doctor looks at, and the little of it that a run looks at before it begins. */
final class Checkup {
    private Checkup() {}

    /** Prints what is a problem, and nothing else. */
    static boolean fails(List<Diagnosis> found) {
        List<Diagnosis> problems = found.stream().filter(Diagnosis::fails).toList();
        problems.forEach(problem -> Terminal.err(line(problem)));
        return !problems.isEmpty();
    }

    /** The look before a run: each problem ends it before it begins. The doctor shows all of it. */
    static List<Diagnosis> beforeNight(
            Settings settings, Database database, Clock clock, String mandate, LocalDate date) {
        return Stream.of(ofHome(settings.home()), inDatabase(settings, database.dataSource(), clock, mandate, date))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Diagnosis> inDatabase(
            Settings settings, DataSource dataSource, Clock clock, String mandate, LocalDate date) {
        return Stream.of(
                        session(settings, dataSource, clock),
                        register(settings, dataSource, mandate, date),
                        newerSets(settings, dataSource, mandate),
                        givenBack(dataSource, date))
                .flatMap(List::stream)
                .toList();
    }

    /** A night of a database that was restored from an older dump would replace sets that hold more than it knows. */
    private static List<Diagnosis> newerSets(Settings settings, DataSource dataSource, String mandate) {
        Path reports = NightCommand.reports(settings, mandate);
        List<SetName> newer = KnownSets.newer(dataSource, mandate, Publication.sets(reports));
        return newer.isEmpty()
                ? List.of()
                : List.of(Diagnosis.problem(
                        "sets",
                        reports.resolve(".history") + " has " + newer.size()
                                + (newer.size() == 1 ? " set" : " sets")
                                + " that this database does not know, the first is "
                                + newer.get(0) + ": it is older than the reports",
                        "./rekap receive --from-archive gives this database what was received since, and says how to go on."
                                + " Or restore a newer backup of it. Where ./rekap withdraw-date was cut off, give that"
                                + " again; where the database is right as it is, move those folders away"));
    }

    /** A night that passes over what came back would publish, without a word, what those nights would have changed. */
    private static List<Diagnosis> givenBack(DataSource dataSource, LocalDate date) {
        List<LocalDate> dates = new RunIntake(new JdbcTemplate(dataSource)).givenBackBefore(date);
        return dates.isEmpty()
                ? List.of()
                : List.of(Diagnosis.problem(
                        "given back",
                        "What the archive gave back of "
                                + dates.stream().map(LocalDate::toString).collect(Collectors.joining(", "))
                                + " has not been run, and later nights stand on it",
                        "./rekap run --date " + dates.get(0) + " first, then the others, in the order that"
                                + " ./rekap receive --from-archive told; called again it names the decisions that have"
                                + " to be given between them"));
    }

    /** The look before a set is made again: nothing is taken or judged. */
    static List<Diagnosis> beforeReport(Settings settings, Database database, Clock clock) {
        return Stream.of(
                        HomeCheckup.directories(settings.home()),
                        HomeCheckup.room(settings.home()),
                        session(settings, database.dataSource(), clock))
                .flatMap(List::stream)
                .toList();
    }

    /** What needs no database. */
    static List<Diagnosis> ofHome(Path home) {
        List<Diagnosis> found = new ArrayList<>(HomeCheckup.directories(home));
        found.addAll(HomeCheckup.room(home));
        if (found.stream().noneMatch(d -> d.check().equals(HomeCheckup.INBOX) && d.fails())) {
            found.addAll(HomeCheckup.folders(home));
        }
        return found;
    }

    /** Whether people and agencies stand there for the date, and the mandate knows their types. */
    static List<Diagnosis> register(Settings settings, DataSource dataSource, String mandate, LocalDate date) {
        try {
            if (!new RunStore(new JdbcTemplate(dataSource)).hasRegister(date)) {
                return List.of(Diagnosis.problem(
                        "register",
                        "There is no register that holds on " + date,
                        "import it first, ./rekap import agencies FILE --date …, then employees"));
            }
            RegisterTypes.check(dataSource, new Mandates(settings.home()).get(mandate), date);
            return List.of(Diagnosis.ok("register", "holds on " + date + ", and " + mandate + " knows its types"));
        } catch (ConfigurationInvalid e) {
            return List.of(Diagnosis.problem("mandate", String.valueOf(e.getMessage()), "what it says"));
        }
    }

    /** Everything about the database and what the runs in it left, beside the look before a run of today. */
    static List<Diagnosis> database(Settings settings, Database database, Clock clock) {
        DataSource dataSource = database.dataSource();
        List<Diagnosis> found = new ArrayList<>();
        found.add(Diagnosis.ok(
                "database",
                (database.embedded() ? "the embedded one" : "the one that is configured") + ", and this home's own"));
        try {
            List<Diagnosis> schema = SchemaCheckup.of(dataSource);
            boolean isCurrent = schema.stream().allMatch(d -> d.state() == Diagnosis.State.OK);
            LocalDate today = HomeCommand.orToday(null);
            found.addAll(
                    isCurrent
                            ? inDatabase(settings, dataSource, clock, settings.mandate(), today)
                            : session(settings, dataSource, clock));
            found.addAll(schema);
            if (isCurrent) {
                found.addAll(mandates(settings).stream()
                        .skip(1)
                        .flatMap(other -> Stream.concat(
                                register(settings, dataSource, other, today).stream()
                                        .filter(d -> d.check().equals("mandate")),
                                newerSets(settings, dataSource, other).stream()))
                        .toList());
                HomeCheckup.withoutFolder(settings.home(), new Agencies(new JdbcTemplate(dataSource)), today)
                        .ifPresent(found::add);
                found.addAll(ahead(dataSource, today));
                found.addAll(runs(settings, dataSource));
                found.addAll(sets(settings, dataSource));
            }
        } catch (SQLException | DataAccessException e) {
            found.add(refused(e));
        }
        return found;
    }

    private static List<Diagnosis> session(Settings settings, DataSource dataSource, Clock clock) {
        try {
            return SessionCheckup.of(dataSource, HomeCommand.poolSize(settings), clock);
        } catch (SQLException e) {
            return List.of(refused(e));
        }
    }

    private static Diagnosis refused(Exception e) {
        return Diagnosis.problem(
                "database", "it refused a look: " + e.getMessage(), "see to the server, then look again");
    }

    /** A night of a day that has not come: mostly a slip. */
    private static List<Diagnosis> ahead(DataSource dataSource, LocalDate today) {
        return new RunStore(new JdbcTemplate(dataSource))
                        .newest()
                        .filter(newest -> newest.isAfter(today))
                        .map(newest -> Diagnosis.warning(
                                "dates",
                                newest + " was run and has not come: the nights until then take no files",
                                "./rekap withdraw-date " + newest + " where it was a slip"))
                        .stream()
                        .toList();
    }

    /** Runs whose process died: they wait for somebody. */
    private static List<Diagnosis> runs(Settings settings, DataSource dataSource) {
        Repair repair = new Repair(dataSource);
        LiveRuns live = new LiveRuns(new JdbcTemplate(dataSource));
        List<Diagnosis> stuck = new ArrayList<>();
        for (String mandate : mandates(settings)) {
            for (LocalDate date : repair.leftBehind(mandate)) {
                if (live.of(mandate, date).isEmpty()) {
                    stuck.add(Diagnosis.warning(
                            "runs",
                            "the process of the run of " + date + " died",
                            "./rekap restart" + NightCommand.which(settings, mandate, date)));
                }
            }
        }
        return stuck.isEmpty() ? List.of(Diagnosis.ok("runs", "none is stuck")) : stuck;
    }

    /** The newest set of each mandate, as readers find it. */
    private static List<Diagnosis> sets(Settings settings, DataSource dataSource) {
        RunStore runs = new RunStore(new JdbcTemplate(dataSource));
        List<Diagnosis> lost = new ArrayList<>();
        for (String mandate : mandates(settings)) {
            List<LocalDate> dates = runs.publishedDates(mandate, ReportCommand.FIRST, ReportCommand.LAST);
            if (dates.isEmpty()) {
                continue;
            }
            LocalDate newest = dates.get(dates.size() - 1);
            if (!Files.exists(NightCommand.set(settings, mandate, newest).resolve("manifest.json"))) {
                lost.add(Diagnosis.problem(
                        "sets",
                        "the set of " + newest + " is not below reports",
                        "./rekap report" + NightCommand.which(settings, mandate, newest)));
            }
        }
        return lost.isEmpty() ? List.of(Diagnosis.ok("sets", "the newest is there")) : lost;
    }

    private static List<String> mandates(Settings settings) {
        return HomeCommand.mandates(settings).stream().map(Mandate::id).toList();
    }

    static String line(Diagnosis d) {
        String state = d.state().name().toLowerCase(java.util.Locale.ROOT);
        return String.format(java.util.Locale.ROOT, "%-8s %-13s %s", state, d.check(), d.found())
                + (d.next().isEmpty() ? "" : ". Do: " + d.next());
    }
}

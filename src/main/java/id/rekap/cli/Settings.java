package id.rekap.cli;

import id.rekap.claims.ChatReceiving;
import id.rekap.database.DatabaseSettings;
import id.rekap.mandate.Keys;
import id.rekap.nightly.Capacity;
import id.rekap.nightly.RunSettings;
import id.rekap.retention.Retention;
import id.rekap.schedule.ScheduledJob;
import id.rekap.watch.MailSettings;
import id.rekap.watch.Watching;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.StandardEnvironment;

/**
 * What a home is configured to do: environment, credentials, then HOME/application.yml, then jobs/nightly.yml.
 *
 * @param mandate id of the default mandate
 * @param capacity shares of the agencies that are worked on at a time, and by whom
 * @param logFormat of the lines of the log, empty for text
 */
record Settings(
        Path home,
        DatabaseSettings database,
        String mandate,
        Capacity capacity,
        RunSettings run,
        Retention retention,
        Watching watching,
        MailSettings mail,
        String logFormat) {
    private static final List<String> LOG_FORMATS = List.of("ecs", "gelf", "logstash");
    private static final int LEAST_KEPT = 31;
    private static final int LONGEST_CONTACT = 120;
    private static final int MOST_KEPT = 36_500;

    static Settings load(Path home) {
        ScheduledJob.NIGHTLY.plan(home);
        return withoutTime(home);
    }

    /** Of a home whose time may be wrong: who only looks needs none. */
    static Settings withoutTime(Path home) {
        StandardEnvironment environment = new StandardEnvironment();
        Secrets.of(System.getenv("REKAP_SECRETS"), System.getenv("CREDENTIALS_DIRECTORY"))
                .ifPresent(source -> environment.getPropertySources().addLast(source));
        Path file = home.resolve("application.yml");
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            ApplicationFile.read(file)
                    .forEach(source -> environment.getPropertySources().addLast(source));
        }
        Keys nightly = ScheduledJob.NIGHTLY.keys(home);
        String locale = environment.getProperty("rekap.locale", "id");
        if (!locale.equals("id") && !locale.equals("en")) {
            throw wrong("rekap.locale", locale, "id, en");
        }
        return new Settings(
                home,
                DatabaseSettings.from(environment),
                environment.getProperty("rekap.mandate", nightly.text("mandate")),
                new Capacity(
                        number(environment, "rekap.partitions", nightly.number("partitions", 1, 64, 2), 64),
                        isShared(environment)),
                new RunSettings(
                        locale,
                        duration(environment, "rekap.intake.quiet-period", "60s")
                                .plusNanos(999_999_999)
                                .toSeconds(),
                        days(environment, "rekap.submission.max-age", "31d", 0, MOST_KEPT),
                        number(environment, "rekap.chunk", nightly.number("chunk", 1, 1000, 25), 1000),
                        claimDays(environment),
                        days(environment, "rekap.evidence.max-age", "45d", 0, MOST_KEPT),
                        publicUrl(environment),
                        contact(environment)),
                retention(environment),
                watching(environment),
                MailOptions.of(environment),
                logFormat(environment));
    }

    /** With the database of HOME itself, whichever one is configured. */
    Settings onEmbeddedDatabase() {
        return new Settings(
                home, DatabaseSettings.embedded(), mandate, capacity, run, retention, watching, mail, logFormat);
    }

    private static boolean isShared(StandardEnvironment environment) {
        String key = "rekap.workers";
        String written = environment.getProperty(key, "none").strip();
        if (!written.equals("none") && !written.equals("remote")) {
            throw wrong(key, written, "none, remote");
        }
        return written.equals("remote");
    }

    private static String logFormat(StandardEnvironment environment) {
        String key = "logging.structured.format.file";
        String written = environment.getProperty(key, "").strip();
        if (!written.isEmpty() && !LOG_FORMATS.contains(written)) {
            throw wrong(key, written, String.join(", ", LOG_FORMATS));
        }
        return written;
    }

    private static int number(StandardEnvironment environment, String key, int otherwise, int most) {
        String written = environment.getProperty(key, Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(written.strip());
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(key, written, "1 to " + most);
        }
        throw wrong(key, written, "1 to " + most);
    }

    private static String publicUrl(StandardEnvironment environment) {
        String key = "rekap.public-url";
        String written = environment.getProperty(key, "").strip();
        if (!written.isEmpty() && !written.matches("https?://[!-~&&[^\"*_~`<>]]{1,200}")) {
            throw wrong(key, written, "an address such as https://rekap.example.go.id/reports");
        }
        return written.replaceAll("/+$", "");
    }

    private static String contact(StandardEnvironment environment) {
        String key = "rekap.contact";
        String written = environment.getProperty(key, "").strip();
        if (written.length() > LONGEST_CONTACT || written.chars().anyMatch(Character::isISOControl)) {
            throw wrong(key, written, "one line such as Operator rekapitulasi, Dinas Contoh");
        }
        return written;
    }

    /** A message counts on its own day at least, and none for longer than chats are recorded. */
    private static int claimDays(StandardEnvironment environment) {
        return days(environment, "rekap.claims.max-age", "31d", 1, ChatReceiving.RECORDED_DAYS);
    }

    private static Watching watching(StandardEnvironment environment) {
        return new Watching(
                url(environment, "begun"),
                url(environment, "published"),
                url(environment, "webhook"),
                environment.getProperty("rekap.watch.textfile", "").strip());
    }

    /** What is wrong is not quoted: monitors' addresses are secrets. */
    private static String url(StandardEnvironment environment, String what) {
        String written = environment.getProperty("rekap.watch." + what, "").strip();
        if (written.isEmpty() || written.matches("https?://[^\\s/?#]+[^\\s?#]*")) {
            return written;
        }
        throw new Unusable("rekap.watch." + what + " is no address; expected http://… or https://… without ? and #");
    }

    private static Retention retention(StandardEnvironment environment) {
        return new Retention(
                kept(environment, "raw", "400d"),
                kept(environment, "chats", "400d"),
                kept(environment, "people", "400d"),
                kept(environment, "exceptions", "400d"),
                kept(environment, "batch", "100d"),
                kept(environment, "reports", "400d"));
    }

    /** Less than a month would take away what is looked at every day. */
    private static int kept(StandardEnvironment environment, String what, String otherwise) {
        return days(environment, "rekap.retention." + what, otherwise, LEAST_KEPT, MOST_KEPT);
    }

    /** Whole days: what is less is no 0. */
    private static int days(StandardEnvironment environment, String key, String otherwise, int least, int most) {
        String written = environment.getProperty(key, otherwise).strip();
        String plain = written.matches("\\d+( ?days?)?") ? written.replaceAll("\\D", "") + "d" : written;
        Duration duration = duration(key, plain);
        long days = duration.toDays();
        if (days < least || days > most || !duration.equals(Duration.ofDays(days))) {
            throw wrong(key, written, "whole days, " + least + "d to " + most + "d");
        }
        return (int) days;
    }

    private static Duration duration(StandardEnvironment environment, String key, String otherwise) {
        String written = environment.getProperty(key, otherwise).strip();
        return duration(key, written.matches("\\d+") ? written + "s" : written);
    }

    private static Duration duration(String key, String written) {
        try {
            Duration duration = DurationStyle.detectAndParse(written);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (IllegalArgumentException e) {
            throw wrong(key, written, "a duration such as 60s, 5m, 31d");
        }
        throw wrong(key, written, "a duration such as 60s, 5m, 31d");
    }

    private static Unusable wrong(String key, String written, String allowed) {
        return new Unusable(key + " is \"" + written + "\"; allowed: " + allowed);
    }
}

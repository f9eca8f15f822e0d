package id.rekap.register;

import id.rekap.database.AuditLog;
import id.rekap.mandate.Group;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was imported when and by whom, and which agencies it touched. */
final class ImportLog {
    private static final int FILES_LENGTH = 4000;
    private static final String DATES = "select effective, employment_group from register_import where kind = ?";
    private static final String OF_ONE_GROUP = """
            select employment_group, files from register_import
             where kind = 'EMPLOYEES' and effective = ? and employment_group is not null order by import_id""";
    private static final String IMPORT = """
            insert into register_import (kind, effective, employment_group, files, hashes, read_as, added, changed, ended,
              people, imported_at, imported_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String LAST =
            "select effective, employment_group, read_as, people from register_import order by import_id desc limit 1";
    private static final String BETWEEN =
            "select exists (select 1 from register_import where effective > ? and effective <= ?)";
    private static final String TOUCH = "insert into register_touch (agency, effective, import_id) values (?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final String who;

    ImportLog(JdbcTemplate jdbc, Clock clock, String who) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.who = who;
    }

    enum Subject {
        AGENCIES,
        EMPLOYEES
    }

    ImportDates dates(Subject subject) {
        ImportDates dates = new ImportDates();
        jdbc.query(
                DATES,
                row -> {
                    String group = row.getString("employment_group");
                    dates.with(
                            row.getObject("effective", LocalDate.class), group == null ? null : Group.valueOf(group));
                },
                subject.name());
        return dates;
    }

    /** Of each group of employees that was imported by itself for the date: the files of its last import. */
    Map<Group, String> groupsOf(LocalDate date) {
        Map<Group, String> files = new EnumMap<>(Group.class);
        jdbc.query(
                OF_ONE_GROUP,
                row -> {
                    files.put(Group.valueOf(row.getString(1)), row.getString(2));
                },
                date);
        return files;
    }

    /** What an import was of. */
    record Last(@Nullable Group group, int people) {}

    /**
     * The last import, where it was of these files and nothing was imported for a later date up to this one: then the register
     * says on this date what they say.
     */
    Optional<Last> lastOf(FilesRead read, LocalDate date) {
        List<Last> same = new ArrayList<>();
        jdbc.query(LAST, row -> {
            LocalDate of = row.getObject("effective", LocalDate.class);
            String group = row.getString("employment_group");
            if (read.as().equals(row.getString("read_as")) && !of.isAfter(date) && !isAnyBetween(of, date)) {
                same.add(new Last(group == null ? null : Group.valueOf(group), row.getInt("people")));
            }
        });
        return same.stream().findFirst();
    }

    private boolean isAnyBetween(LocalDate from, LocalDate date) {
        return Boolean.TRUE.equals(jdbc.queryForObject(BETWEEN, Boolean.class, from, date));
    }

    /** An import of people. */
    ImportResult employees(
            ImportRequest request,
            @Nullable Group group,
            FilesRead read,
            ImportResult result,
            Map<String, LocalDate> touched) {
        return record(Subject.EMPLOYEES, request.date(), group, request.files(), read, result, touched);
    }

    /**
     * Notes an import.
     *
     * @param read null: by no rules that change
     * @param touched agencies, and the first date on which something of theirs is another
     * @return with the first of these dates
     */
    ImportResult record(
            Subject subject,
            LocalDate date,
            @Nullable Group group,
            List<Path> files,
            @Nullable FilesRead read,
            ImportResult result,
            Map<String, LocalDate> touched) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        String names =
                files.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(", "));
        String kept = names.length() > FILES_LENGTH ? names.substring(0, FILES_LENGTH - 1) + "…" : names;
        String ofGroup = group == null ? null : group.name();
        List<String> hashes = read == null ? FilesRead.hashes(files) : read.hashes();
        jdbc.update(
                IMPORT,
                subject.name(),
                date,
                ofGroup,
                kept,
                String.join(" ", hashes),
                read == null || !result.warnings().isEmpty() ? null : read.as(),
                result.added(),
                result.changed(),
                result.ended(),
                result.total(),
                now,
                who);
        long id = Objects.requireNonNull(jdbc.queryForObject("select last_insert_id()", Long.class));
        touch(id, touched, dates(subject));
        new AuditLog(jdbc)
                .add(
                        clock.instant(),
                        who,
                        "IMPORT_" + subject.name(),
                        "register as of " + date + (ofGroup == null ? "" : ", group " + ofGroup),
                        String.format(
                                Locale.ROOT,
                                "import %d: %d added, %d changed, %d ended; files: %s",
                                id,
                                result.added(),
                                result.changed(),
                                result.ended(),
                                kept));
        return result.since(touched.values().stream().min(LocalDate::compareTo).orElse(null));
    }

    /** What an import changes ends, or begins to be seen, only on dates for which something was imported. */
    private void touch(long id, Map<String, LocalDate> touched, ImportDates dates) {
        List<Object[]> touches = new ArrayList<>();
        new TreeMap<>(touched)
                .forEach((agency, first) ->
                        dates.since(first).keySet().forEach(date -> touches.add(new Object[] {agency, date, id})));
        jdbc.batchUpdate(TOUCH, touches);
    }
}

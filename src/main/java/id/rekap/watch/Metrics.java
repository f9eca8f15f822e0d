package id.rekap.watch;

import id.rekap.files.Modes;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.jdbc.core.JdbcTemplate;

/** The newest night of each mandate as a text file for a collector of metrics, put in place by renaming. */
public final class Metrics {
    private static final String NEWEST = """
            select r.mandate, r.business_date, r.started_at, r.ended_at, r.row_count from run r
            join (select mandate, max(business_date) last from run where state = 'PUBLISHED' group by mandate) l
              on l.mandate = r.mandate and l.last = r.business_date
            where r.state = 'PUBLISHED' and r.ended_at is not null order by r.mandate, r.revision""";

    private final JdbcTemplate jdbc;
    private final Function<String, Path> reports;
    private final Function<LocalDate, Instant> due;
    private final Map<String, List<String>> samples = new TreeMap<>();

    /**
     * Of a database and its published sets.
     *
     * @param reports of a mandate
     * @param due when a date's night is to be run
     */
    public Metrics(JdbcTemplate jdbc, Function<String, Path> reports, Function<LocalDate, Instant> due) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.due = due;
    }

    /** Nothing before the first night is published: a collector tells by the file's absence. */
    public void write(Path file) throws IOException {
        collect();
        if (!samples.containsKey("rekap_newest_date_timestamp_seconds")) {
            return;
        }
        StringBuilder text = new StringBuilder();
        samples.forEach((name, lines) -> {
            text.append("# TYPE ").append(name).append(" gauge\n");
            lines.forEach(line -> text.append(line).append('\n'));
        });
        Path folder = file.toAbsolutePath().getParent();
        Path fresh = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
        if (folder != null) {
            Modes.PASSAGE.makeFolders(folder);
        }
        Files.deleteIfExists(fresh);
        Modes.EVERYONE.makeFile(fresh);
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void collect() throws IOException {
        Map<String, LocalDate> newest = new TreeMap<>();
        Map<String, double[]> runs = new TreeMap<>();
        jdbc.query(NEWEST, row -> {
            String mandate = row.getString(1);
            double began = seconds(row.getObject(3, LocalDateTime.class));
            double ended = seconds(row.getObject(4, LocalDateTime.class));
            newest.put(mandate, row.getObject(2, LocalDate.class));
            runs.put(mandate, new double[] {ended, ended - began, (double) row.getLong(5)});
        });
        for (Map.Entry<String, LocalDate> night : newest.entrySet()) {
            String of = "mandate=\"" + night.getKey() + "\"";
            double[] run = runs.getOrDefault(night.getKey(), new double[3]);
            add("rekap_newest_date_timestamp_seconds", of, (double)
                    due.apply(night.getValue()).getEpochSecond());
            add("rekap_published_timestamp_seconds", of, run[0]);
            add("rekap_run_duration_seconds", of, run[1]);
            add("rekap_rows", of, run[2]);
            Path set = reports.apply(night.getKey()).resolve(night.getValue().toString());
            count(set.resolve("exceptions.csv"), "rekap_exceptions", of, "code");
            count(set.resolve("agencies.csv"), "rekap_agencies", of, "state");
        }
        jdbc.query("select job, count(*) from scheduled_date where state = 'MISSED' group by job order by job", row -> {
            add("rekap_missed_dates", "job=\"" + row.getString(1) + "\"", (double) row.getLong(2));
        });
    }

    private static double seconds(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC).toEpochMilli() / 1e3;
    }

    /** What is resolved is no exception any more. */
    private void count(Path csv, String name, String of, String column) throws IOException {
        if (!Files.isReadable(csv)) {
            return;
        }
        Map<String, Integer> counts = new TreeMap<>();
        try (Reader in = Files.newBufferedReader(csv)) {
            for (CSVRecord row : CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)) {
                if (!row.get("state").equals("RESOLVED")) {
                    counts.merge(row.get(column), 1, Integer::sum);
                }
            }
        }
        counts.forEach((value, count) -> add(name, of + "," + column + "=\"" + value + "\"", count));
    }

    private void add(String name, String labels, double value) {
        samples.computeIfAbsent(name, n -> new ArrayList<>())
                .add(String.format(Locale.ROOT, "%s{%s} %s", name, labels, plain(value)));
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}

package id.rekap.retention;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/** Published sets on the disk: of old ones go the files that name people, and whole sets that a revision replaced. */
final class PastSets {
    private static final List<String> OF_PEOPLE = List.of("exceptions.csv", "operator.html", "agencies");

    private final JdbcTemplate jdbc;
    private final boolean countsOnly;

    PastSets(JdbcTemplate jdbc, boolean countsOnly) {
        this.jdbc = jdbc;
        this.countsOnly = countsOnly;
    }

    private record Published(LocalDate date, int revision, boolean counts) {}

    /** Never of the newest date. */
    long of(String mandate, Path reports, LocalDate before) throws IOException {
        List<Published> past = jdbc.query(
                """
                select r.business_date, r.revision, r.revision = l.last from run r
                join (select business_date, max(revision) last from run where mandate = ? and state = 'PUBLISHED'
                  group by business_date) l on l.business_date = r.business_date
                where r.mandate = ? and r.state = 'PUBLISHED' and r.business_date < ? and r.business_date < (
                  select max(business_date) from run where mandate = ? and state = 'PUBLISHED')
                order by r.business_date, r.revision""",
                (r, i) -> new Published(r.getObject(1, LocalDate.class), r.getInt(2), r.getBoolean(3)),
                mandate,
                mandate,
                before,
                mandate);
        long all = 0;
        for (Published set : past) {
            Path folder = reports.resolve(".history").resolve(set.date() + "." + set.revision());
            for (Path gone :
                    set.counts() ? OF_PEOPLE.stream().map(folder::resolve).toList() : List.of(folder)) {
                all += deleted(gone);
            }
        }
        return all;
    }

    private long deleted(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return 0;
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> below = Files.walk(path)) {
            below.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .forEach(files::add);
        }
        if (!countsOnly) {
            FileSystemUtils.deleteRecursively(path);
        }
        return files.size();
    }
}

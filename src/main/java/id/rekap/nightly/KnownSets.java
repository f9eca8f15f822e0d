package id.rekap.nightly;

import id.rekap.report.SetName;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sets on a disk beside the runs that a database knows. */
public final class KnownSets {
    private KnownSets() {}

    /** Those that are newer than every run of their date: a later state of the database made them. */
    public static List<SetName> newer(DataSource dataSource, String mandate, List<SetName> onDisk) {
        Map<LocalDate, Integer> newest = new HashMap<>();
        new JdbcTemplate(dataSource)
                .query(
                        "select business_date, max(revision) from run where mandate = ? group by business_date",
                        row -> {
                            newest.put(row.getObject(1, LocalDate.class), row.getInt(2));
                        },
                        mandate);
        return onDisk.stream()
                .filter(set -> set.revision() > newest.getOrDefault(set.date(), 0))
                .toList();
    }
}

package id.rekap.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is open in a published set, from the database. */
public final class OpenFindings {
    private static final int AGENCIES_AT_ONCE = 64;

    private OpenFindings() {}

    /**
     * One of them.
     *
     * @param agency empty where none is meant
     */
    public record Open(String fingerprint, String code, String agency) {}

    /** A few agencies' in memory at a time. */
    public static void of(RunRef run, JdbcTemplate jdbc, Consumer<Open> visitor) {
        FindingRows rows = new FindingRows(jdbc);
        visit(rows.toldAnew(run.id()), visitor);
        List<String> agencies = new ArrayList<>(
                new NightStore(jdbc).rows(run).stream().map(NightRow::agency).toList());
        for (int from = 0; from < agencies.size(); from += AGENCIES_AT_ONCE) {
            visit(rows.shown(run, agencies.subList(from, Math.min(agencies.size(), from + AGENCIES_AT_ONCE))), visitor);
        }
    }

    private static void visit(List<FindingRow> rows, Consumer<Open> visitor) {
        for (FindingRow row : rows) {
            if (!row.resolved()) {
                visitor.accept(new Open(row.fingerprint(), row.raised().code().name(), row.agency()));
            }
        }
    }
}

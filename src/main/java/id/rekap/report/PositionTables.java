package id.rekap.report;

import id.rekap.claims.Count;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.reconcile.Tally;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.GroupCount;
import id.rekap.snapshot.PublicationModel;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of positions: numbers of people only. */
final class PositionTables {
    static final String SNAPSHOT =
            "date,mandate,agency_code,agency_name,group,employment_type,obligation,headcount,exempt,"
                    + "due,met,unverified,not_met,not_reported,rate,total";
    static final String AGENCIES =
            "date,agency_code,agency_name,state,submission,received_on,age_days,rows,counted,refused,headcount";
    static final String COUNTS =
            "date,agency_code,group,register,rows,rows_following,claimed,claimed_following,difference";

    private static final int RATE_DECIMALS = 4;

    private PositionTables() {}

    /** The three files with every number. */
    static void write(PublicationModel book, List<AgencyPosition> agencies, SetFolder folder) throws IOException {
        folder.write("snapshot.csv", Audience.OPERATORS, out -> snapshot(book, out));
        folder.write("agencies.csv", Audience.OPERATORS, out -> agencies(book.date(), agencies, out));
        folder.write("counts.csv", Audience.OPERATORS, out -> counts(book, agencies, out));
    }

    static void snapshot(PublicationModel book, OutputStream out) throws IOException {
        Mandate mandate = book.mandate();
        Map<String, String> names = new HashMap<>();
        book.agencies().forEach(a -> names.put(a.code(), a.name()));
        Map<String, Integer> types = mandate.typeOrder();
        Map<String, Integer> obligations = obligationOrder(mandate);
        List<Tally> tallies = book.tallies().stream()
                .sorted(Comparator.comparing(Tally::agency, CodePoints::compare)
                        .thenComparing(t -> position(types, t.type()))
                        .thenComparing(t -> position(obligations, t.obligation())))
                .toList();
        try (CsvTable table = new CsvTable(out, SNAPSHOT)) {
            for (Tally t : tallies) {
                table.row(
                        book.date(),
                        mandate.id(),
                        t.agency(),
                        names.getOrDefault(t.agency(), ""),
                        mandate.groupOf(t.type()).name(),
                        t.type(),
                        t.obligation(),
                        t.headcount(),
                        t.exempt(),
                        t.due(),
                        t.met(),
                        t.unverified(),
                        t.notMet(),
                        t.notReported(),
                        rate(t.met(), t.due()),
                        t.total());
            }
        }
    }

    static void agencies(LocalDate date, List<AgencyPosition> agencies, OutputStream out) throws IOException {
        try (CsvTable table = new CsvTable(out, AGENCIES)) {
            for (AgencyPosition a : agencies) {
                table.row(
                        date,
                        a.code(),
                        a.name(),
                        a.state().word(),
                        a.submission(),
                        a.receivedOn(),
                        a.receivedOn() == null ? null : ChronoUnit.DAYS.between(a.receivedOn(), date),
                        a.rows(),
                        a.counted(),
                        a.refused(),
                        a.headcount());
            }
        }
    }

    /** People of each agency and group by the register, by the lists, and as its head claims. */
    static void counts(PublicationModel book, List<AgencyPosition> agencies, OutputStream out) throws IOException {
        try (CsvTable table = new CsvTable(out, COUNTS)) {
            for (GroupCount count : GroupCount.of(book, agencies)) {
                Count claimed = count.claimed();
                table.row(
                        book.date(),
                        count.agency(),
                        count.group().name(),
                        count.register(),
                        count.rows(),
                        count.following(),
                        claimed == null ? null : claimed.people(),
                        claimed == null ? null : claimed.following(),
                        count.difference());
            }
        }
    }

    static @Nullable BigDecimal rate(int met, int due) {
        return due == 0
                ? null
                : BigDecimal.valueOf(met).divide(BigDecimal.valueOf(due), RATE_DECIMALS, RoundingMode.HALF_UP);
    }

    private static Map<String, Integer> obligationOrder(Mandate mandate) {
        Map<String, Integer> order = new HashMap<>();
        for (Obligation obligation : mandate.obligations()) {
            order.put(obligation.id(), order.size());
        }
        order.put(Mandate.ALL, order.size());
        return order;
    }

    private static int position(Map<String, Integer> order, String key) {
        Integer position = order.get(key);
        if (position == null) {
            throw new IllegalStateException("The mandate does not know " + key);
        }
        return position;
    }
}

package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Numbers of groups of one or two people that follow from what circulates of a set; the CSV files tell what is true. */
public final class Leaks {
    private static final int FEW = 2;
    private static final List<String> STANDINGS = List.of("exempt", "met", "unverified", "not_met", "not_reported");

    private static final Map<String, String> STATES =
            Map.of("NEW", "fresh", "REOPENED", "reopened", "OPEN", "still", "RESOLVED", "resolved");

    private Leaks() {}

    /** Of the last one of the sets of {@code reports}, which were published for these dates. */
    public static List<String> published(Path reports, Mandate mandate, String... dates) {
        LocalDate last = LocalDate.parse(dates[dates.length - 1]);
        List<LocalDate> all = Stream.of(dates).map(LocalDate::parse).toList();
        return of(reports.resolve(last.toString()), mandate, Earlier.published(reports, all, last));
    }

    /** How many people there are, how many owe something, and what is wrong with the lists of one or two. */
    static List<String> of(Path set, Mandate mandate, Earlier earlier) {
        Map<String, Long> truth = truth(set);
        Unknowns known = Circulating.read(set, mandate, earlier, agency -> isListed(agency, truth));
        truth.putAll(earlier.truth());
        assertThat(known.contradicted(truth)).isEmpty();
        known.workOut();
        long everybody = truth.entrySet().stream()
                .filter(e -> e.getKey().matches("people \\S+"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        List<String> told = new ArrayList<>();
        truth.forEach((name, number) -> {
            String agency = name.substring(name.lastIndexOf(' ') + 1);
            boolean isSecret = name.matches("(then-)?(people|due) .*")
                    ? number <= FEW
                    : name.matches("(fresh|reopened|still|open|resolved) .*")
                            && !agency.isEmpty()
                            && everybody > FEW
                            && truth.getOrDefault(Ledger.people(agency), 0L) <= FEW;
            if (number > 0 && isSecret && known.range(name).isOne()) {
                told.add(name + " = " + number);
            }
        });
        return told;
    }

    /**
     * Groups of one or two people that follow from two sets of one date: whoever reads both knows of each how many people there
     * are at least and at most by the other.
     */
    static List<String> together(Path one, Path two, Mandate mandate, Earlier beforeOne, Earlier beforeTwo) {
        Map<String, Long> truth = truth(one);
        Map<String, Long> other = truth(two);
        List<String> people =
                truth.keySet().stream().filter(n -> n.startsWith("people ")).toList();
        Unknowns first = Circulating.read(one, mandate, beforeOne, agency -> isListed(agency, truth));
        first.workOut();
        Unknowns second = Circulating.read(two, mandate, beforeTwo, agency -> isListed(agency, other));
        for (String name : people) {
            assertThat(other).containsEntry(name, truth.getOrDefault(name, 0L));
            Unknowns.Range known = first.range(name);
            second.between(Map.of(name, 1L), known.low(), known.high());
        }
        second.workOut();
        return people.stream()
                .filter(n -> truth.getOrDefault(n, 0L) > 0 && truth.getOrDefault(n, 0L) <= FEW)
                .filter(n -> second.range(n).isOne())
                .toList();
    }

    /** Somebody of an agency without a list may stand in another one's. */
    private static boolean isListed(String agency, Map<String, Long> truth) {
        return Stream.of(Group.values())
                .anyMatch(group -> truth.getOrDefault(Ledger.counted(agency, group, "rows"), 0L) > 0);
    }

    private static Map<String, Long> truth(Path set) {
        Map<String, Long> truth = new TreeMap<>();
        for (CSVRecord r : rows(set.resolve("snapshot.csv"))) {
            String agency = r.get("agency_code");
            String obligation = r.get("obligation");
            Group group = Group.valueOf(r.get("group"));
            add(truth, Ledger.due(agency, group, obligation), r.get("due"));
            for (String summary : STANDINGS) {
                add(truth, Ledger.summary(agency, group, obligation, summary.replace('_', '-')), r.get(summary));
            }
            if (obligation.equals(Mandate.ALL)) {
                add(truth, Ledger.people(agency, group), r.get("headcount"));
                add(truth, Ledger.people(agency), r.get("headcount"));
                add(truth, "due " + agency, r.get("due"));
            }
        }
        for (CSVRecord r : rows(set.resolve("agencies.csv"))) {
            for (String what : Ledger.LISTED) {
                add(truth, Ledger.listed(r.get("agency_code"), what), r.get(what));
            }
        }
        for (CSVRecord r : rows(set.resolve("counts.csv"))) {
            Group group = Group.valueOf(r.get("group"));
            add(truth, Ledger.counted(r.get("agency_code"), group, "rows"), r.get("rows"));
            add(truth, Ledger.counted(r.get("agency_code"), group, "follows"), r.get("rows_following"));
        }
        for (CSVRecord r : rows(set.resolve("exceptions.csv"))) {
            String sender = r.get("agency_code");
            String kind = STATES.getOrDefault(r.get("state"), "");
            add(truth, Ledger.exceptions(sender, r.get("code"), kind), "1");
            if (!kind.equals("resolved")) {
                add(truth, Ledger.exceptions(sender, r.get("code"), "open"), "1");
            }
        }
        return truth;
    }

    private static void add(Map<String, Long> truth, String name, String people) {
        truth.merge(name, Long.valueOf(people), Long::sum);
    }

    static List<CSVRecord> rows(Path file) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(Files.readString(file), format)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

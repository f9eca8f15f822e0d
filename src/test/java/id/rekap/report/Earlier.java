package id.rekap.report;

import id.rekap.mandate.Mandate;
import id.rekap.snapshot.AgencySummary.People;
import id.rekap.snapshot.PublicationModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;

/** The agencies' people on earlier nights, who have to meet all and who have: what a set shows of them is made of these. */
record Earlier(Map<LocalDate, Map<String, People>> nights) {
    static Earlier of(List<PublicationModel.Past> history) {
        Earlier earlier = new Earlier(new TreeMap<>());
        history.forEach(past -> past.standings()
                .forEach(s -> List.of(s.asn(), s.contract())
                        .forEach(p -> earlier.add(past.date(), s.agency(), p.headcount(), p.due(), p.met()))));
        return earlier;
    }

    /** Of sets that are published beside each other, those before a date. */
    static Earlier published(Path reports, List<LocalDate> dates, LocalDate before) {
        Earlier earlier = new Earlier(new TreeMap<>());
        dates.stream().filter(date -> date.isBefore(before)).forEach(date -> {
            for (CSVRecord r : Leaks.rows(reports.resolve(date.toString()).resolve("agencies.csv"))) {
                earlier.add(date, r.get("agency_code"), 0, 0, 0);
            }
            for (CSVRecord r : Leaks.rows(reports.resolve(date.toString()).resolve("snapshot.csv"))) {
                if (r.get("obligation").equals(Mandate.ALL)) {
                    earlier.add(date, r.get("agency_code"), number(r, "headcount"), number(r, "due"), number(r, "met"));
                }
            }
        });
        return earlier;
    }

    private static int number(CSVRecord row, String column) {
        return Integer.parseInt(row.get(column));
    }

    private void add(LocalDate night, String agency, int people, int due, int met) {
        nights.computeIfAbsent(night, n -> new TreeMap<>()).merge(agency, new People(people, due, met), Earlier::plus);
    }

    private static People plus(People a, People b) {
        return new People(a.headcount() + b.headcount(), a.due() + b.due(), a.met() + b.met());
    }

    Map<String, People> on(LocalDate night) {
        Map<String, People> there = nights.get(night);
        if (there == null) {
            throw new IllegalArgumentException("What is true of " + night + " nobody has said");
        }
        return there;
    }

    /** By the names of {@link Ledger#then}. */
    Map<String, Long> truth() {
        Map<String, Long> truth = new HashMap<>();
        nights.forEach((night, agencies) -> agencies.forEach((agency, people) -> {
            truth.put(Ledger.then(night, "people", agency), (long) people.headcount());
            truth.put(Ledger.then(night, "due", agency), (long) people.due());
            truth.put(Ledger.then(night, "met", agency), (long) people.met());
        }));
        return truth;
    }
}

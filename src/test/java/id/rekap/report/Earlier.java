package id.rekap.report;

import id.rekap.mandate.Mandate;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;

/** The agencies' people on earlier nights: what a set shows of them is made of these. */
record Earlier(Map<LocalDate, Map<String, Was>> nights) {
    /** People, those who have to meet all, those who have, and those who follow every account. */
    record Was(int people, int due, int met, int follows) {
        Was plus(Was other) {
            return new Was(people + other.people, due + other.due, met + other.met, follows + other.follows);
        }
    }

    static Earlier of(List<PublicationModel.Past> history) {
        Earlier earlier = new Earlier(new TreeMap<>());
        history.forEach(past -> past.summaries().forEach(s -> {
            Headline headline = s.headline();
            int follows = headline == null ? 0 : headline.met();
            earlier.add(past.date(), s.agency(), new Was(0, 0, 0, follows));
            List.of(s.asn(), s.contract())
                    .forEach(p -> earlier.add(past.date(), s.agency(), new Was(p.headcount(), p.due(), p.met(), 0)));
        }));
        return earlier;
    }

    /** Of sets that are published beside each other, those before a date. */
    static Earlier published(Path reports, List<LocalDate> dates, LocalDate before) {
        Earlier earlier = new Earlier(new TreeMap<>());
        dates.stream().filter(date -> date.isBefore(before)).forEach(date -> {
            for (CSVRecord r : Leaks.rows(reports.resolve(date.toString()).resolve("agencies.csv"))) {
                earlier.add(date, r.get("agency_code"), new Was(0, 0, 0, 0));
            }
            for (CSVRecord r : Leaks.rows(reports.resolve(date.toString()).resolve("snapshot.csv"))) {
                if (r.get("obligation").equals(Mandate.ALL)) {
                    Was was = new Was(number(r, "headcount"), number(r, "due"), number(r, "met"), 0);
                    earlier.add(date, r.get("agency_code"), was);
                }
            }
            for (CSVRecord r : Leaks.rows(reports.resolve(date.toString()).resolve("counts.csv"))) {
                earlier.add(date, r.get("agency_code"), new Was(0, 0, 0, number(r, "rows_following")));
            }
        });
        return earlier;
    }

    private static int number(CSVRecord row, String column) {
        return Integer.parseInt(row.get(column));
    }

    private void add(LocalDate night, String agency, Was was) {
        nights.computeIfAbsent(night, n -> new TreeMap<>()).merge(agency, was, Was::plus);
    }

    Map<String, Was> on(LocalDate night) {
        Map<String, Was> there = nights.get(night);
        if (there == null) {
            throw new IllegalArgumentException("What is true of " + night + " nobody has said");
        }
        return there;
    }

    /** By the names of {@link Ledger#then}. */
    Map<String, Long> truth() {
        Map<String, Long> truth = new HashMap<>();
        nights.forEach((night, agencies) -> agencies.forEach((agency, people) -> {
            truth.put(Ledger.then(night, "people", agency), (long) people.people());
            truth.put(Ledger.then(night, "due", agency), (long) people.due());
            truth.put(Ledger.then(night, "met", agency), (long) people.met());
            truth.put(Ledger.then(night, "follows", agency), (long) people.follows());
        }));
        return truth;
    }
}

package id.rekap.cli;

import id.rekap.nightly.RunLog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Dates between a mandate's first and newest published night of which nothing was run. Where a schedule is kept, that one
 * tells what it missed; elsewhere nobody else does.
 *
 * @param dates the latest ones, the oldest first
 * @param earlier so many are missing before those
 */
record MissingNights(String mandate, List<String> dates, int earlier, String next) {
    private static final int LATEST = 31;

    /**
     * Of each mandate that misses any, the default one first.
     *
     * @param runs all of them, newest date first
     * @param today later dates miss nothing yet
     */
    static List<MissingNights> of(List<RunLog.Line> runs, String defaultMandate, LocalDate today) {
        Map<String, List<RunLog.Line>> byMandate = new LinkedHashMap<>();
        byMandate.put(defaultMandate, new ArrayList<>());
        runs.forEach(run -> byMandate
                .computeIfAbsent(run.mandate(), mandate -> new ArrayList<>())
                .add(run));
        List<MissingNights> missing = new ArrayList<>();
        byMandate.forEach((mandate, own) -> {
            List<LocalDate> dates = missing(own, today);
            if (!dates.isEmpty()) {
                List<LocalDate> latest = dates.subList(Math.max(0, dates.size() - LATEST), dates.size());
                missing.add(new MissingNights(
                        mandate,
                        latest.stream().map(LocalDate::toString).toList(),
                        dates.size() - latest.size(),
                        "./rekap run --date " + latest.get(latest.size() - 1)
                                + (mandate.equals(defaultMandate) ? "" : " --mandate " + mandate)));
            }
        });
        return missing;
    }

    private static List<LocalDate> missing(List<RunLog.Line> runs, LocalDate today) {
        Set<LocalDate> begun = new HashSet<>();
        LocalDate first = null;
        LocalDate newest = null;
        for (RunLog.Line run : runs) {
            LocalDate date = LocalDate.parse(run.date());
            begun.add(date);
            if (run.state().equals("PUBLISHED") && !date.isAfter(today)) {
                newest = newest == null ? date : newest;
                first = date;
            }
        }
        return first == null
                ? List.of()
                : first.datesUntil(Objects.requireNonNull(newest))
                        .filter(date -> !begun.contains(date))
                        .toList();
    }

    String line(String defaultMandate) {
        return "no night  " + (mandate.equals(defaultMandate) ? "" : mandate + "  ") + String.join(", ", spans())
                + (earlier == 0 ? "" : " and " + earlier + " before those")
                + ": nothing was run between the first and the newest published date; " + next
                + " publishes the last one";
    }

    /** Days that follow one another are named by the first and the last of them. */
    private List<String> spans() {
        List<String> spans = new ArrayList<>();
        for (int from = 0, to; from < dates.size(); from = to + 1) {
            to = from;
            while (to + 1 < dates.size()
                    && LocalDate.parse(dates.get(to)).plusDays(1).toString().equals(dates.get(to + 1))) {
                to++;
            }
            spans.add(dates.get(from) + (to == from ? "" : (to == from + 1 ? ", " : " to ") + dates.get(to)));
        }
        return spans;
    }
}

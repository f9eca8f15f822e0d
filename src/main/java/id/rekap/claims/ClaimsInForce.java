package id.rekap.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which reports hold on a date, of all exports of chats that were received until then. */
final class ClaimsInForce {
    /** The same message of an agency, in whichever export it stands. */
    record Said(String agency, long print) {
        static Said of(ChatReport report) {
            return new Said(report.agency(), report.print());
        }
    }

    /**
     * An exported chat, as it was read.
     *
     * @param received the business date of the night that took it
     * @param file its name, as it may be shown
     */
    record Export(LocalDate received, String file, ChatOutline outline, List<ChatReport> reports) {
        Export {
            reports = List.copyOf(reports);
        }

        private Set<Said> said() {
            return reports.stream().map(Said::of).collect(Collectors.toSet());
        }
    }

    private final List<Export> exports;

    /** @param exports in the order in which they were received */
    ClaimsInForce(List<Export> exports) {
        this.exports = List.copyOf(exports);
    }

    /**
     * What holds on the date, by agency.
     *
     * @param days how many days a message counts, its own included
     * @param hasList does a list speak for the agency? Then that there is nothing to report changes nothing
     */
    Map<String, AgencyClaim> on(LocalDate date, int days, Predicate<String> hasList) {
        Map<String, AgencyClaim> claims = new TreeMap<>();
        for (Claim claim : inForce(date)) {
            ChatReport report = claim.report();
            AgencyClaim before = claims.getOrDefault(report.agency(), AgencyClaim.NONE);
            boolean isOnlyRead = report.isReadable()
                    && (!isWithin(report, date, days) || (report.nil() && hasList.test(report.agency())));
            claims.put(report.agency(), isOnlyRead ? before.answered() : before.after(claim));
        }
        claims.values().removeIf(AgencyClaim.NONE::equals);
        return claims;
    }

    /** Reports that no later export has taken back, in the order in which they were sent: those that are not read, of any age. */
    List<Claim> inForce(LocalDate date, int days) {
        return inForce(date).stream()
                .filter(claim -> !claim.report().isReadable() || isWithin(claim.report(), date, days))
                .toList();
    }

    private List<Claim> inForce(LocalDate date) {
        List<Export> known = exports.stream()
                .filter(export -> !export.received().isAfter(date))
                .toList();
        List<Set<Said>> said = known.stream().map(Export::said).toList();
        Map<List<Integer>, Boolean> same = new HashMap<>();
        List<Claim> inForce = new ArrayList<>();
        Set<Said> seen = new HashSet<>();
        for (int i = 0; i < known.size(); i++) {
            Export of = known.get(i);
            for (ChatReport report : of.reports()) {
                if (report.sent().toLocalDate().isAfter(date) || seen.contains(Said.of(report))) continue;
                boolean isTakenBack = false;
                for (int j = 0; j < known.size() && !isTakenBack; j++) {
                    ChatOutline later = known.get(j).outline();
                    isTakenBack = isLater(known, j, i)
                            && !said.get(j).contains(Said.of(report))
                            && later.goesBackBehind(ChatOutline.minute(report.sent()))
                            && same.computeIfAbsent(List.of(i, j), pair -> later.isOfSameChat(of.outline()));
                }
                if (!isTakenBack && seen.add(Said.of(report))) {
                    inForce.add(new Claim(report, of.received(), of.file()));
                }
            }
        }
        inForce.sort(Comparator.comparing(claim -> claim.report().sent()));
        return inForce;
    }

    /** An export that ends earlier was made earlier, whenever it was received and whatever its file is called. */
    private static boolean isLater(List<Export> known, int one, int other) {
        long last = known.get(one).outline().last();
        long before = known.get(other).outline().last();
        return last > before || (last == before && one > other);
    }

    private static boolean isWithin(ChatReport report, LocalDate date, int days) {
        LocalDate sent = report.sent().toLocalDate();
        return !sent.isAfter(date) && sent.isAfter(date.minusDays(days));
    }
}

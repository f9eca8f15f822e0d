package id.rekap.claims;

import id.rekap.mandate.Group;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which reports hold on a date, of all exports of chats that were received until then. */
final class ClaimsInForce {
    /**
     * An exported chat, as it was read.
     *
     * @param received the business date of the night that took it
     */
    record Export(LocalDate received, ChatOutline outline, List<Report> reports) {
        Export {
            reports = List.copyOf(reports);
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
     */
    Map<String, AgencyClaim> on(LocalDate date, int days) {
        List<Export> known = exports.stream()
                .filter(export -> !export.received().isAfter(date))
                .toList();
        List<Report> reports = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (int i = 0; i < known.size(); i++) {
            List<Export> later = known.subList(i + 1, known.size());
            Export of = known.get(i);
            for (Report report : of.reports()) {
                boolean current =
                        isWithin(report, date, days) && later.stream().noneMatch(one -> isTakenBack(report, of, one));
                if (current && seen.add(List.of(report.agency(), report.print()))) reports.add(report);
            }
        }
        reports.sort(Comparator.comparing(Report::sent));
        Map<String, AgencyClaim> claims = new TreeMap<>();
        for (Report report : reports) {
            AgencyClaim before = claims.getOrDefault(report.agency(), AgencyClaim.NONE);
            claims.put(report.agency(), before.after(report));
        }
        return claims;
    }

    private static boolean isWithin(Report report, LocalDate date, int days) {
        LocalDate sent = report.sent().toLocalDate();
        return !sent.isAfter(date) && sent.isAfter(date.minusDays(days));
    }

    /** A later export of the chat covers the message's time, and does not have it. */
    private static boolean isTakenBack(Report report, Export of, Export later) {
        boolean has = later.reports().stream()
                .anyMatch(one -> one.print() == report.print() && one.agency().equals(report.agency()));
        return !has
                && later.outline().covers(ChatOutline.minute(report.sent()))
                && later.outline().isOfSameChat(of.outline());
    }

    /**
     * What an agency claims.
     *
     * @param claims the report in force of each group
     * @param nil that its last readable report said it has nothing to report
     * @param open those that could not be read, since the last one that could
     */
    record AgencyClaim(Map<Group, Report> claims, boolean nil, List<Report> open) {
        static final AgencyClaim NONE = new AgencyClaim(Map.of(), false, List.of());

        AgencyClaim {
            claims = Map.copyOf(claims);
            open = List.copyOf(open);
        }

        AgencyClaim after(Report report) {
            if (!report.isReadable()) {
                List<Report> more = new ArrayList<>(open);
                more.add(report);
                return new AgencyClaim(claims, nil, more);
            }
            if (report.nil()) return new AgencyClaim(Map.of(), true, List.of());
            Map<Group, Report> now = new TreeMap<>(claims);
            report.counts().keySet().forEach(group -> now.put(group, report));
            return new AgencyClaim(now, false, List.of());
        }
    }
}

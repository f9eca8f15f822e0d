package id.rekap.cli;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.exemption.Exemptions.Granted;
import id.rekap.reconcile.PersonTrace;
import id.rekap.reconcile.PersonTrace.Position;
import id.rekap.reconcile.PersonTrace.Row;
import id.rekap.register.Person;
import id.rekap.register.PersonHistory.Since;
import id.rekap.value.Identifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a person stands, in at most ten lines.
 *
 * @param exemptions of the person or the agency that hold on the date by now
 * @param isFull with number and name; else nothing in it tells who it is
 */
record TraceText(Person person, List<Since> history, List<Granted> exemptions, PersonTrace trace, boolean isFull) {
    private static final int LINES = 10;
    private static final int ROWS = 4;
    private static final int SHOWN = 4;

    /** As {@code --json} prints it. */
    record Told(
            String employee,
            @Nullable String name,
            String mandate,
            String date,
            int revision,
            boolean active,
            List<Interval> register,
            List<Row> rows,
            List<String> exempt,
            List<Ground> exemptions,
            List<Position> obligations,
            List<Raising> exceptions,
            boolean asPublished) {}

    record Interval(
            String agency,
            String type,
            String status,
            boolean active,
            String from,
            @Nullable String to,
            boolean holds) {}

    /** @param agency whose people are exempt, null for the person's own */
    record Ground(
            String obligation,
            @Nullable String agency,
            String ground,
            String from,
            @Nullable String until) {}

    record Raising(String code, String file, @Nullable Integer row, String field) {}

    Told told(String mandate, LocalDate date, int revision) {
        return new Told(
                number(),
                isFull ? Identifier.masked(person.name()) : null,
                mandate,
                date.toString(),
                revision,
                person.active(),
                history.stream()
                        .map(i -> new Interval(
                                i.agency(),
                                i.type(),
                                i.status(),
                                i.active(),
                                i.from().toString(),
                                i.isForGood() ? null : i.to().toString(),
                                i.holdsOn(date)))
                        .toList(),
                trace.rows().stream()
                        .map(r -> new Row(r.agency(), path(r.file()), Identifier.masked(r.sheet()), r.row(), r.fate()))
                        .toList(),
                trace.exempt().isEmpty() ? List.of() : List.of(trace.exempt().split(" ", -1)),
                exemptions.stream()
                        .map(one -> new Ground(
                                one.exemption().obligation(),
                                one.exemption().agency().isEmpty()
                                        ? null
                                        : one.exemption().agency(),
                                one.exemption().ground(),
                                one.exemption().from().toString(),
                                one.isForGood() ? null : one.endsOn().toString()))
                        .toList(),
                trace.positions(),
                trace.raised().stream()
                        .map(r -> new Raising(r.code().name(), path(r.file()), r.row(), r.field()))
                        .toList(),
                trace.isAsPublished());
    }

    private static String path(String file) {
        return Identifier.maskedPath(file);
    }

    private String number() {
        return isFull ? Identifier.maskedNumber(person.no()) : hidden(person.no());
    }

    /** Its last four characters: what stands before them tells a birth date. */
    static String hidden(String no) {
        int shown = Math.min(SHOWN, no.length() / 2);
        return "*".repeat(no.length() - shown) + no.substring(no.length() - shown);
    }

    List<String> lines(LocalDate date, int revision) {
        List<String> lines = new ArrayList<>();
        lines.add("employee  " + number() + (isFull ? "  " + Identifier.masked(person.name()) : "") + ", night of "
                + date + (revision > 1 ? ", revision " + revision : ""));
        lines.add("register  " + register(date));
        lines.add("rows      " + rows());
        lines.add("exempt    from " + exempt());
        List<String> positions = positions();
        int room = LINES - lines.size();
        if (positions.size() > room) {
            int more = positions.size() - room + 2;
            String all = positions.get(positions.size() - 1);
            positions = new ArrayList<>(positions.subList(0, room - 2));
            positions.add("and " + (more - 1) + " more, see --json");
            positions.add(all);
        }
        lines.addAll(positions);
        return lines;
    }

    private String register(LocalDate date) {
        Optional<Since> now = history.stream().filter(one -> one.holdsOn(date)).findFirst();
        if (now.isEmpty()) {
            return "left on " + person.endedOn() + ", last of agency " + person.agency();
        }
        Since since = now.get();
        long before = history.stream()
                .filter(one -> one.to().compareTo(since.from()) <= 0)
                .count();
        return "agency " + since.agency() + ", " + since.type() + ", status " + since.status()
                + (since.active() ? "" : " (not active)") + ", from " + since.from()
                + (since.isForGood() ? "" : " until " + since.to().minusDays(1))
                + (before == 0 ? "" : "; " + before + (before == 1 ? " interval" : " intervals") + " before");
    }

    private String exempt() {
        if (trace.exempt().isEmpty()) {
            return "nothing";
        }
        String grounds = exemptions.stream()
                .map(one -> (one.exemption().obligation().equals(trace.exempt())
                                ? ""
                                : one.exemption().obligation() + ": ")
                        + one.exemption().ground() + ", from "
                        + one.exemption().from() + (one.isForGood() ? "" : " until " + one.endsOn()))
                .distinct()
                .collect(Collectors.joining("; "));
        return trace.exempt() + (grounds.isEmpty() ? "" : " (" + grounds + ")");
    }

    private String rows() {
        if (trace.rows().isEmpty()) {
            return "none";
        }
        List<String> first = trace.rows().stream()
                .limit(ROWS)
                .map(row ->
                        path(row.file()) + (row.sheet().isEmpty() ? "" : ", sheet " + Identifier.masked(row.sheet()))
                                + ", row " + row.row() + ": "
                                + (row.fate().equals(Row.COUNTED) ? "counts" : "refused, " + row.fate()))
                .toList();
        int rest = trace.rows().size() - first.size();
        return String.join("; ", first) + (rest == 0 ? "" : "; and " + rest + " more, see --json");
    }

    /** Obligations that stand alike for the same reason are one line; all is the last. */
    private List<String> positions() {
        if (trace.positions().isEmpty()) {
            return new ArrayList<>(List.of("counted nowhere: not active on the date"));
        }
        Map<String, List<String>> alike = new LinkedHashMap<>();
        for (Position position : trace.positions()) {
            String codes = trace.raised().stream()
                    .filter(raised ->
                            raised.field().equals(position.obligation()) && raised.code() != ExceptionCode.ROW_CONFLICT)
                    .map(raised -> raised.code().name())
                    .distinct()
                    .collect(Collectors.joining(", "));
            alike.computeIfAbsent(
                            position.status() + ": " + because(position.rule()) + (codes.isEmpty() ? "" : ", " + codes),
                            status -> new ArrayList<>())
                    .add(position.obligation());
        }
        return new ArrayList<>(alike.entrySet().stream()
                .map(e -> String.join(", ", e.getValue()) + "  " + e.getKey())
                .toList());
    }

    private static String because(PersonTrace.Because because) {
        return switch (because) {
            case EXEMPT -> "exempt (rule 10)";
            case NO_ROW -> "no row counts for the person";
            case NO_COLUMN -> "the list has no such column (rule 8)";
            case ANSWER -> "the row says so (rule 8)";
            case BLANK -> "the cell is blank (rule 8)";
            case UNREADABLE -> "the cell cannot be read (rule 8)";
            case SHARED -> "others claim the same handle (rule 8)";
            case EVIDENCE -> "the account's export says so (rule 9)";
            case OTHERS -> "from those that are owed";
        };
    }
}

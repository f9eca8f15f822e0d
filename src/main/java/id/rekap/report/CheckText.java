package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.catalogue.Severity;
import id.rekap.intake.HoldReason;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.ListCheckResult;
import id.rekap.reconcile.RaisedException;
import id.rekap.register.Agency;
import id.rekap.value.Identifier;
import id.rekap.value.TerminalSafe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a night would say of a file, as its clerk reads it in a terminal: rows to mend, what to do, and whether to send it. */
public final class CheckText {
    private static final int COLUMN = 28;
    private static final int MOST_OF_A_CODE = 100;
    private static final String GAP = "  ";

    private final Mandate mandate;
    private final Catalogue catalogue;
    private final ListWording words;
    private final Comparator<RaisedException> worstFirst;

    public CheckText(Mandate mandate, Catalogue catalogue, Locale locale) {
        this.mandate = mandate;
        this.catalogue = catalogue;
        this.words = ListWording.in(locale);
        this.worstFirst = Comparator.comparing(raised -> catalogue.severity(raised.code()));
    }

    /** All lines, without their ends. */
    public List<String> lines(String file, Agency agency, LocalDate date, ListCheckResult said) {
        List<String> lines = new ArrayList<>();
        lines.add(words.text("check.file", plain(file), agency.name(), agency.code(), words.date(date)));
        lines.add(verdict(said));
        said.raised().stream()
                .filter(raised -> HoldReason.CODES.contains(raised.code()))
                .forEach(raised -> lines.add(raised.code() + ": " + plain(raised.message())));
        if (said.rows() > 0) {
            lines.add(words.text(
                    said.isCorrection() ? "check.corrected" : "check.rows",
                    words.number(said.rows()),
                    words.number(said.counted()),
                    words.number(said.refused()),
                    words.number(said.count(ExceptionCode.EMPLOYEE_NOT_REPORTED))));
        }
        if (!said.raised().isEmpty()) {
            lines.add("");
            table(said.raised(), lines);
            lines.add("");
            actions(said.raised(), lines);
        }
        lines.add("");
        lines.add(conclusion(said));
        return lines;
    }

    private String verdict(ListCheckResult said) {
        return switch (said.verdict()) {
            case ACCEPTED -> words.text(said.isCorrection() ? "check.correction" : "check.whole");
            case UNCHANGED -> words.text("check.unchanged");
            case HELD -> words.text("check.held");
            case REFUSED -> words.text("check.refused");
            case NOT_MEANT -> words.text("check.not-meant", mandate.id());
        };
    }

    private void table(List<RaisedException> raised, List<String> lines) {
        List<String[]> rows = new ArrayList<>();
        List<List<String>> ofFile = new ArrayList<>(List.of(List.of()));
        rows.add(new String[] {
            words.text("column.SEVERITY"),
            words.text("column.CODE"),
            words.text("column.ROW"),
            words.text("column.FIELD"),
            words.text("column.PERSON"),
            words.text("column.NAME"),
            words.text("column.VALUE"),
            words.text("column.EXPECTED")
        });
        Map<ExceptionCode, Integer> counts = new EnumMap<>(ExceptionCode.class);
        raised.stream()
                .sorted(worstFirst)
                .filter(r -> counts.merge(r.code(), 1, Integer::sum) <= MOST_OF_A_CODE)
                .forEach(r -> {
                    rows.add(row(r));
                    ofFile.add(isOfFile(r) ? whole(r) : List.of());
                });
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length - 1; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            String[] row = rows.get(r);
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length - 1; i++) {
                line.append(row[i])
                        .append(" ".repeat(widths[i] - row[i].length()))
                        .append(GAP);
            }
            lines.add(line.append(row[row.length - 1]).toString().stripTrailing());
            lines.addAll(ofFile.get(r));
        }
        counts.forEach((code, count) -> {
            if (count > MOST_OF_A_CODE) {
                lines.add(words.text("check.more", words.number(count - MOST_OF_A_CODE), code.name()));
            }
        });
    }

    /** What a file is refused for, which no row shows, so that these words are all that its sender has. */
    private static boolean isOfFile(RaisedException raised) {
        return raised.row() == null
                && raised.employeeNo().isEmpty()
                && plain(raised.value()).length() > COLUMN;
    }

    private List<String> whole(RaisedException raised) {
        List<String> lines = new ArrayList<>();
        lines.add(GAP + words.text("column.VALUE") + ": " + plain(raised.value()));
        if (!expected(raised).isEmpty()) {
            lines.add(GAP + words.text("column.EXPECTED") + ": " + expected(raised));
        }
        return lines;
    }

    private String expected(RaisedException raised) {
        String suggestion = plain(raised.suggestion());
        return (plain(raised.expected()) + (suggestion.isEmpty() ? "" : ". " + words.text("suggestion", suggestion)))
                .strip();
    }

    private String[] row(RaisedException raised) {
        Integer row = raised.row();
        return new String[] {
            words.text("severity." + catalogue.severity(raised.code()).word()),
            raised.code().name(),
            row == null ? "" : Integer.toString(row),
            cut(words.field(mandate, raised.field())),
            TerminalSafe.line(Identifier.maskedNumber(raised.employeeNo())),
            cut(plain(raised.employeeName())),
            isOfFile(raised) ? "" : cut(plain(raised.value())),
            isOfFile(raised) ? "" : expected(raised)
        };
    }

    private void actions(List<RaisedException> raised, List<String> lines) {
        Map<ExceptionCode, Integer> counts = new EnumMap<>(ExceptionCode.class);
        raised.forEach(r -> counts.merge(r.code(), 1, Integer::sum));
        Comparator<ExceptionCode> bySeverity = Comparator.comparing(catalogue::severity);
        counts.keySet().stream().sorted(bySeverity).forEach(code -> {
            lines.add(words.text(
                    "check.code",
                    code.name(),
                    words.number(counts.getOrDefault(code, 0)),
                    catalogue.who(catalogue.responsible(code), words.locale())));
            lines.add(GAP + catalogue.meaning(code, words.locale()));
            lines.add(GAP + catalogue.action(code, words.locale()));
        });
    }

    private String conclusion(ListCheckResult said) {
        long errors = said.count(Severity.ERROR, catalogue);
        long warnings = said.count(Severity.WARNING, catalogue);
        if (errors > 0) {
            return words.text("check.mend", words.number(errors), words.number(warnings));
        }
        return warnings > 0 ? words.text("check.send-with", words.number(warnings)) : words.text("check.send");
    }

    /** Without NIKs, and without what a terminal would obey, which would shift the columns: a file may come from anywhere. */
    private static String plain(String text) {
        return TerminalSafe.line(Identifier.masked(text)).strip();
    }

    private static String cut(String text) {
        return text.length() <= COLUMN ? text : AgencyPage.cut(text, COLUMN - 1);
    }
}

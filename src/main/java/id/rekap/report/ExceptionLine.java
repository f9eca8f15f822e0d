package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.reconcile.Finding;
import id.rekap.value.Identifier;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it is shown: NIKs masked. Lines are in order of what is shown, so that a reader who sorts the published
 * file gets the same order.
 */
record ExceptionLine(
        Finding finding,
        String severity,
        String responsible,
        String file,
        String sheet,
        String employeeNo,
        String employeeName,
        String value,
        String expected,
        String message,
        String suggestion) {

    static final String HEADER =
            "date,state,severity,code,responsible,agency_code,employee_no,employee_name,file,sheet,row,"
                    + "field,value,expected,message,suggestion,first_seen,nights_open,fingerprint";

    /** An agency's own list: nothing in it changes with the night alone. */
    static final String OWN_HEADER =
            "state,severity,code,responsible,agency_code,employee_no,employee_name,file,sheet,row,"
                    + "field,value,expected,message,suggestion,first_seen,fingerprint";

    /** Within an agency; a line without a row comes first. */
    static final Comparator<ExceptionLine> ORDER = Comparator.comparing(ExceptionLine::file, CodePoints::compare)
            .thenComparing(l -> l.finding.row(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(l -> l.finding.code().name(), CodePoints::compare)
            .thenComparing(ExceptionLine::employeeNo, CodePoints::compare)
            .thenComparing(l -> l.finding.field(), CodePoints::compare)
            .thenComparing(l -> l.finding.fingerprint(), CodePoints::compare);

    static ExceptionLine of(Finding f, Catalogue catalogue) {
        return new ExceptionLine(
                f,
                catalogue.severity(f.code()).word(),
                catalogue.responsible(f.code()).word(),
                Identifier.maskedPath(f.file()),
                Identifier.masked(f.sheet()),
                Identifier.maskedNumber(f.employeeNo()),
                Identifier.masked(f.employeeName()),
                Identifier.masked(f.value()),
                Identifier.masked(f.expected()),
                Identifier.masked(f.message()),
                Identifier.masked(f.suggestion()));
    }

    void writeTo(CsvTable table, LocalDate date) throws IOException {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(date);
        common(cells);
        cells.add(finding.nightsOpen());
        cells.add(finding.fingerprint());
        table.row(cells.toArray());
    }

    /** In an agency's own list, with the sender's own columns. */
    void writeTo(CsvTable table, OwnColumns own) throws IOException {
        List<@Nullable Object> cells = new ArrayList<>();
        common(cells);
        cells.add(finding.fingerprint());
        cells.addAll(own.cells(finding));
        table.row(cells.toArray());
    }

    private void common(List<@Nullable Object> cells) {
        cells.add(finding.state().name());
        cells.add(severity);
        cells.add(finding.code().name());
        cells.add(responsible);
        cells.add(finding.agency());
        cells.add(employeeNo);
        cells.add(employeeName);
        cells.add(file);
        cells.add(sheet);
        cells.add(finding.row());
        cells.add(finding.field());
        cells.add(value);
        cells.add(expected);
        cells.add(message);
        cells.add(suggestion);
        cells.add(finding.firstSeen());
    }
}

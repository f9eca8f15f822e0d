package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.reconcile.Finding;
import id.rekap.value.Identifier;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

    void writeTo(CsvTable all, LocalDate date) throws IOException {
        writeTo(all, date, cells());
    }

    /** Into the list of all and an agency's own, with the sender's own columns: what both say is put in form once. */
    void writeTo(CsvTable all, LocalDate date, CsvTable own, OwnColumns columns) throws IOException {
        CsvCells cells = cells();
        writeTo(all, date, cells);
        List<Object> row = new ArrayList<>();
        row.add(cells);
        row.add(finding.fingerprint());
        row.addAll(columns.cells(finding));
        own.row(row.toArray());
    }

    private void writeTo(CsvTable all, LocalDate date, CsvCells cells) throws IOException {
        all.row(date, cells, finding.nightsOpen(), finding.fingerprint());
    }

    /** What stands in both. */
    private CsvCells cells() {
        return new CsvCells()
                .add(finding.state().name())
                .add(severity)
                .add(finding.code().name())
                .add(responsible)
                .add(finding.agency())
                .add(employeeNo)
                .add(employeeName)
                .add(file)
                .add(sheet)
                .add(finding.row())
                .add(finding.field())
                .add(value)
                .add(expected)
                .add(message)
                .add(suggestion)
                .add(finding.firstSeen());
    }
}

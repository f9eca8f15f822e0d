package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.snapshot.Finding;
import id.rekap.value.Identifier;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
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
        table.row(cells(date));
    }

    /** As everywhere, then the sender's own columns. */
    void writeTo(CsvTable table, LocalDate date, OwnColumns own) throws IOException {
        @Nullable Object[] common = cells(date);
        @Nullable
        Object[] all = Arrays.copyOf(common, common.length + own.headers().size());
        List<String> texts = own.cells(finding);
        for (int i = 0; i < texts.size(); i++) {
            all[common.length + i] = texts.get(i);
        }
        table.row(all);
    }

    private @Nullable Object[] cells(LocalDate date) {
        return new @Nullable Object[] {
            date,
            finding.state().name(),
            severity,
            finding.code().name(),
            responsible,
            finding.agency(),
            employeeNo,
            employeeName,
            file,
            sheet,
            finding.row(),
            finding.field(),
            value,
            expected,
            message,
            suggestion,
            finding.firstSeen(),
            finding.nightsOpen(),
            finding.fingerprint()
        };
    }
}

package id.rekap.report;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.reconcile.Finding;
import id.rekap.report.AgencyPageContent.Row;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Some rows of a kind: as many as there is room for on the page, which is known when their turn comes. */
final class AnomalyRows implements AgencyPageContent.Rows {
    private static final int TEXT = 300;
    private static final int MESSAGE = 700;

    private final List<ExceptionLine> lines;
    private final int most;
    private final AsciiHtml page;
    private final int end;
    private final ListWording words;
    private int shown;

    /** @param end how many bytes the page may have before a row that is not the first */
    AnomalyRows(List<ExceptionLine> lines, int most, AsciiHtml page, int end, ListWording words) {
        this.lines = lines;
        this.most = most;
        this.page = page;
        this.end = end;
        this.words = words;
    }

    @Override
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    @Override
    public String more() {
        return shown == lines.size() ? "" : words.text("own.rest", words.number(lines.size() - shown));
    }

    @Override
    public Iterator<Row> iterator() {
        shown = 0;
        return new Iterator<>() {
            private String file = "";

            @Override
            public boolean hasNext() {
                return shown < Math.min(most, lines.size()) && (shown == 0 || page.bytes() <= end);
            }

            @Override
            public Row next() {
                if (shown == lines.size()) {
                    throw new NoSuchElementException();
                }
                ExceptionLine line = lines.get(shown++);
                // once for all rows of a file that follow each other
                boolean isSameFile = line.file().equals(file);
                file = line.file();
                return row(line, isSameFile ? "" : file);
            }
        };
    }

    private Row row(ExceptionLine line, String file) {
        Finding finding = line.finding();
        return new Row(
                AgencyPage.cut(file, TEXT),
                AgencyPage.cut(line.employeeName(), TEXT),
                AgencyPage.cut(line.employeeNo(), TEXT),
                finding.row() == null ? "" : words.text("own.row", words.number(finding.row())),
                // it has nothing that the kind does not say
                finding.code() == ExceptionCode.EMPLOYEE_NOT_REPORTED ? null : AgencyPage.cut(line.message(), MESSAGE),
                line.suggestion().isEmpty() ? "" : AgencyPage.cut(words.text("suggestion", line.suggestion()), TEXT));
    }
}

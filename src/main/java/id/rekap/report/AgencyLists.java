package id.rekap.report;

import id.rekap.snapshot.AgencyPosition;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each agency's own exceptions: a table for machines, a workbook for its clerk. */
final class AgencyLists {
    private final LocalDate date;
    private final SetFolder folder;
    private final Map<String, AgencyPosition> positions = new HashMap<>();
    private final AgencyWorkbook workbook;

    AgencyLists(LocalDate date, SetFolder folder, List<AgencyPosition> agencies, AgencyWorkbook workbook) {
        this.date = date;
        this.folder = folder;
        this.workbook = workbook;
        agencies.forEach(agency -> positions.put(agency.code(), agency));
    }

    /** @param rows the lines as they stand in the list of all agencies */
    void write(String agency, List<ExceptionLine> lines, byte[] rows) throws IOException {
        String path = "agencies/" + FolderName.of(agency) + "/exceptions";
        OwnColumns own = new OwnColumns(lines, ExceptionLine.HEADER.split(","));
        folder.write(path + ".csv", Audience.OPERATORS, out -> {
            try (CsvTable table = new CsvTable(out, ExceptionLine.HEADER, own.headers())) {
                if (own.headers().isEmpty()) {
                    table.rendered(rows);
                    return;
                }
                for (ExceptionLine line : lines) {
                    line.writeTo(table, date, own);
                }
            }
        });
        folder.write(
                path + ".xlsx", Audience.OPERATORS, out -> workbook.write(agency, positions.get(agency), lines, out));
    }
}

package id.rekap.report;

import id.rekap.snapshot.AgencyPosition;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is an agency's own: its page, and its exceptions as a table for machines and as a workbook for its clerk. */
final class AgencyLists {
    private final LocalDate date;
    private final SetFolder folder;
    private final Map<String, AgencyPosition> positions = new HashMap<>();
    private final AgencyWorkbook workbook;
    private final AgencyPage page;
    private final byte[] header;

    AgencyLists(
            LocalDate date, SetFolder folder, List<AgencyPosition> agencies, AgencyWorkbook workbook, AgencyPage page)
            throws IOException {
        this.date = date;
        this.folder = folder;
        this.workbook = workbook;
        this.page = page;
        this.header = CsvTable.header(ExceptionLine.HEADER);
        agencies.forEach(agency -> positions.put(agency.code(), agency));
    }

    /** @param rows the lines as they stand in the list of all agencies */
    void write(String agency, List<ExceptionLine> lines, byte[] rows) throws IOException {
        String own = "agencies/" + FolderName.of(agency) + "/";
        String path = own + "exceptions";
        OwnColumns columns = new OwnColumns(lines, ExceptionLine.HEADER.split(","));
        folder.write(path + ".csv", Audience.OPERATORS, out -> {
            if (columns.headers().isEmpty()) {
                out.write(header);
                out.write(rows);
                return;
            }
            try (CsvTable table = new CsvTable(out, ExceptionLine.HEADER, columns.headers())) {
                for (ExceptionLine line : lines) {
                    line.writeTo(table, date, columns);
                }
            }
        });
        folder.write(
                path + ".xlsx", Audience.OPERATORS, out -> workbook.write(agency, positions.get(agency), lines, out));
        byte[] html = page.page(agency, positions.get(agency), lines);
        folder.write(own + "index.html", Audience.OPERATORS, out -> out.write(html));
    }
}

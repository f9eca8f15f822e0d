package id.rekap.report;

import id.rekap.snapshot.AgencyPosition;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is an agency's own: its page, and its exceptions as a table for machines and as a workbook for its clerk. */
final class AgencyLists {
    private final SetFolder folder;
    private final Map<String, AgencyPosition> positions = new HashMap<>();
    private final AgencyWorkbook workbook;
    private final AgencyPage page;
    private final Set<String> acknowledged;
    private final byte[] form;

    AgencyLists(
            SetFolder folder,
            List<AgencyPosition> agencies,
            AgencyWorkbook workbook,
            AgencyPage page,
            Set<String> acknowledged,
            byte[] form) {
        this.folder = folder;
        this.workbook = workbook;
        this.page = page;
        this.acknowledged = acknowledged;
        this.form = form;
        agencies.forEach(agency -> positions.put(agency.code(), agency));
    }

    /** An agency's own folder in a set, with a slash at its end. */
    static String folderOf(String agency) {
        return "agencies/" + FolderName.of(agency) + "/";
    }

    void write(String agency, List<ExceptionLine> lines) throws IOException {
        String own = folderOf(agency);
        OwnColumns columns = new OwnColumns(lines, ExceptionLine.OWN_HEADER.split(","));
        folder.writeOrLink(own + "exceptions.csv", Audience.OPERATORS, out -> {
            try (CsvTable table = new CsvTable(out, ExceptionLine.OWN_HEADER, columns.headers())) {
                for (ExceptionLine line : lines) {
                    line.writeTo(table, columns);
                }
            }
        });
        AgencyToDo toMend = AgencyToDo.of(lines, acknowledged);
        folder.writeOrLink(
                own + "exceptions.xlsx",
                Audience.OPERATORS,
                out -> workbook.write(agency, positions.get(agency), toMend, out));
        folder.writeOrLink(own + "form.xlsx", Audience.OPERATORS, out -> out.write(form));
        byte[] html = page.page(agency, positions.get(agency), lines, toMend);
        folder.write(own + "index.html", Audience.OPERATORS, out -> out.write(html));
    }
}

package id.rekap.reconcile;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.intake.FileNote;
import id.rekap.intake.Submissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Exceptions of one night only: drops that changed nothing, files in folders of no agency, subfolders. */
final class NightNotices {
    private final JdbcTemplate jdbc;
    private final Catalogue catalogue;
    private final Locale locale;
    private final Submissions submissions;
    private final FindingRows findings;

    NightNotices(JdbcTemplate jdbc, Catalogue catalogue, Locale locale, Submissions submissions, FindingRows findings) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.locale = locale;
        this.submissions = submissions;
        this.findings = findings;
    }

    void write(RunRef run, Map<String, NightSubmissions.Position> inForce) {
        Map<String, List<FileNote>> notes = new TreeMap<>();
        Map<String, String> firstFiles = submissions.firstFiles(run.date());
        inForce.forEach((agency, position) -> position.unchanged().forEach(drop -> {
            String file = firstFiles.getOrDefault(agency + "\u0000" + drop.batch(), "");
            notes.computeIfAbsent(agency, a -> new ArrayList<>()).add(FileNote.unchanged(file, drop.inForce()));
        }));
        unknownFolders(run)
                .forEach(stays -> notes.computeIfAbsent(stays.agency(), a -> new ArrayList<>())
                        .add(stays.note()));

        Map<String, List<RaisedException>> raised = new TreeMap<>();
        notes.forEach((agency, own) -> raised.put(agency, FileNotices.raised(catalogue, locale, agency, own)));
        findings.tell(run, FindingRow.Part.NIGHT, raised);
    }

    /** What is not read and stays in the inbox, and whose it is; the agency is empty where nobody knows. */
    private record Stays(String agency, FileNote note) {}

    /** Files that the run's batch, or where it has none the date's last one, saw in folders of no agency, and subfolders. */
    private List<Stays> unknownFolders(RunRef run) {
        return jdbc.query(
                """
                select coalesce(agency, '') as agency, folder, name from intake_file
                where received_on = ? and state = 'STAYS'
                  and batch = (select max(t.batch) from intake_batch t where t.received_on = ? and t.batch <= coalesce(
                    (select nullif(r.batch, 0) from run r where r.run_id = ?), t.batch))""",
                (r, i) -> {
                    String folder = r.getString("folder");
                    String name = r.getString("name");
                    String path = folder.isEmpty() ? name : folder + "/" + name;
                    boolean isSubfolder = path.endsWith("/");
                    String file = isSubfolder ? path.substring(0, path.length() - 1) : path;
                    String unknown = isSubfolder ? file : folder;
                    String why = isSubfolder ? "IN_SUBFOLDER" : folder.isEmpty() ? "IN_INBOX" : "NO_AGENCY";
                    return new Stays(
                            r.getString("agency"),
                            new FileNote(
                                    ExceptionCode.FOLDER_UNKNOWN,
                                    file,
                                    "",
                                    "",
                                    unknown,
                                    "",
                                    List.of(unknown.isEmpty() ? "inbox" : unknown, why)));
                },
                run.date(),
                run.date(),
                run.id());
    }
}

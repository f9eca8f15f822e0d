package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.demo.Regency;
import id.rekap.files.Modes;
import id.rekap.testing.TestPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The same made-up regency in several homes: what a disturbed night must have in common with an undisturbed one. */
final class Regencies {
    private static final LocalDate FIRST = LocalDate.of(2020, 7, 29);
    private static final Registered REGISTERED = new Registered(FIRST, new Regency(7)::writeRegister);

    private static final List<String> FACTS = List.of(
            """
            select agency, received_on, batch, drop_hash, verdict, row_count, notes from submission
            order by agency, received_on, batch""",
            "select agency, received_on, batch, page, row_count, sha2(body, 256) from list_page order by 1, 2, 3, 4",
            """
            select r.business_date, p.agency, p.part, p.page, p.row_count, sha2(uncompress(p.body), 256)
            from finding_page p join run r on r.run_id = p.run_id order by 1, 2, 3, 4""",
            """
            select r.business_date, o.agency, o.fingerprint, o.part, o.first_seen
            from finding_opening o join run r on r.run_id = o.run_id order by 1, 2, 3, 4""",
            """
            select r.business_date, t.judged_by, t.agency, t.type, t.obligation, t.headcount, t.met, t.unverified,
              t.not_met, t.not_reported, t.proven, t.total from tally t join run r on r.run_id = t.run_id order by 1, 2, 3, 4, 5""",
            """
            select r.business_date, c.agency, c.kind, c.no, c.other, c.answers
            from cross_agency_match c join run r on r.run_id = c.run_id order by 1, 2, 3, 4""",
            "select received_on, batch, folder, name, state, sha256 from intake_file order by 1, 2, 3, 4",
            "select received_on, batch, chat, name, sha256, refusal, sha2(prints, 256) from chat order by 1, 2, 3",
            """
            select received_on, batch, number, account, exported_on, entries, refused, control, problem, detail, cleared
            from follower_export order by 1, 2, 3""",
            """
            select mandate, agency, account, received_on, batch, number, list_on, list_batch, looked_for, found, digest
            from follower_answer order by 1, 2, 3, 4, 5, 6""",
            "select * from claim order by received_on, batch, chat, line, agency",
            """
            select r.business_date, c.agency, c.asn_people, c.asn_following, c.contract_people, c.contract_following, c.nil
            from claimed c join run r on r.run_id = c.run_id order by 1, 2""",
            "select business_date, revision, state, publication, batch, due, met, row_count from run order by 1, 2");

    /** Making a night's files takes as long as a small night. */
    private static final Map<Integer, List<Dropped>> DROPS = new HashMap<>();

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Dropped(String path, byte[] bytes, FileTime sent) {}

    private Regencies() {}

    static String date(int night) {
        return FIRST.plusDays(night - 1L).toString();
    }

    /** What its register was imported from. */
    static Path register(Office office) throws IOException {
        Path folder = Files.createDirectories(office.path("register"));
        new Regency(7).writeRegister(folder, FIRST);
        return folder;
    }

    static synchronized void drop(Office office, int night) throws IOException {
        List<Dropped> files = DROPS.get(night);
        if (files == null) {
            files = dropped(night);
            DROPS.put(night, files);
        }
        for (Dropped file : files) {
            Path target = office.path("inbox").resolve(file.path());
            Modes.OPERATORS.makeFolders(Objects.requireNonNull(target.getParent()));
            Modes.OPERATORS.makeFile(target);
            Files.write(target, file.bytes());
            Files.setLastModifiedTime(target, file.sent());
        }
    }

    private static List<Dropped> dropped(int night) throws IOException {
        Path inbox = Files.createTempDirectory(TestPlace.PATH, "dropped");
        new Regency(7).drop(night, inbox);
        List<Dropped> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(inbox)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.add(new Dropped(
                        inbox.relativize(file).toString(), Files.readAllBytes(file), Files.getLastModifiedTime(file)));
            }
        }
        FileSystemUtils.deleteRecursively(inbox);
        return files;
    }

    /** With its register, and small chunks. */
    static Office office(Path home) throws IOException {
        return REGISTERED.in(home, "rekap.chunk: 2");
    }

    static void assertSameSets(Office disturbed, Office calm) throws IOException {
        assertSameSets(disturbed, Office.sets(calm.home));
    }

    /** By file, so that a difference can be read. */
    static void assertSameSets(Office disturbed, Map<String, String> expected) throws IOException {
        Map<String, String> found = Office.sets(disturbed.home);
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((file, text) -> assertThat(text.equals(found.get(file)))
                .as(file + " is the same")
                .isTrue());
    }

    /** Every row of the facts, without what differs from one database to another. */
    static List<String> facts(Office office) throws SQLException {
        List<String> facts = new ArrayList<>();
        try (Connection connection = connect(office);
                Statement statement = connection.createStatement()) {
            for (String query : FACTS) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        StringBuilder line = new StringBuilder();
                        for (int i = 1; i <= columns; i++) {
                            line.append(rows.getString(i)).append('|');
                        }
                        facts.add(line.toString());
                    }
                }
            }
        }
        return facts;
    }

    static Connection connect(Office office) throws SQLException {
        return DriverManager.getConnection(
                office.database.url(), office.database.username(), office.database.password());
    }

    /** The first column of a query. */
    static List<String> column(Office office, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = connect(office);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** What does not balance, by kind and agency. */
    static List<String> books(Office office) throws IOException, SQLException {
        List<String> breaches = new ArrayList<>();
        try (Connection connection = connect(office);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        Files.readString(Path.of("sql/check/books.sql")).replaceAll(";\\s*$", ""))) {
            while (rows.next()) {
                breaches.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3) + " "
                        + rows.getString(4) + " " + rows.getString(5));
            }
        }
        return breaches;
    }

    /** How the executions of nights ended, oldest first; those of imports are others. */
    static List<String> nightStatuses(Office office) throws SQLException {
        return column(office, """
                select e.STATUS from BATCH_JOB_EXECUTION e
                join BATCH_JOB_INSTANCE i on i.JOB_INSTANCE_ID = e.JOB_INSTANCE_ID and i.JOB_NAME = 'nightly'
                order by e.JOB_EXECUTION_ID""");
    }

    static void execute(Office office, String statement) throws SQLException {
        try (Connection connection = connect(office);
                Statement once = connection.createStatement()) {
            once.execute(statement);
        }
    }
}

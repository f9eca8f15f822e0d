package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Processes.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Nobody stands in a log or in Batch's tables, at DEBUG, after a run that worked, one that failed and one that was killed. */
class PersonalDataTest {
    private static final String DATE = "2020-07-01";
    private static final List<String> PLANTED = List.of(
            "Zulaikha Ditanam",
            "198001012005011234",
            "1106014101900077",
            "198501012010011007",
            "akun.ditanam",
            "Isian Ditanam");

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path home;

    @Test
    void keepsPeopleOutOfLogsAndBatchTables() throws Exception {
        Office office = new Office(home, "logging.level.root: DEBUG");
        office.write("a.csv", "kode,nama\nA,Dinas A\nB,Dinas B\n");
        office.write("e.csv", """
                nomor,nama,jenis,kode_opd
                198001012005011234,Zulaikha Ditanam,PNS,A
                1106014101900077,Zulaikha Ditanam,TENAGA_KONTRAK,A
                """);
        import_(office, "agencies", "a.csv");
        import_(office, "employees", "e.csv");
        office.write("inbox/A/daftar.csv", """
                nip/nik,nama,instagram,follow humasacehbesar,follow mediacenter acehbesar,repost
                198001012005011234,Xaverius Wongso,Isian Ditanam,Isian Ditanam,ya,1
                1106014101900077,Zulaikha Ditanam,akun.ditanam,ya,Isian Ditanam,x
                198501012010011007,Zulaikha Ditanam,akun.ditanam,ya,ya,1
                198501012010011007,Zulaikha Ditanam,akun.ditanam,ya,ya,1
                """);

        execute(office, "create unique index planted on unmatched_row (no)");
        String configuration = Files.readString(home.resolve("application.yml"));
        office.write("application.yml", configuration + "\nlogging.structured.format.file: ecs\n");
        Ended failed = debug(office, "run", List.of());
        assertThat(failed.exit()).as(failed.said()).isEqualTo(5);
        String logs = takenLogs();
        assertThat(logs.lines())
                .allSatisfy(line ->
                        assertThat(JSON.readTree(line).path("run").asString("")).isIn("", "se-480-263-2020/" + DATE));
        assertThat(logs.lines())
                .allMatch(line -> JSON.readTree(line).path("rid").asString("").length() == 36)
                .anyMatch(line -> JSON.readTree(line)
                        .path("log")
                        .path("level")
                        .asString("")
                        .equals("DEBUG"));
        office.write("application.yml", configuration);
        execute(office, "drop index planted on unmatched_row");
        Ended killed = debug(office, "restart", List.of("-Drekap.kill=reconcile:4"));
        assertThat(killed.exit()).as(killed.said()).isEqualTo(137);
        String text = takenLogs();
        assertThat(text).contains(" DEBUG [");
        office.write("application.yml", configuration + "\nlogging.structured.format.file: logstash\n");
        Ended done = debug(office, "restart", List.of());
        assertThat(done.exit()).as(done.said()).isZero();

        assertThat(office.published(DATE, "exceptions.csv"))
                .anyMatch(r -> r.get("employee_name").equals("Zulaikha Ditanam"));
        String last = takenLogs();
        assertThat(last.lines()).allMatch(line -> JSON.readTree(line).has("@timestamp"));
        logs += text + last;
        assertThat(logs).contains("reconcile");
        for (String planted : PLANTED) {
            assertThat(failed.said() + killed.said() + done.said()).doesNotContain(planted);
            assertThat(logs).doesNotContain(planted);
            assertThat(batchTables(office)).doesNotContain(planted);
        }
    }

    private static void import_(Office office, String what, String file) {
        Office.Said said =
                office.rekap("import", what, office.home.resolve(file).toString(), "--date", DATE);
        assertThat(said.exit()).as(said.err()).isZero();
    }

    private static Ended debug(Office office, String command, List<String> options)
            throws IOException, InterruptedException {
        return Processes.run(
                office,
                Stream.concat(Stream.of("-Drekap.log.level=DEBUG"), options.stream())
                        .toList(),
                command,
                "--date",
                DATE);
    }

    private String takenLogs() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(home.resolve("logs"))) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
                Files.delete(file);
            }
        }
        return all.toString();
    }

    private static String batchTables(Office office) throws SQLException {
        StringBuilder all = new StringBuilder();
        for (String table : List.of(
                "BATCH_JOB_EXECUTION",
                "BATCH_JOB_EXECUTION_CONTEXT",
                "BATCH_JOB_EXECUTION_PARAMS",
                "BATCH_JOB_INSTANCE",
                "BATCH_STEP_EXECUTION",
                "BATCH_STEP_EXECUTION_CONTEXT")) {
            try (Connection connection = connect(office);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select * from " + table)) {
                while (rows.next()) {
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        all.append(rows.getString(i)).append('\n');
                    }
                }
            }
        }
        assertThat(all.toString()).contains("reconcile").contains("refused a statement");
        return all.toString();
    }

    private static void execute(Office office, String sql) throws SQLException {
        try (Connection connection = connect(office);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(Office office) throws SQLException {
        return DriverManager.getConnection(
                office.database.url(), office.database.username(), office.database.password());
    }
}

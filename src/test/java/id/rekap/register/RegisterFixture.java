package id.rekap.register;

import id.rekap.database.Database;
import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.function.SingletonSupplier;

/** A fresh register on a real server, and files for it. */
final class RegisterFixture {
    static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
    static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    static final Path SAMPLES = Path.of("jobs/samples/register");

    private static final List<String> TABLES =
            List.of("agency", "employee", "employee_number", "register_import", "register_touch", "audit_log");
    private static final Supplier<DataSource> DATABASE = SingletonSupplier.of(RegisterFixture::migrated);

    final JdbcTemplate jdbc;
    final RegisterImport register;
    private final Path directory;
    private int files;

    RegisterFixture(Path directory) {
        this.directory = directory;
        DataSource database = DATABASE.get();
        this.jdbc = new JdbcTemplate(database);
        TABLES.forEach(table -> jdbc.update("delete from " + table));
        Mandate mandate = new Mandates(directory).get("se-480-263-2020");
        this.register = new RegisterImport(
                database,
                mandate,
                RegisterRules.load(directory),
                Clock.fixed(Instant.parse("2026-01-01T17:00:00Z"), ZoneOffset.UTC),
                "operator");
    }

    /** Emptying six tables takes no time. An import takes up to four connections. */
    private static DataSource migrated() {
        TestServer server = TestServer.get();
        return Database.open(Path.of("target"), server.keep(server.freshSchema()), 12)
                .dataSource();
    }

    RegisterFixture withAgencies() {
        register.agencies(SAMPLES.resolve("agencies.csv"), LocalDate.of(2025, 1, 1), false, false);
        return this;
    }

    Path file(String content) {
        try {
            return Files.writeString(directory.resolve("file" + ++files + ".csv"), content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    ImportResult agencies(LocalDate date, String... rows) {
        return register.agencies(
                file("kode,nama,induk,alias,wajib_lapor\n" + String.join("\n", rows)), date, false, false);
    }

    /** Rows of nomor, nama, jenis, kode_opd, status, nomor_lama. */
    ImportResult employees(LocalDate date, @Nullable Group group, String... rows) {
        return employees(date, group, true, rows);
    }

    ImportResult employees(LocalDate date, @Nullable Group group, boolean force, String... rows) {
        Path file = file("nomor,nama,jenis,kode_opd,status,nomor_lama\n" + String.join("\n", rows));
        return register.employees(List.of(file), date, group, false, force, read -> {});
    }

    ImportResult sample(String name, LocalDate date) {
        return register.employees(List.of(SAMPLES.resolve(name)), date, null, false, true, read -> {});
    }

    /** The versions of a date, as text: number, agency, type, status. */
    List<String> on(LocalDate date) {
        return jdbc.queryForList("""
                select concat_ws(' ', no, agency, type, status) from employee
                 where valid_from <= ? and valid_to > ? order by no""", String.class, date, date);
    }

    /** The agencies that imports of the date touched. */
    List<String> touched(LocalDate date) {
        return jdbc.queryForList(
                "select distinct agency from register_touch where effective = ? order by agency", String.class, date);
    }

    int count(String table) {
        Integer rows = jdbc.queryForObject("select count(*) from " + table, Integer.class);
        return rows == null ? 0 : rows;
    }
}

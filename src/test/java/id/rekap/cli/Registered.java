package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Homes whose register is there: it is imported once, each home's database is a copy of that one. */
final class Registered {
    /** Some forty people. */
    static final Registered SAMPLES = new Registered(LocalDate.of(2020, 7, 1), (folder, date) -> {
        for (String file : List.of("agencies.csv", "employees.csv")) {
            Files.copy(SmallOffice.SAMPLES.resolve(file), folder.resolve(file));
        }
    });

    private final LocalDate date;
    private final Register register;
    private final Map<String, Set<PosixFilePermission>> folders = new TreeMap<>();
    private TestServer.@Nullable Original original;

    /** Writes agencies.csv and employees.csv. */
    interface Register {
        void write(Path folder, LocalDate date) throws IOException;
    }

    Registered(LocalDate date, Register register) {
        this.date = date;
        this.register = register;
    }

    /** Whose home has an id of its own, as each has. */
    Office in(Path home, String... configuration) {
        Office office = new Office(home, TestServer.get().copyOf(original()), configuration);
        HomeMark mark = HomeMark.fresh(office.database, false);
        mark.complete(home);
        try {
            for (Map.Entry<String, Set<PosixFilePermission>> folder : folders.entrySet()) {
                Path made = Files.createDirectory(home.resolve(folder.getKey()));
                Files.setPosixFilePermissions(made, folder.getValue());
            }
            Regencies.execute(office, "update home set id = '" + mark.id() + "'");
            return office;
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private synchronized TestServer.Original original() {
        TestServer.Original made = original;
        if (made == null) {
            made = imported();
            original = made;
        }
        return made;
    }

    private TestServer.Original imported() {
        try {
            Path folder = Files.createTempDirectory("registered");
            Office office = new Office(folder);
            Path files = Files.createTempDirectory("register");
            register.write(files, date);
            for (String what : List.of("agencies", "employees")) {
                Said said = office.rekap(
                        "import", what, files.resolve(what + ".csv").toString(), "--date", date.toString());
                assertThat(said.exit()).as(said.err()).isZero();
            }
            try (Stream<Path> in = Files.list(folder)) {
                for (Path made : in.filter(Files::isDirectory).toList()) {
                    folders.put(made.getFileName().toString(), Files.getPosixFilePermissions(made));
                }
            }
            FileSystemUtils.deleteRecursively(folder);
            FileSystemUtils.deleteRecursively(files);
            return TestServer.get().original(office.database);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package id.rekap.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.database.Database;
import id.rekap.intake.Delivery.DroppedFile;
import id.rekap.mandate.Mandates;
import id.rekap.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What fails at one file of one delivery. */
class DeliveryFaultsTest {
    private static final LocalDate DATE = LocalDate.of(2020, 7, 29);
    private static final DroppedFile FILE = new DroppedFile("5.03.01", "daftar.csv", 0, "ab", "ARCHIVED");

    private static final String FAILED = "program gagal membacanya; pengelola menemukan rinciannya di log";

    private static Database database;

    @TempDir
    Path folder;

    private int asked;

    @BeforeAll
    static void open() {
        database = Database.open(Path.of("target"), TestServer.get().freshSchema(), 2);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    /** Its bytes are asked for this often before they are there. */
    private Submission read(int failures, Supplier<? extends Throwable> fault) throws IOException {
        Path file = Files.writeString(folder.resolve("daftar.csv"), "nip,nama,repost\n197503122005011003,Ani,1\n");
        return reader(hash -> asked++ < failures ? DeliveryFaultsTest.<RuntimeException>fail(fault.get()) : file)
                .read(List.of(delivery(1)))
                .get(0)
                .submission();
    }

    private static DeliveryReader reader(Function<String, Path> originals) {
        return new DeliveryReader(
                originals,
                new Mandates(Path.of("none")).get("se-480-263-2020"),
                List.of(),
                new JdbcTemplate(database.dataSource()),
                IntakeBatch.NONE);
    }

    private static Delivery delivery(int batch) {
        return new Delivery(FILE.folder(), DATE, batch, List.of(FILE));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> Path fail(Throwable fault) throws T {
        throw (T) fault;
    }

    private static void isRefusal(Submission read, ExceptionCode code, String found) {
        assertThat(read.verdict()).isEqualTo(DeliveryDecision.REFUSED);
        assertThat(read.notes())
                .extracting(FileNote::code, FileNote::file, FileNote::value)
                .containsExactly(tuple(code, "5.03.01/daftar.csv", found));
    }

    @Test
    void memoryThatOthersHadCostsNoList() throws IOException {
        assertThat(read(1, OutOfMemoryError::new).verdict()).isEqualTo(DeliveryDecision.ACCEPTED);
    }

    @Test
    void memoryThatItAloneNeedsIsItsRefusal() throws IOException {
        isRefusal(
                read(2, OutOfMemoryError::new),
                ExceptionCode.FILE_TOO_LARGE,
                "membacanya perlu memori lebih dari yang ada");
    }

    @Test
    void faultsOfOursAreItsRefusal() throws IOException {
        isRefusal(read(1, StackOverflowError::new), ExceptionCode.FILE_UNREADABLE, FAILED);
        isRefusal(
                read(2, () -> new IllegalStateException("Ani 197503122005011003")),
                ExceptionCode.FILE_UNREADABLE,
                FAILED);
    }

    @Test
    void faultsAtMoreThanAFewListsAreTheProgramsOwn() {
        DeliveryReader reader = reader(hash -> DeliveryFaultsTest.<RuntimeException>fail(new IllegalStateException()));
        assertThat(reader.read(List.of(delivery(1), delivery(2), delivery(3)))).hasSize(3);
        assertThatThrownBy(() -> reader.read(List.of(delivery(4)))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void faultsOfTheDatabaseAndTheDiskAreNobodys() {
        assertThatThrownBy(() -> read(1, () -> new QueryTimeoutException("slow")))
                .isInstanceOf(QueryTimeoutException.class);
        assertThatThrownBy(() -> read(2, () -> new UncheckedIOException(new IOException("no room"))))
                .isInstanceOf(UncheckedIOException.class);
    }
}

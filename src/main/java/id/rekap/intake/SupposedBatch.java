package id.rekap.intake;

import id.rekap.mandate.Mandate;
import id.rekap.value.Sha256;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a run would take and read, as if it had: for a transaction that is rolled back. Files stay where they lie, and the
 * archive is not touched.
 */
public final class SupposedBatch {
    private final JdbcTemplate jdbc;
    private final Path home;
    private final Mandate mandate;
    private final List<Mandate> others;
    private final Supposed batch;
    private final Map<String, Path> lying = new HashMap<>();
    private Map<String, Integer> taken = Map.of();

    /** @param among tells it from others that are supposed at the same time */
    public SupposedBatch(
            JdbcTemplate jdbc, Path home, Mandate mandate, List<Mandate> others, LocalDate date, int among) {
        this.jdbc = jdbc;
        this.home = home;
        this.mandate = mandate;
        this.others = others;
        this.batch = Supposed.of(date, among);
    }

    /** Takes up what was decided, and looks at the inbox. */
    public void take(Duration quiet, Instant now, Function<String, Optional<String>> agencyOfFolder)
            throws IOException {
        taken = batch.takeUp(jdbc, mandate.id());
        Inbox inbox = new Inbox(home.resolve("inbox"), quiet);
        List<Inbox.Seen> seen = inbox.files(now);
        new IntakeRecords(jdbc).list(batch.date(), batch.batch(), seen, agencyOfFolder);
        for (Inbox.Seen file : seen) {
            boolean isAnAgencys = Inbox.agency(file.folder(), agencyOfFolder).isPresent() && !file.isSubfolder();
            if (isAnAgencys && file.regular()) {
                take(inbox, file);
            }
        }
    }

    private void take(Inbox inbox, Inbox.Seen file) throws IOException {
        try {
            String sha256 = Sha256.hex(inbox.path(file));
            lying.put(sha256, inbox.path(file));
            record(file, file.text() ? "ARCHIVED" : "UNSAFE", sha256);
        } catch (NoSuchFileException e) {
            record(file, "LEFT", null);
        } catch (AccessDeniedException e) {
            record(file, "CLOSED", null);
        }
    }

    private void record(Inbox.Seen file, String state, @Nullable String sha256) {
        jdbc.update(
                "update intake_file set state = ?, sha256 = ? where received_on = ? and batch = ? and folder = ? and name = ? and blanks = ?",
                state,
                sha256,
                batch.date(),
                batch.batch(),
                file.folder(),
                file.name(),
                IntakeRecords.blanks(file));
    }

    /** Reads what no run of the mandate has read yet, and what {@link #take} took. */
    public void read(IntakeBatch lastRead) {
        Archive archive = new Archive(home.resolve("archive"));
        Submissions submissions = new Submissions(jdbc, mandate.id());
        DeliveryReader reader = new DeliveryReader(
                sha256 -> lying.getOrDefault(sha256, archive.path(sha256)), mandate, others, jdbc, lastRead);
        submissions
                .toRead(lastRead, new IntakeBatch(batch.date(), batch.batch()))
                .forEach((agency, deliveries) -> {
                    List<ReadDelivery> read = new ArrayList<>();
                    int number = taken.getOrDefault(agency, 0);
                    for (ReadDelivery one : reader.read(deliveries)) {
                        boolean isSupposed = one.submission().batch() == batch.batch();
                        read.add(isSupposed ? one : batch.earlier(one, number++));
                    }
                    submissions.write(read);
                });
    }
}

package id.rekap.intake;

import id.rekap.value.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A file as if its agency had dropped it alone, for a transaction that is rolled back. Its bytes stay where they lie: the
 * archive is not touched.
 *
 * @param batch after every real batch of the date, so nothing that a night writes has the same key
 */
public record TrialDrop(Path file, String sha256, long size, String agency, LocalDate date, int batch) {
    /** No folder of the inbox has this name, so the file is not taken for an earlier one of the same name. */
    private static final String FOLDER = ".";

    /**
     * Supposes a drop.
     *
     * @param among tells it from others that are supposed at the same time
     */
    public static TrialDrop of(Path file, String agency, LocalDate date, int among) throws IOException {
        return new TrialDrop(
                file,
                Sha256.hex(file),
                Files.size(file),
                agency,
                date,
                Supposed.of(date, among).batch());
    }

    /** As messages name it. */
    public String path() {
        return FOLDER + "/" + file.getFileName();
    }

    /** Records it as a batch records a file that it has archived. */
    public void record(JdbcTemplate jdbc) {
        jdbc.update("""
                insert into intake_file (received_on, batch, folder, name, agency, size, modified, sha256, state, blanks)
                values (?, ?, ?, ?, ?, ?, 0, ?, 'ARCHIVED', 0)""", date, batch, FOLDER, String.valueOf(file.getFileName()), agency, size, sha256);
    }

    /**
     * Supposes that the lists are in force which somebody has accepted since the last batch.
     *
     * @return how many of this agency
     */
    public int takeUp(JdbcTemplate jdbc, String mandate) {
        return supposed().takeUp(jdbc, mandate).getOrDefault(agency, 0);
    }

    private Supposed supposed() {
        return new Supposed(date, batch);
    }

    /**
     * Keeps what the agency has dropped and no night has read yet, and this file as the last of it.
     *
     * @param before as many are supposed already
     */
    public void write(List<ReadDelivery> read, int before, Submissions submissions) {
        List<ReadDelivery> own = new ArrayList<>();
        for (ReadDelivery real : read.subList(0, read.size() - 1)) {
            own.add(supposed().earlier(real, before + own.size()));
        }
        own.add(read.get(read.size() - 1));
        submissions.write(own);
    }

    /** As a night would find it. */
    public Delivery delivery() {
        return new Delivery(
                agency,
                date,
                batch,
                List.of(new Delivery.DroppedFile(FOLDER, String.valueOf(file.getFileName()), 0, sha256, "ARCHIVED")));
    }

    /** The batches before it: all that are real. */
    public IntakeBatch before() {
        return supposed().before();
    }

    /** Supposes, too, that it was held and that somebody has accepted it. */
    public void accept(JdbcTemplate jdbc, String mandate) {
        supposed().accept(jdbc, mandate, agency, date, batch);
    }
}

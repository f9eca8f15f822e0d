package id.rekap.intake;

import id.rekap.files.Durable;
import id.rekap.files.Modes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What the archive's files were: from which folder, under which name, of which batch. It lies beside them, so that they can
 * be given back to a database that has lost this. It is only appended to, by the owner of the inbox, and is on the disk
 * before a file leaves the inbox: what a crash cuts off is written again, so a batch may stand there twice, and is never
 * missing. Where a database had lost a batch and took other files under its number, both stand there.
 */
public final class Journal {
    static final String NAME = "journal.jsonl";

    private final Path archive;
    private final Path file;

    public Journal(Path archive) {
        this.archive = archive;
        this.file = archive.resolve(NAME);
    }

    /**
     * What it holds.
     *
     * @param records in order
     * @param disputed those under whose number a database may hold another batch
     * @param torn lines that could not be read: hardly more than one that a crash has torn
     */
    public record Found(List<JournalBatch> records, Set<IntakeBatch> disputed, int torn) {}

    public boolean exists() {
        return Files.exists(file);
    }

    /** Of an archive that has none yet. Nothing of it is there before all of it is. */
    void begin(long owner, Consumer<Consumer<JournalBatch>> records) throws IOException {
        Path fresh = archive.resolve(Archive.COPY + owner + "-" + NAME);
        Files.deleteIfExists(fresh);
        records.accept(taken -> {
            try {
                append(fresh, JournalLines.of(List.of(taken)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        if (Files.exists(fresh)) {
            Durable.all(List.of(fresh));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            Durable.all(List.of(archive));
        }
    }

    /** One write and one sync, however many files there are. */
    void append(List<JournalBatch> records) throws IOException {
        if (!records.isEmpty()) {
            append(JournalLines.of(records));
        }
    }

    /** The batches of a date are taken back, their files lie in the inbox again. */
    public void takeBack(LocalDate date) throws IOException {
        if (exists()) {
            append(JournalLines.takenBack(date));
        }
    }

    private void append(byte[] lines) throws IOException {
        append(file, lines);
        Durable.all(List.of(file));
    }

    static void append(Path to, byte[] lines) throws IOException {
        Modes.OPERATORS.makeFile(to);
        boolean isTorn = isTorn(to);
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer rest = ByteBuffer.allocate(lines.length + 1);
            if (isTorn) {
                rest.put((byte) '\n');
            }
            rest.put(lines).flip();
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }

    /** Did a crash cut off its last line? */
    private static boolean isTorn(Path journal) throws IOException {
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    /**
     * Reads it whole.
     *
     * @param wanted the batches that are looked for: memory goes by them, not by the journal
     */
    public Found read(Predicate<IntakeBatch> wanted) throws IOException {
        JournalLines lines = new JournalLines(wanted);
        // what is no text becomes a line that cannot be read
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isEmpty()) {
                    lines.read(line);
                }
            }
        }
        return new Found(lines.records(), lines.disputed(), lines.torn());
    }
}

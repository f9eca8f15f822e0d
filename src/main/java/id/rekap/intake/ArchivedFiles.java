package id.rekap.intake;

import id.rekap.files.Durable;
import id.rekap.files.Modes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Files of a date as they lay in the inbox before they were taken, from their copies in the archive; chats as they were kept,
 * without their senders.
 */
public final class ArchivedFiles {
    private final Path inbox;
    private final Archive archive;
    private final JdbcTemplate jdbc;

    public ArchivedFiles(Path home, JdbcTemplate jdbc) {
        this.inbox = home.resolve("inbox");
        this.archive = new Archive(home.resolve("archive"));
        this.jdbc = jdbc;
    }

    private record Original(String folder, String name, long modified, String sha256) {}

    /**
     * Puts them back, the later one of a name; where something lies there by now it stays, for it would have taken the place
     * of the one before.
     *
     * @return how many lie there
     */
    public int toInbox(LocalDate receivedOn) throws IOException {
        List<Original> originals = jdbc.query(
                """
                select folder, name, modified, sha256, batch from intake_file
                where received_on = ? and sha256 is not null and state in ('ARCHIVED', 'UNSAFE')
                union all
                select '_whatsapp', name, 0, sha256, batch from chat
                where received_on = ? and sha256 is not null and refusal is null
                order by batch desc""",
                (r, i) -> new Original(
                        r.getString("folder"), r.getString("name"), r.getLong("modified"), r.getString("sha256")),
                receivedOn,
                receivedOn);
        return toInbox(originals);
    }

    /** Puts files of the archive back, where nothing lies in their place. */
    public void toInbox(Collection<JournalBatch.File> files) throws IOException {
        List<Original> originals = new ArrayList<>();
        for (JournalBatch.File file : files) {
            String sha256 = file.sha256();
            if (sha256 != null) {
                originals.add(new Original(file.folder(), file.name(), file.modified(), sha256));
            }
        }
        toInbox(originals);
    }

    private int toInbox(List<Original> originals) throws IOException {
        Set<Path> folders = new LinkedHashSet<>();
        for (Original original : originals) {
            Path folder = DiskName.in(inbox, original.folder());
            if (!Files.isDirectory(folder)) {
                Modes.PASSAGE.makeFolders(folder);
            }
            put(original, folder);
            folders.add(folder);
        }
        Durable.all(folders);
        return originals.size();
    }

    private void put(Original original, Path folder) throws IOException {
        Path place = DiskName.in(folder, original.name());
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        // a name that is left alone until it is whole
        Path fresh = Files.createTempFile(folder, ".rekap-", ".part");
        Files.copy(archive.path(original.sha256()), fresh, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(fresh, FileTime.fromMillis(original.modified()));
        Durable.all(List.of(fresh));
        Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
    }
}

package id.rekap.evidence;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads a delivery of an official account's export. */
public final class ExportReader {
    /** Of a hundred followers, so many must be in it: some leave between the look at the profile and the export. */
    private static final int PERCENT = 99;

    /** An archive without entries. */
    private static final byte[] NO_ENTRIES = Arrays.copyOf(new byte[] {'P', 'K', 5, 6}, 22);

    private static final byte[] NO_CONTENT = "-\n".getBytes(StandardCharsets.US_ASCII);

    private ExportReader() {}

    /**
     * What is kept of a file that lies where lists are dropped: where it is an export, one of its form without anybody in it.
     *
     * @return null where it may be kept as it is
     */
    public static byte @Nullable [] keptInstead(Path file, String name) {
        if (!ExportFiles.isFollowers(file, name)) {
            return null;
        }
        return (ExportFile.of(name, InputStream::nullInputStream) == null ? NO_ENTRIES : NO_CONTENT).clone();
    }

    /**
     * Reads all files of a delivery and says what they prove, or why they prove nothing.
     *
     * @param delivery all files of the account that lie there, those of subfolders included
     * @param most names that may be in memory; an export with more is {@link ExportProblem#TOO_LARGE}
     * @throws IOException where the disk fails; whatever is wrong with the files is part of the answer
     */
    public static FollowersExport read(List<Path> delivery, int most) throws IOException {
        @Nullable Integer control = null;
        Entries entries = new Entries(most);
        try (ExportFiles files = ExportFiles.of(delivery)) {
            control = ControlTotal.of(files.control());
            for (ExportFile file : files.followers()) {
                read(file, entries);
            }
            return reconciled(files, entries, control);
        } catch (ExportRefused e) {
            return refused(null, entries, control, e);
        }
    }

    private static FollowersExport reconciled(ExportFiles files, Entries entries, @Nullable Integer control) {
        LocalDate date =
                files.dates().isEmpty() ? entries.newestDay() : files.dates().last();
        try {
            check(files, entries, control, date);
            return new FollowersExport(
                    date, entries.names().size(), entries.refused(), control, null, "", entries.names());
        } catch (ExportRefused e) {
            return refused(date, entries, control, e);
        }
    }

    private static void check(ExportFiles files, Entries entries, @Nullable Integer control, @Nullable LocalDate date)
            throws ExportRefused {
        if (files.followers().isEmpty()) {
            throw new ExportRefused(ExportProblem.NO_FOLLOWERS, "");
        }
        if (date == null || files.isPageUndated()) {
            throw new ExportRefused(ExportProblem.DATE_MISSING, "");
        }
        if (files.dates().size() > 1) {
            throw new ExportRefused(ExportProblem.DATES_DIFFER, files.dates().first() + ", " + date);
        }
        if (files.gap() > 0) {
            throw new ExportRefused(ExportProblem.GAP, "followers_" + files.gap());
        }
        if (control == null) {
            throw new ExportRefused(ExportProblem.CONTROL_MISSING, ControlTotal.FILE);
        }
        if (100L * entries.names().size() < (long) PERCENT * control) {
            throw new ExportRefused(ExportProblem.SHORT, entries.names().size() + " / " + control);
        }
    }

    private static void read(ExportFile file, Entries entries) throws IOException, ExportRefused {
        try (InputStream in = file.opener().open()) {
            if (file.isPage()) {
                FollowersPage.read(in, entries);
            } else {
                FollowersJson.read(in, entries);
            }
        } catch (ZipException | EOFException e) {
            throw new ExportRefused(ExportProblem.BROKEN, "ZIP");
        }
    }

    private static FollowersExport refused(
            @Nullable LocalDate date, Entries entries, @Nullable Integer control, ExportRefused e) {
        return new FollowersExport(
                date, entries.names().size(), entries.refused(), control, e.problem(), e.detail(), new FollowerNames());
    }
}

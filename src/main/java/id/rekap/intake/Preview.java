package id.rekap.intake;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.mandate.Mandate;
import id.rekap.tabular.FileRefused;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a night would take from the inbox now; nothing is moved or written. */
public final class Preview {
    private final Inbox inbox;
    private final ListReader reader;

    public Preview(Path home, Duration quietPeriod, Mandate mandate) {
        this.inbox = new Inbox(home.resolve("inbox"), quietPeriod);
        this.reader = new ListReader(mandate);
    }

    /**
     * One file.
     *
     * @param agency the agency that its folder means, empty where it means none
     * @param rows data rows, 0 where it would be refused
     * @param refusedFor the code for which it would be refused or left, null where it would be read
     */
    public record Line(
            String file, String agency, int rows, @Nullable ExceptionCode refusedFor, String found) {}

    public List<Line> lines(Instant now, Function<String, Optional<String>> agencyOfFolder) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (Inbox.Seen seen : inbox.files(now)) {
            String file = seen.place();
            Optional<String> agency = Inbox.agency(seen.folder(), agencyOfFolder);
            lines.add(
                    agency.isEmpty() || seen.isSubfolder()
                            ? new Line(
                                    file,
                                    agency.orElse(""),
                                    0,
                                    ExceptionCode.FOLDER_UNKNOWN,
                                    seen.isSubfolder() ? file : seen.folder())
                            : line(seen, file, agency.get()));
        }
        return lines;
    }

    private Line line(Inbox.Seen seen, String file, String agency) throws IOException {
        if (!seen.regular() || !seen.text()) {
            return new Line(
                    file, agency, 0, ExceptionCode.FILE_UNSAFE, "tautan, perangkat, atau nama yang tidak dapat dibaca");
        }
        try {
            int rows = reader.read(inbox.path(seen), file, "", 0, row -> {}).rows();
            return new Line(file, agency, rows, null, "");
        } catch (FileRefused e) {
            return new Line(file, agency, 0, e.code(), e.found());
        } catch (AccessDeniedException | NoSuchFileException e) {
            return new Line(
                    file,
                    agency,
                    0,
                    ExceptionCode.FILE_UNREADABLE,
                    "tidak ada izin untuk membacanya, atau sudah hilang");
        }
    }
}

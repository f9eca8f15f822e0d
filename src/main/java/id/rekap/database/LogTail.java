package id.rekap.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last errors of the server's log, short enough for a message. */
final class LogTail {
    private static final int LINES = 3;

    private LogTail() {}

    static String of(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "nothing";
        }
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        List<String> errors = lines.stream()
                .filter(line -> line.contains("[ERROR]") || line.contains("error while loading"))
                .toList();
        List<String> told = errors.isEmpty() ? lines : errors;
        return String.join(" | ", told.subList(Math.max(0, told.size() - LINES), told.size()));
    }
}

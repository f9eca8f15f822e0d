package id.rekap.register;

import id.rekap.mandate.Mandate;
import id.rekap.value.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an import is made of beside the register: files of the same content, read by the same rules, say the same of everybody.
 *
 * @param hashes SHA-256 of each file, in hex; empty where one cannot be read
 * @param as SHA-256 over them, the rules and the group that was asked for, in hex
 */
record FilesRead(List<String> hashes, String as) {
    /** Raised when the same row would be read as something else. */
    private static final int RULES = 1;

    FilesRead {
        hashes = List.copyOf(hashes);
    }

    static FilesRead of(ImportRequest request, Mandate mandate, RegisterRules rules) {
        List<String> hashes = hashes(request.files());
        String all = String.join("\0", hashes);
        String read = RULES + "\0" + mandate.version() + "\0" + rules.version() + "\0" + request.group() + "\0" + all;
        return new FilesRead(hashes, Sha256.hex(read));
    }

    static List<String> hashes(List<Path> files) {
        List<String> hashes = new ArrayList<>();
        for (Path file : files) {
            try {
                hashes.add(Sha256.hex(file));
            } catch (IOException itsReaderTells) {
                return List.of();
            }
        }
        return hashes;
    }
}

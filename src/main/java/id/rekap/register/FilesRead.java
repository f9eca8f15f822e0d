package id.rekap.register;

import id.rekap.mandate.Mandate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
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
        return new FilesRead(hashes, HexFormat.of().formatHex(sha256().digest(read.getBytes(StandardCharsets.UTF_8))));
    }

    static List<String> hashes(List<Path> files) {
        List<String> hashes = new ArrayList<>();
        for (Path file : files) {
            MessageDigest digest = sha256();
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException itsReaderTells) {
                return List.of();
            }
            hashes.add(HexFormat.of().formatHex(digest.digest()));
        }
        return hashes;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java without SHA-256", e);
        }
    }
}

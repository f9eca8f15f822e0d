package id.rekap.intake;

import id.rekap.files.Durable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Originals of submissions, immutable, named by SHA-256. */
public final class Archive {
    private final Path root;

    public Archive(Path root) {
        this.root = root;
    }

    public Path path(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** A copy that has its bytes but not yet its name. */
    record Copy(Path temporary, String sha256, boolean isNew) {}

    /** Copies what an open file holds and hashes what was copied; {@link #keepAll} makes it durable and names it. */
    Copy copy(InputStream in) throws IOException {
        Files.createDirectories(root);
        Path temporary = Files.createTempFile(root, ".copy-", "");
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(temporary, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        boolean isNew = !Files.exists(path(hash));
        if (!isNew) {
            Files.delete(temporary);
        }
        return new Copy(temporary, hash, isNew);
    }

    /**
     * Makes copies durable and gives them their names: bytes first, then names, so that a name never stands for bytes that
     * a power cut has taken. Two equal files end as one.
     */
    void keepAll(List<@Nullable Copy> copies) throws IOException {
        List<Copy> fresh = new ArrayList<>();
        for (Copy copy : copies) {
            if (copy != null && copy.isNew()) {
                fresh.add(copy);
            }
        }
        if (fresh.isEmpty()) {
            return;
        }
        Durable.all(fresh.stream().map(Copy::temporary).toList());
        List<Path> named = new ArrayList<>();
        for (Copy copy : fresh) {
            Path kept = path(copy.sha256());
            Files.createDirectories(kept.getParent());
            Files.move(copy.temporary(), kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            named.add(kept.getParent());
        }
        named.add(root);
        Durable.all(new LinkedHashSet<>(named));
    }

    /** Removes what a crash left half copied. */
    void sweep() throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (var left = Files.newDirectoryStream(root, ".copy-*")) {
            for (Path copy : left) {
                Files.deleteIfExists(copy);
            }
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

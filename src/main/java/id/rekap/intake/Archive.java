package id.rekap.intake;

import id.rekap.files.Durable;
import id.rekap.files.Modes;
import id.rekap.value.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Originals of submissions, immutable, named by SHA-256. */
public final class Archive {
    /** Bytes: a file below this is read once, and hashed and written only where the archive has not got it. */
    private static final int IN_MEMORY = 8 << 20;

    static final String COPY = ".copy-";
    private static final Pattern OWNED = Pattern.compile("\\.copy-(\\d{1,18})-.*");

    private final Path root;

    public Archive(Path root) {
        this.root = root;
    }

    public Path path(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /**
     * A copy that has its bytes but not yet its name; no temporary file where the archive had these bytes already.
     *
     * @param crc32 of the same bytes; null for a large file
     */
    record Copy(
            @Nullable Path temporary,
            String sha256,
            @Nullable Long crc32) {}

    /**
     * Copies what an open file holds and hashes what was copied; {@link #keepAll} makes it durable and names it.
     *
     * @param owner the token of who copies
     * @param known what the file may hold again: then it is not hashed
     */
    Copy copy(InputStream in, long owner, @Nullable KnownFile known) throws IOException {
        byte[] start = in.readNBytes(IN_MEMORY);
        if (start.length < IN_MEMORY) {
            return copySmall(start, owner, known);
        }
        MessageDigest digest = Sha256.digest();
        digest.update(start);
        return copyLarge(copyOf(start, owner), in, digest);
    }

    private Copy copySmall(byte[] bytes, long owner, @Nullable KnownFile known) throws IOException {
        long crc32 = KnownFile.crc32(bytes);
        if (known != null && known.isOf(bytes, crc32, path(known.sha256()))) {
            return new Copy(null, known.sha256(), crc32);
        }
        String hash = Sha256.hex(bytes);
        return new Copy(isKept(hash) ? null : copyOf(bytes, owner), hash, crc32);
    }

    private Copy copyLarge(Path temporary, InputStream rest, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(temporary, StandardOpenOption.APPEND)) {
            for (int n = rest.read(buffer); n >= 0; n = rest.read(buffer)) {
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw notCopied(e);
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        if (isKept(hash)) {
            Files.delete(temporary);
            return new Copy(null, hash, null);
        }
        return new Copy(temporary, hash, null);
    }

    /** Writes something that is to be kept. */
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /**
     * Keeps what is written, durably and under its name.
     *
     * @param owner the token of who writes
     * @return its SHA-256
     */
    public String keep(long owner, Writing writing) throws IOException {
        Path temporary = copyOf(new byte[0], owner);
        MessageDigest digest = Sha256.digest();
        try (OutputStream out = new DigestOutputStream(
                new BufferedOutputStream(Files.newOutputStream(temporary, StandardOpenOption.APPEND)), digest)) {
            writing.to(out);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        keepAll(List.of(new Copy(temporary, hash, null)));
        return hash;
    }

    private Path copyOf(byte[] bytes, long owner) throws IOException {
        try {
            Modes.OPERATORS.makeFolders(root);
            Path temporary = Files.createTempFile(root, COPY + owner + "-", "");
            return Files.write(temporary, bytes);
        } catch (IOException e) {
            throw notCopied(e);
        }
    }

    private Path folder(Path kept) {
        Path folder = kept.getParent();
        return folder == null ? root : folder;
    }

    private IOException notCopied(IOException why) {
        return new IOException(
                "A file cannot be copied into " + root + ". Make room or correct its rights, then restart", why);
    }

    private boolean isKept(String hash) {
        return Files.exists(path(hash));
    }

    /**
     * Makes copies durable and gives them their names: bytes first, then names, so that a name never stands for bytes that
     * a power cut has taken. Two equal files end as one.
     */
    void keepAll(List<@Nullable Copy> copies) throws IOException {
        record Fresh(Path temporary, Path kept) {}
        List<Fresh> fresh = new ArrayList<>();
        for (Copy copy : copies) {
            if (copy != null && copy.temporary() != null) {
                fresh.add(new Fresh(copy.temporary(), path(copy.sha256())));
            }
        }
        if (fresh.isEmpty()) {
            return;
        }
        try {
            Durable.all(fresh.stream().map(Fresh::temporary).toList());
            List<Path> named = new ArrayList<>();
            for (Fresh copy : fresh) {
                Path folder = folder(copy.kept());
                Modes.OPERATORS.makeFolders(folder);
                Files.move(
                        copy.temporary(),
                        copy.kept(),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
                named.add(folder);
            }
            named.add(root);
            Durable.all(new LinkedHashSet<>(named));
        } catch (IOException e) {
            throw notCopied(e);
        }
    }

    /** Removes what a crash left half copied; what is a later owner's stays. */
    void sweep(long owner) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (var left = Files.newDirectoryStream(root, COPY + "*")) {
            for (Path copy : left) {
                Matcher owned = OWNED.matcher(String.valueOf(copy.getFileName()));
                if (!owned.matches() || Long.parseLong(owned.group(1)) <= owner) {
                    Files.deleteIfExists(copy);
                }
            }
        }
    }
}

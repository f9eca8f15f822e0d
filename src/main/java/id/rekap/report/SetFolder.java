package id.rekap.report;

import id.rekap.files.Durable;
import id.rekap.files.Fence;
import id.rekap.value.Sha256;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The folder that a set is written into: gives each file its mode and keeps its size and hash for the manifest. Several
 * files may be written at a time.
 */
final class SetFolder {
    /** Most files are not much longer; what comes in larger pieces goes by it. */
    private static final int BUFFER = 1 << 14;

    private final Path root;
    private final @Nullable Path before;
    private final Fence fence;
    private final Map<Path, Audience> made = new ConcurrentHashMap<>();
    private final List<PublishedSet.Output> outputs = Collections.synchronizedList(new ArrayList<>());

    /**
     * Whatever an attempt left there goes. Closed to others until the set is whole.
     *
     * @param before a set that stands, whose files may be kept
     */
    SetFolder(Path root, @Nullable Path before, Fence fence) throws IOException {
        this.root = root;
        this.before = before;
        this.fence = fence;
        fence.look();
        Trees.delete(root);
        Files.createDirectory(root);
        Audience.OWNER.mayEnter(root);
    }

    /** Writes one file; path with slashes, below the folder. */
    PublishedSet.Output write(String path, Audience audience, Body body) throws IOException {
        fence.look();
        Path file = root.resolve(path);
        makeParents(file, audience);
        Measured measured = new Measured(Files.newOutputStream(file));
        try (OutputStream out = new BufferedOutputStream(measured, BUFFER)) {
            body.writeTo(out);
        }
        audience.mayRead(file);
        PublishedSet.Output output =
                new PublishedSet.Output(path, measured.sha256(), measured.bytes, measured.sum.getValue());
        outputs.add(output);
        return output;
    }

    /** Has the set before this file still, as it was made? */
    boolean isBefore(PublishedSet.Output output) {
        if (before == null || !Files.isRegularFile(before.resolve(output.path()), LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        CRC32 sum = new CRC32();
        long bytes = 0;
        byte[] some = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(before.resolve(output.path()))) {
            for (int read = in.read(some); read > 0; read = in.read(some)) {
                sum.update(some, 0, read);
                bytes += read;
            }
        } catch (IOException e) {
            return false; // it is made anew
        }
        return bytes == output.bytes() && sum.getValue() == output.crc32();
    }

    /** Gives a file that {@linkplain #isBefore is before} a second name here; a copy where the disk makes no links. */
    void keep(PublishedSet.Output output, Audience audience) throws IOException {
        fence.look();
        Path earlier = Objects.requireNonNull(before).resolve(output.path());
        Path file = root.resolve(output.path());
        makeParents(file, audience);
        try {
            Files.createLink(file, earlier);
        } catch (UnsupportedOperationException | IOException impossible) {
            Files.copy(earlier, file, StandardCopyOption.REPLACE_EXISTING);
        }
        audience.mayRead(file);
        outputs.add(output);
    }

    /** By path. */
    List<PublishedSet.Output> outputs() {
        outputs.sort(Comparator.comparing(PublishedSet.Output::path, CodePoints::compare));
        return List.copyOf(outputs);
    }

    /** Most of the set is written. */
    void ahead() {
        Durable.ahead(root);
    }

    /** The set is whole: opens it to its readers and brings it to the disk. */
    void complete() throws IOException {
        Audience.EVERYONE.mayEnter(root);
        Durable.tree(root);
    }

    /** Those of one agency are made by one thread; only the folder above them is asked for by several. */
    private void makeParents(Path file, Audience audience) throws IOException {
        Path below = root.relativize(file);
        Path directory = root;
        for (int i = 0; i < below.getNameCount() - 1; i++) {
            directory = directory.resolve(below.getName(i));
            try {
                made.computeIfAbsent(directory, fresh -> made(fresh, audience));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
    }

    private static Audience made(Path directory, Audience audience) {
        try {
            Files.createDirectory(directory);
            audience.mayEnter(directory);
            return audience;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hashes and counts what goes through, so that nothing is read or asked for again. */
    private static final class Measured extends FilterOutputStream {
        private final MessageDigest digest = Sha256.digest();
        private final CRC32 sum = new CRC32();
        private long bytes;

        Measured(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            digest.update(some, from, length);
            sum.update(some, from, length);
            bytes += length;
        }

        String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    /** What goes into a file. The stream is closed by the folder. */
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }
}

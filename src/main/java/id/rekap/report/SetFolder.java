package id.rekap.report;

import id.rekap.files.Durable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * The folder that a set is written into: gives each file its mode and keeps its size and hash for the manifest. Several
 * files may be written at a time.
 */
final class SetFolder {
    private static final int BUFFER = 1 << 16;

    private final Path root;
    private final List<PublishedSet.Output> outputs = Collections.synchronizedList(new ArrayList<>());

    /** Whatever an attempt left there goes. Closed to others until the set is whole. */
    SetFolder(Path root) throws IOException {
        this.root = root;
        Trees.delete(root);
        Files.createDirectory(root);
        Audience.OWNER.mayRead(root);
    }

    /** Writes one file; path with slashes, below the folder. */
    void write(String path, Audience audience, Body body) throws IOException {
        Path file = root.resolve(path);
        makeParents(file, audience);
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest);
                OutputStream buffered = new BufferedOutputStream(out, BUFFER)) {
            body.writeTo(buffered);
        }
        audience.mayRead(file);
        outputs.add(new PublishedSet.Output(path, HexFormat.of().formatHex(digest.digest()), Files.size(file)));
    }

    /** By path. */
    List<PublishedSet.Output> outputs() {
        outputs.sort(Comparator.comparing(PublishedSet.Output::path, CodePoints::compare));
        return List.copyOf(outputs);
    }

    /** The set is whole: opens it to its readers and brings it to the disk. */
    void complete() throws IOException {
        Audience.EVERYONE.mayRead(root);
        Durable.all(Trees.everything(root));
    }

    private synchronized void makeParents(Path file, Audience audience) throws IOException {
        Path below = root.relativize(file);
        Path directory = root;
        for (int i = 0; i < below.getNameCount() - 1; i++) {
            directory = directory.resolve(below.getName(i));
            if (!Files.isDirectory(directory)) {
                Files.createDirectory(directory);
                audience.mayRead(directory);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** What goes into a file. The stream is closed by the folder. */
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }
}

package id.rekap.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.value.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The known name is no hash here: who returns it has compared, who returns a hash has hashed. */
class KnownFileTest {
    private static final String NAME = "0".repeat(64);
    /** More than one buffer. */
    private static final byte[] BYTES = "nip,repost\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path root;

    private Archive archive;
    private Path kept;

    @BeforeEach
    void keep() throws IOException {
        archive = new Archive(root);
        kept = archive.path(NAME);
        Files.createDirectories(kept.getParent());
        Files.write(kept, BYTES);
    }

    private Archive.Copy copy(byte[] inbox) throws IOException {
        return archive.copy(new ByteArrayInputStream(inbox), 1, new KnownFile(NAME, KnownFile.crc32(BYTES)));
    }

    private void assertHashed(byte[] inbox) throws IOException {
        Archive.Copy copy = copy(inbox);
        assertThat(copy.sha256()).isEqualTo(Sha256.hex(inbox));
        assertThat(copy.temporary()).isNotNull().hasBinaryContent(inbox);
    }

    private static byte[] changed(int at) {
        byte[] changed = BYTES.clone();
        changed[at] ^= 1;
        return changed;
    }

    @Test
    void theSameBytesAreNeitherHashedNorWritten() throws Exception {
        assertThat(copy(BYTES)).isEqualTo(new Archive.Copy(null, NAME, KnownFile.crc32(BYTES)));
    }

    @Test
    void otherBytesAreHashed() throws Exception {
        assertHashed(changed(0));
        assertHashed(changed(BYTES.length - 1));
        assertHashed(Arrays.copyOf(BYTES, BYTES.length - 1));
        assertHashed(new byte[0]);
    }

    @Test
    void aCopyThatIsNotWhatWasHashedIsNotBelieved() throws Exception {
        Files.write(kept, changed(70_000));
        assertHashed(BYTES);
        // the changed copy itself comes back
        assertHashed(changed(70_000));
        Files.write(kept, Arrays.copyOf(BYTES, 70_000));
        assertHashed(BYTES);
        Files.write(kept, Arrays.copyOf(BYTES, BYTES.length + 1));
        assertHashed(BYTES);
        Files.delete(kept);
        assertHashed(BYTES);
        Files.createDirectory(kept);
        assertHashed(BYTES);
    }
}

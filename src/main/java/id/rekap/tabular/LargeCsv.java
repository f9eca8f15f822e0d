package id.rekap.tabular;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The one sheet of a CSV that is too large to be kept: its bytes are read from the file by each walk, a window at a time. */
final class LargeCsv implements Sheet {
    /** Larger than any list may be; only a register has files of this size. */
    static final long FROM = Limits.OF_THE_CONTRACT.bytes();

    private static final int WINDOW = 4 << 20;

    private final Path file;
    private final Encoding encoding;
    private final CsvSheet head;
    private final boolean isUnquoted;
    private final Limits limits;

    private LargeCsv(Path file, LargeText text, CsvSheet head, Limits limits) {
        this.file = file;
        this.encoding = text.encoding();
        this.head = head;
        this.isUnquoted =
                !text.hasQuote() && encoding.keepsAscii() && head.delimiter().character() < 0x80;
        this.limits = limits;
    }

    static LargeCsv of(Path file, Limits limits) throws FileRefused, IOException {
        LargeText text = LargeText.of(file);
        return new LargeCsv(file, text, CsvSheet.layout(text.head(), text.encoding(), limits), limits);
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public Rows open() {
        try {
            return rows(Files.newInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever reads the stream closes it, and so does a failure. */
    private Rows rows(InputStream in) throws IOException {
        try {
            in.skipNBytes(encoding.start());
            if (isUnquoted) {
                // what is skipped is ASCII here, a byte a character
                in.skipNBytes(head.skipped());
                return new Windows(in);
            }
            var decoder = encoding.charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            InputStreamReader reader = new InputStreamReader(in, decoder);
            reader.skip(head.skipped());
            return new CsvRows(
                    new CsvGuard(reader, head.delimiter(), limits),
                    head.delimiter().character(),
                    limits);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Whole lines of the file, a window after the other. */
    private final class Windows implements Rows {
        private final InputStream in;
        private byte[] rest = {};
        private boolean isLast;
        private CsvLines lines;

        Windows(InputStream in) {
            this.in = in;
            this.lines = lines(new byte[0], 0);
        }

        private CsvLines lines(byte[] window, int before) {
            return new CsvLines(
                    window, 0, before, encoding.charset(), head.delimiter().character(), limits);
        }

        @Override
        public @Nullable Row next() throws FileRefused {
            Row row = lines.next();
            while (row == null && !isLast) {
                lines = lines(window(), lines.row());
                row = lines.next();
            }
            return row;
        }

        private byte[] window() {
            try {
                InputStream all = new SequenceInputStream(new ByteArrayInputStream(rest), in);
                byte[] read = all.readNBytes(rest.length + WINDOW);
                isLast = read.length < rest.length + WINDOW;
                int end = isLast ? read.length : behindLastLine(read);
                rest = Arrays.copyOfRange(read, end, read.length);
                return Arrays.copyOf(read, end);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A return at the end may be half of a line's end. A line longer than a window is read with the next. */
        private static int behindLastLine(byte[] read) {
            for (int i = read.length - 1; i > 0; i--) {
                if (read[i] == '\n' || (read[i] == '\r' && i < read.length - 1)) {
                    return i + 1;
                }
            }
            return 0;
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

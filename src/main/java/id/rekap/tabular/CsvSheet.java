package id.rekap.tabular;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one sheet of a CSV. Its bytes are kept, its rows are not: they are parsed anew by each walk. */
final class CsvSheet implements Sheet {
    private static final int HEAD = 64 * 1024;

    /**
     * A first line {@code sep=;}, its end included, also as a quoted cell. A spreadsheet obeys such a line and doesn't show
     * it, so it isn't counted as a row either.
     */
    private static final Pattern SEPARATOR_LINE = Pattern.compile(
            "(\"?)sep=([\\x{0}-\\x{FFFF}&&[^\\p{L}\\p{Nd}\"\r\n]])\\1(?:\r\n?|\n|\\z)", Pattern.CASE_INSENSITIVE);

    private final byte[] bytes;
    private final Encoding encoding;
    private final Limits limits;
    private final int skipped;
    private final Delimiter delimiter;
    private final boolean isUnquoted;

    private CsvSheet(byte[] bytes, Encoding encoding, Limits limits) throws IOException {
        this.bytes = bytes;
        this.encoding = encoding;
        this.limits = limits;
        String head = head();
        Matcher separator = SEPARATOR_LINE.matcher(head);
        if (separator.lookingAt()) {
            this.skipped = separator.end();
            this.delimiter = new Delimiter(separator.group(2).charAt(0), 1);
        } else {
            this.skipped = 0;
            this.delimiter = Delimiter.of(head);
        }
        this.isUnquoted = encoding.keepsAscii() && delimiter.character() < 0x80 && !hasQuote(bytes);
    }

    static CsvSheet of(byte[] bytes, Limits limits) throws FileRefused, IOException {
        Encoding encoding = Encoding.of(bytes);
        if (encoding.start() == bytes.length) {
            throw TableFile.nothing("hanya tanda yang tidak terlihat", "only marks that cannot be seen");
        }
        CsvSheet sheet = new CsvSheet(bytes, encoding, limits);
        if (sheet.isUnquoted) {
            return sheet;
        }
        String unwrapped = WrappedLines.unwrapped(sheet);
        return unwrapped.isEmpty()
                ? sheet
                : new CsvSheet(
                        unwrapped.getBytes(StandardCharsets.UTF_8), new Encoding(StandardCharsets.UTF_8, 0), limits);
    }

    /** A sheet that is asked for its layout only, found in its first lines. */
    static CsvSheet layout(byte[] head, Encoding encoding, Limits limits) throws IOException {
        return new CsvSheet(head, encoding, limits);
    }

    Delimiter delimiter() {
        return delimiter;
    }

    /** Characters before the first row. */
    int skipped() {
        return skipped;
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public Rows open() {
        if (isUnquoted) {
            return new CsvLines(
                    bytes, encoding.start() + skipped, 0, encoding.charset(), delimiter.character(), limits);
        }
        try {
            Reader reader = reader();
            reader.skip(skipped);
            return new CsvRows(new CsvGuard(reader, delimiter, limits), delimiter.character(), limits);
        } catch (IOException e) {
            // The bytes are in memory and were decoded once already.
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasQuote(byte[] bytes) {
        for (byte b : bytes) {
            if (b == '"') {
                return true;
            }
        }
        return false;
    }

    private Reader reader() {
        var decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        int start = encoding.start();
        return new InputStreamReader(new ByteArrayInputStream(bytes, start, bytes.length - start), decoder);
    }

    private String head() throws IOException {
        char[] head = new char[HEAD];
        int length = 0;
        try (Reader reader = reader()) {
            int n;
            while (length < HEAD && (n = reader.read(head, length, HEAD - length)) > 0) {
                length += n;
            }
        }
        return new String(head, 0, length);
    }
}

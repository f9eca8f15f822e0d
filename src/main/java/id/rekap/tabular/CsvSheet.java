package id.rekap.tabular;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;

/** The one sheet of a CSV. Its bytes are kept, its rows are not: they are parsed anew by each walk. */
final class CsvSheet implements Sheet {
    private static final int HEAD = 64 * 1024;

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
        this.skipped = separatorLine(head);
        Delimiter found = Delimiter.of(head.substring(skipped));
        this.delimiter = skipped == 0 ? found : new Delimiter(head.charAt(head.indexOf('=') + 1), 1);
        this.isUnquoted = encoding.keepsAscii() && delimiter.character() < 0x80 && !hasQuote(bytes);
    }

    static CsvSheet of(byte[] bytes, Limits limits) throws FileRefused, IOException {
        return new CsvSheet(bytes, Encoding.of(bytes), limits);
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public Rows open() {
        if (isUnquoted) {
            return new CsvLines(bytes, encoding.start() + skipped, encoding.charset(), delimiter.character(), limits);
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

    /**
     * The length of a first line {@code sep=;}, its end included, or 0. A spreadsheet obeys such a line and doesn't show
     * it, so it isn't counted as a row either.
     */
    private static int separatorLine(String head) {
        if (!head.regionMatches(true, 0, "sep=", 0, 4) || head.length() < 5) {
            return 0;
        }
        char separator = head.charAt(4);
        if (Character.isLetterOrDigit(separator) || separator == '"' || separator == '\r' || separator == '\n') {
            return 0;
        }
        int end = 5;
        if (end < head.length() && head.charAt(end) == '\r') end++;
        if (end < head.length() && head.charAt(end) == '\n') end++;
        return end > 5 || end == head.length() ? end : 0;
    }
}

package id.rekap.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/** Reads followers out of an HTML export: each is a link to a profile whose text is its name. */
final class FollowersPage {
    /** Bytes of one page: Instagram writes 10,000 followers, some 4 MB, into one. What is no page has no bound otherwise. */
    private static final int LARGEST = 64 << 20;

    private FollowersPage() {}

    static void read(InputStream in, Entries entries) throws IOException, ExportRefused {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new ExportRefused(ExportProblem.TOO_LARGE, "HTML");
        }
        read(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8), entries);
    }

    private static void read(Reader text, Entries entries) throws IOException, ExportRefused {
        boolean hasLink = false;
        EntryName name = new EntryName();
        try (StreamParser page = new StreamParser(Parser.htmlParser()).parse(text, "")) {
            for (Iterator<Element> elements = page.iterator(); elements.hasNext(); ) {
                Element element = elements.next();
                if (element.nameIs("a") && element.attr("href").contains("instagram.com/")) {
                    hasLink = true;
                    name.next();
                    name.linked(element.attr("href"));
                    name.written(element.text());
                    entries.add(name, EntryTime.NONE);
                }
                if (element.nameIs("a") || element.nameIs("div")) {
                    element.remove(); // otherwise the page would grow in memory
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (!hasLink) {
            throw new ExportRefused(ExportProblem.LAYOUT, "HTML");
        }
    }
}

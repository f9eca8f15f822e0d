package id.rekap.report.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import id.rekap.catalogue.Catalogue;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.NightBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** Writes {@code summary.html}: one file without scripts that a phone shows offline and a printer prints. */
public final class MorningPage {
    static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, MorningPage.class.getClassLoader(), "id.rekap.report.jte");
    static final Page.Style STYLE = style();

    private final Catalogue catalogue;
    private final Wording words;

    public MorningPage(Catalogue catalogue, Wording words) {
        this.catalogue = catalogue;
        this.words = words;
    }

    /**
     * The page of one night.
     *
     * @param agencies in the order of the page
     * @param message that the page offers to share
     */
    public void write(
            NightBook book, List<AgencyPosition> agencies, FindingCounts counts, String message, OutputStream out)
            throws IOException {
        PositionParts positions = new PositionParts(book, agencies, words);
        AgencyParts states = new AgencyParts(agencies, counts, words);
        Page page = new Page(
                words,
                STYLE,
                book.mandate()
                        .title()
                        .getOrDefault(words.locale(), book.mandate().id()),
                book.mandate().number(),
                words.date(book.date()),
                GroupMessage.shareLink(message),
                new HeadlineParts(book, counts, words).headline(agencies),
                positions.obligations(),
                positions.groups(),
                states.attention(),
                new AnomalyParts(catalogue, words).anomalies(counts),
                states.table(positions));
        Utf8ByteOutput rendered = new Utf8ByteOutput();
        TEMPLATES.render("summary.jte", page, rendered);
        rendered.writeTo(out);
    }

    private static Page.Style style() {
        try (InputStream in = MorningPage.class.getResourceAsStream("page.css")) {
            if (in == null) {
                throw new IllegalStateException("page.css is not in the program");
            }
            byte[] css = in.readAllBytes();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(css);
            return new Page.Style(
                    new String(css, StandardCharsets.UTF_8), Base64.getEncoder().encodeToString(hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

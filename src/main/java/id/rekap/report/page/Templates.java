package id.rekap.report.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import id.rekap.value.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.BiFunction;

/** The program's templates of pages, and the style sheets and scripts that stand in the pages themselves. */
public final class Templates {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "id.rekap.report.jte");

    private Templates() {}

    /**
     * A page.
     *
     * @param content what the template shows
     */
    public static void render(String template, Object content, TemplateOutput out) {
        ENGINE.render(template, content, out);
    }

    /** All of it or nothing. */
    static void render(String template, Object content, OutputStream out) throws IOException {
        Utf8ByteOutput rendered = new Utf8ByteOutput();
        render(template, content, rendered);
        rendered.writeTo(out);
    }

    public static Page.Style style(String name) {
        return hashed(read(name), Page.Style::new);
    }

    /** With rules of a page's own after it. */
    static Page.Style style(Page.Style all, String rules) {
        return hashed(all.css() + rules, Page.Style::new);
    }

    static Page.Script script(String name) {
        return hashed(read(name), Page.Script::new);
    }

    private static String read(String name) {
        try (InputStream in = Templates.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T hashed(String text, BiFunction<String, String, T> as) {
        return as.apply(text, Base64.getEncoder().encodeToString(Sha256.of(text)));
    }
}

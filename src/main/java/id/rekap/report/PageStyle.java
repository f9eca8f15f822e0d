package id.rekap.report;

import id.rekap.value.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A style sheet that stands in the page itself, and the hash by which the page's content policy admits it. */
record PageStyle(String css, String sha256) {
    static PageStyle read(String name) {
        try (InputStream in = PageStyle.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the program");
            }
            byte[] css = in.readAllBytes();
            return new PageStyle(
                    new String(css, StandardCharsets.UTF_8), Base64.getEncoder().encodeToString(Sha256.of(css)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page up to the text of its title. */
    String head(String language) {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="referrer" content="no-referrer">
                <meta name="robots" content="noindex">
                <style>%s</style>
                <title>""".formatted(language, sha256, css);
    }
}

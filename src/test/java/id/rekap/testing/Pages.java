package id.rekap.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import tools.jackson.databind.JsonNode;

/** What holds for every page that Rekap publishes, looked at with a browser and without one. */
public final class Pages {
    private static final String AXE = read("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js");
    private static final String SCHEMA = "http://s.validator.nu/html5-rdfalite.rnc";
    private static final Pattern LOADED = Pattern.compile(
            "(?i)(src|srcset|data|poster|background|formaction|action)\\s*=|<(script|link|iframe|object|embed|base|img)\\b"
                    + "|@import|url\\(|http-equiv=\"?refresh");
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");
    private static final String RULES = """
            axe.run(document, {runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']},
              rules: {'target-size': {enabled: true}}, resultTypes: ['violations']})
            .then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.html.slice(0, 200) + ' ' + n.failureSummary)))
            """;
    private static final String FOCUSED = """
            (e => e === document.body ? '' : e.tagName + ' ' + (e.getAttribute('href') || e.textContent) + ' '
              + (getComputedStyle(e).outlineStyle === 'none' ? 'unseen' : 'seen'))(document.activeElement)
            """;
    private static final String REACHABLE = """
            [...document.querySelectorAll('a[href], summary, input, select, button')]
            .filter(e => e.checkVisibility()).map(e =>
              e.tagName + ' ' + (e.getAttribute('href') || e.textContent) + ' seen')
            """;

    private Pages() {}

    /** Ends a test loudly where there is no browser. */
    public static Browser browser(Path profile) throws IOException, InterruptedException {
        Optional<Path> program = Browser.installed();
        if (program.isEmpty()) {
            String missing = "NO PAGE WAS LOOKED AT IN A BROWSER: none is installed (Debian: apt-get install chromium)";
            System.err.println(missing);
            abort(missing);
        }
        return Browser.start(program.orElseThrow(), profile);
    }

    /** Every page below a folder; a link to a set is followed. */
    public static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.toRealPath())) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    /** Valid HTML that loads nothing, by its text. */
    public static void assertSound(Path page) throws IOException {
        assertThat(complaints(page)).as(page + " is valid HTML").isEmpty();
        String html = Files.readString(page);
        String markup = html.replaceAll("(?s)<(style|script)>.*?</\\1>", "").replaceAll(">[^<]*<", "><");
        assertThat(LOADED.matcher(markup).results().map(r -> markup.substring(r.start(), r.end())))
                .as(page + " loads nothing")
                .isEmpty();
        String style = between(html, "<style>", "</style>");
        String script = between(html, "<script>", "</script>");
        assertThat(html)
                .contains("Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-" + hash(style)
                        + (script.isEmpty() ? "" : "'; script-src 'sha256-" + hash(script))
                        + "'; base-uri 'none'; form-action 'none'\"");
        assertThat(style).doesNotContain("url(").doesNotContain("@import");
        Matcher links = LINK.matcher(html);
        while (links.find()) {
            assertThat(links.group(1)).as(page + " leads to").doesNotMatch("(?i)\\s*(javascript|data|vbscript):.*");
        }
    }

    private static String between(String html, String start, String end) {
        int from = html.indexOf(start);
        return from < 0 ? "" : html.substring(from + start.length(), html.indexOf(end, from));
    }

    /** No violation of WCAG 2.2 AA, no request, no error, on a screen, be it light or dark. */
    public static void assertFit(Browser browser, Path page, int width) throws IOException, InterruptedException {
        String url = page.toUri().toString();
        String light = page + " at " + width + ", light";
        String dark = page + " at " + width + ", dark";
        browser.open(url, width, 800, false);
        assertQuiet(browser, url, light);
        browser.darken(true);
        assertQuiet(browser, url, dark);
        // it is not quiet itself
        browser.value(AXE + "\n;0");
        assertThat(texts(browser.value(RULES))).as(dark + " has no violation").isEmpty();
        browser.darken(false);
        assertThat(texts(browser.value(RULES))).as(light + " has no violation").isEmpty();
    }

    private static void assertQuiet(Browser browser, String url, String screen)
            throws IOException, InterruptedException {
        assertThat(browser.value("document.documentElement.scrollWidth - innerWidth")
                        .asInt())
                .as(screen + " fits its screen")
                .isLessThanOrEqualTo(0);
        assertThat(browser.events("Network.requestWillBeSent").stream()
                        .map(e -> e.get("request").get("url").asString()))
                .as(screen + " asks for itself only")
                .containsOnly(url);
        assertThat(browser.events("Log.entryAdded")).as(screen).isEmpty();
        assertThat(browser.events("Runtime.exceptionThrown")).as(screen).isEmpty();
        assertThat(browser.events("Page.javascriptDialogOpening")).as(screen).isEmpty();
    }

    /** The tabulator key comes to every link and control, in the page's order, and each can be seen when it is there. */
    public static void assertReachable(Browser browser, Path page) throws IOException, InterruptedException {
        browser.open(page.toUri().toString(), 1_280, 800, false);
        List<String> expected = texts(browser.value(REACHABLE));
        List<String> found = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            for (String type : List.of("rawKeyDown", "keyUp")) {
                browser.ask(
                        "Input.dispatchKeyEvent",
                        Map.of("type", type, "key", "Tab", "code", "Tab", "windowsVirtualKeyCode", 9));
            }
            found.add(browser.value(FOCUSED).asString());
        }
        assertThat(found).as(page + " by the keyboard").isEqualTo(expected);
    }

    /** How many sheets of paper it takes. */
    public static long sheets(Browser browser, Path page) throws IOException, InterruptedException {
        browser.open(page.toUri().toString(), 1_280, 800, false);
        JsonNode printed = browser.ask("Page.printToPDF", Map.of("preferCSSPageSize", true));
        String pdf =
                new String(Base64.getDecoder().decode(printed.get("data").asString()), StandardCharsets.ISO_8859_1);
        return Pattern.compile("/Type\\s*/Page\\b").matcher(pdf).results().count();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static String hash(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static List<String> complaints(Path page) throws IOException {
        List<String> complaints = new ArrayList<>();
        ErrorHandler handler = new ErrorHandler() {
            @Override
            public void warning(SAXParseException e) {
                String message = Objects.requireNonNullElse(e.getMessage(), "");
                // It knows fewer properties of CSS than browsers do, and no policy that admits by a hash.
                if (!message.startsWith("CSS:")
                        && !message.matches("Inline (style|script) violates Content Security Policy.*")) {
                    complaints.add(e.getLineNumber() + ": " + message);
                }
            }

            @Override
            public void error(SAXParseException e) {
                warning(e);
            }

            @Override
            public void fatalError(SAXParseException e) {
                warning(e);
            }
        };
        try {
            SimpleDocumentValidator validator = new SimpleDocumentValidator();
            validator.setUpMainSchema(SCHEMA, handler);
            validator.setUpValidatorAndParsers(handler, false, false);
            InputSource source = new InputSource(new StringReader(Files.readString(page)));
            source.setSystemId(page.toUri().toString());
            validator.checkHtmlInputSource(source);
        } catch (SAXException e) {
            throw new IOException(e);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
        return complaints;
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(Pages.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ListWordingTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    @Test
    void saysEverythingInBothLanguagesWithTheSameValues() throws IOException {
        Properties indonesian = texts("id");
        Properties english = texts("en");
        assertThat(indonesian.keySet()).isEqualTo(english.keySet());
        for (String key : indonesian.stringPropertyNames()) {
            assertThat(indonesian.getProperty(key)).as(key).isNotBlank();
            assertThat(placeholders(indonesian, key)).as(key).hasSameElementsAs(placeholders(english, key));
        }
    }

    /** MessageFormat takes an apostrophe for a quote, a workbook's validation takes none of the others. */
    @Test
    void hasNoCharacterThatWouldNotComeThrough() throws IOException {
        for (String language : List.of("id", "en")) {
            Properties texts = texts(language);
            for (String key : texts.stringPropertyNames()) {
                if (!placeholders(texts, key).isEmpty()) {
                    assertThat(texts.getProperty(key)).as(key).doesNotContain("'");
                }
            }
            for (String key : List.of("form.wrong", "form.choose", "form.whole-number")) {
                assertThat(texts.getProperty(key)).as(key).doesNotContain("\"", "&", "<");
            }
        }
    }

    private static List<String> placeholders(Properties texts, String key) {
        return PLACEHOLDER
                .matcher(texts.getProperty(key))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ListWording.class.getResourceAsStream("list_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}

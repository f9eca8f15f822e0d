package id.rekap.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.reconcile.AgencyState;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    private final Wording id = Wording.in(new Locale("id"));
    private final Wording en = Wording.in(Locale.ENGLISH);

    @Test
    void saysEverythingInBothLanguagesWithTheSameValues() throws IOException {
        Properties indonesian = texts("id");
        Properties english = texts("en");
        assertThat(indonesian.keySet()).isEqualTo(english.keySet());
        for (String key : indonesian.stringPropertyNames()) {
            assertThat(indonesian.getProperty(key)).as(key).isNotBlank();
            assertThat(placeholders(indonesian, key)).as(key).isEqualTo(placeholders(english, key));
        }
    }

    /** A text with values is a pattern, in which an apostrophe quotes; one without is shown as it stands. */
    @Test
    void hasNoApostropheThatWouldNotComeThrough() throws IOException {
        for (String language : List.of("id", "en")) {
            Properties texts = texts(language);
            for (String key : texts.stringPropertyNames()) {
                String text = texts.getProperty(key);
                if (placeholders(texts, key).isEmpty()) {
                    assertThat(text).as(key).doesNotContain("''");
                } else {
                    assertThat(text.replace("''", "")).as(key).doesNotContain("'");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(AgencyState.class)
    void hasWordsForEachState(AgencyState state) {
        assertThat(id.text("state." + state)).isNotBlank();
    }

    @Test
    void takesIndonesianUnlessEnglishIsAskedFor() {
        assertThat(Wording.in(Locale.FRENCH).language()).isEqualTo("id");
        assertThat(Wording.in(Locale.UK).language()).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"0 0 0", "999 999 999", "1234 1.234 1,234", "-1234567 −1.234.567 −1,234,567"})
    void groupsThousands(long number, String indonesian, String english) {
        assertThat(id.number(number)).isEqualTo(indonesian);
        assertThat(en.number(number)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"87.45 87,5% 87.5%", "0 0,0% 0.0%", "100 100,0% 100.0%", "-0.04 0,0% 0.0%"})
    void showsOneDecimalOfAPercentage(BigDecimal percent, String indonesian, String english) {
        assertThat(id.percent(percent)).isEqualTo(indonesian);
        assertThat(en.percent(percent)).isEqualTo(english);
    }

    @Test
    void writesDatesInWords() {
        assertThat(id.date(LocalDate.of(2020, 8, 1))).isEqualTo("1 Agustus 2020");
        assertThat(en.date(LocalDate.of(2020, 8, 1))).isEqualTo("1 August 2020");
    }

    private static Set<String> placeholders(Properties texts, String key) {
        return PLACEHOLDER
                .matcher(texts.getProperty(key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Wording.class.getResourceAsStream("page_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}

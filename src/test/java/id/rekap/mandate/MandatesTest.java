package id.rekap.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MandatesTest {
    @TempDir
    Path home;

    @Test
    void circularHasNoDateThatNoSourceGives() {
        assertThat(new Mandates(home).get("se-480-263-2020").issued()).isNull();
    }

    @Test
    void refusesAFileInAnotherEncodingThanUtf8() throws IOException {
        Path file = home.resolve("jobs/mandates/m.yml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text("# é", "pns"));
        assertThat(new Mandates(home).get("m").id()).isEqualTo("m");
        Files.writeString(file, text("# é", "pns"), StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> new Mandates(home).get("m"))
                .isInstanceOf(ConfigurationInvalid.class)
                .hasMessage(file + " is no text in UTF-8: save it as one");
    }

    @Test
    void dateIsReadWhereItIsGivenAndRefusedWhereItIsNone() {
        assertThat(mandate("issued: 2021-03-04", "pns").issued()).isEqualTo(LocalDate.of(2021, 3, 4));
        assertThatThrownBy(() -> mandate("issued: Maret 2021", "pns"))
                .isInstanceOf(ConfigurationInvalid.class)
                .hasMessageContaining("issued is \"Maret 2021\"");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            PNS Daerah Kab./Kota yang bekerja pada Kab./Kota, PNS
            pns  paruh-waktu, PARUH
            PNS Paruh Waktu Daerah, PARUH
            P.N.S, PNS
            """)
    void longestBeginningCounts(String written, String type) {
        assertThat(new TypeWords(mandate("", "pns, pns *").types()).named(written))
                .map(EmploymentType::code)
                .contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"*\"", "\"pns * daerah\"", "\"-\"", "\"\""})
    void refusesNamesThatAreNoWordsOrBeginnings(String name) {
        assertThatThrownBy(() -> mandate("", name))
                .isInstanceOf(ConfigurationInvalid.class)
                .hasMessageContaining("types.PNS.names is \"[")
                .hasMessageContaining("names of words, with * at the end or not at all");
    }

    @Test
    void refusesABeginningThatTwoTypesHave() {
        assertThatThrownBy(() -> mandate("", "pns, pns paruh waktu *"))
                .isInstanceOf(ConfigurationInvalid.class)
                .hasMessageContaining("\"pns paruh waktu *\" is of PNS too");
    }

    @Test
    void namesWhatIsSaidFirst() {
        assertThat(new Mandates(home).get("se-480-263-2020").isHeadlineFollowing())
                .isTrue();
        assertThat(mandate("headline: [akun]", "pns").headline()).containsExactly("akun");
        assertThat(mandate("", "pns").headline()).containsExactly(Mandate.ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[lain]", "[akun, lain]", "[all]"})
    void refusesToSayFirstWhatNobodyCounts(String headline) {
        assertThatThrownBy(() -> mandate("headline: " + headline, "pns"))
                .isInstanceOf(ConfigurationInvalid.class)
                .hasMessageContaining("headline is \"[")
                .hasMessageContaining("the id of one obligation");
    }

    private static Mandate mandate(String issued, String names) {
        return Mandates.read("m.yml", "m", text(issued, names));
    }

    private static String text(String issued, String names) {
        return """
                id: m
                number: 1/2021
                %s
                title: {id: Judul, en: Title}
                types:
                  PNS: {group: ASN, names: [%s]}
                  PARUH: {group: ASN, names: ["pns paruh waktu *"]}
                obligations:
                  - {id: akun, kind: handle, label: {id: Akun, en: Account}, columns: [akun]}
                """.formatted(issued, names);
    }
}

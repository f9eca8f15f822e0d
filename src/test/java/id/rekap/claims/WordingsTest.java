package id.rekap.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WordingsTest {
    @ParameterizedTest
    @MethodSource
    void claimsExactlyWhatStandsThere(Wordings.Wording wording) {
        assertThat(Wordings.claims(wording.text())).isEqualTo(wording.claims());
        assertThat(Wordings.readings(wording.text()))
                .allSatisfy(reading -> assertThat(reading.doubt()).isEmpty());
    }

    static Stream<Wordings.Wording> claimsExactlyWhatStandsThere() throws IOException {
        return Wordings.read("readable.txt").stream();
    }

    @ParameterizedTest
    @MethodSource
    void claimsNothingWhereItIsInDoubt(Wordings.Wording wording) {
        assertThat(Wordings.claims(wording.text())).isEqualTo(wording.claims());
        assertThat(Wordings.readings(wording.text()))
                .allSatisfy(reading -> assertThat(reading.doubt()).isPresent());
    }

    static Stream<Wordings.Wording> claimsNothingWhereItIsInDoubt() throws IOException {
        return Wordings.read("unreadable.txt").stream();
    }

    @ParameterizedTest
    @MethodSource
    void hearsNoReportInChatter(Wordings.Wording wording) {
        assertThat(Wordings.readings(wording.text())).isEmpty();
    }

    static Stream<Wordings.Wording> hearsNoReportInChatter() throws IOException {
        return Wordings.read("chatter.txt").stream();
    }

    @ParameterizedTest
    @CsvSource({
        "ASN empat puluh lima sudah empat puluh tiga, NUMBER_WORDS",
        "ASN 45 sudah empat puluh tiga, NUMBER_WORDS",
        "ASN 45 (empat puluh enam) sudah 43, NUMBER_WORDS",
        "ASN 45 belum semua follow, NO_FOLLOWING",
        "ASN 45 belum semua, NO_FOLLOWING",
        "'ASN 45, belum semuanya', NO_FOLLOWING",
        "'ASN sudah 40, hari ini 43', OTHER_TIME",
        "PNS/PPPK 40/5, TWO_COUNTS",
    })
    void saysWhatIsInDoubt(String text, Doubt doubt) {
        assertThat(Wordings.readings("Dinas Sosial " + text))
                .singleElement()
                .satisfies(reading -> assertThat(reading.doubt()).contains(doubt));
    }

    @Test
    void knowsEnoughWordings() throws IOException {
        List<Integer> sizes = List.of(
                Wordings.read("readable.txt").size(),
                Wordings.read("unreadable.txt").size());
        assertThat(sizes.get(0)).isGreaterThanOrEqualTo(60);
        assertThat(sizes.get(1)).isGreaterThanOrEqualTo(25);
    }
}

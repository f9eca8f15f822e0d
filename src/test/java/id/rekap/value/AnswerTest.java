package id.rekap.value;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.catalogue.Catalogue;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ya",
                "Y",
                "1",
                "true",
                "TRUE",
                "Sudah",
                "udah",
                "AKTIF",
                "v",
                "V",
                "√",
                "✓",
                "✔",
                "✔\ufe0f",
                "ada",
                " Ya\u00a0",
                "\u200bya",
                "\tya\n"
            })
    void readsYes(String written) {
        assertThat(Answer.yesNo(written)).isEqualTo(new Answer(ReadAs.YES, "ya", 0, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tidak",
                "Tdk",
                "T",
                "n",
                "0",
                "FALSE",
                "belum",
                "BLM",
                "-",
                " - ",
                "\u2013",
                "nihil",
                "kosong",
                "tidak\u202f"
            })
    void readsNo(String written) {
        assertThat(Answer.yesNo(written)).isEqualTo(new Answer(ReadAs.NO, "tidak", 0, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0\t", "\u200b"})
    void readsABlankAsBlankInEveryKind(String written) {
        var blank = new Answer(ReadAs.BLANK, "", 0, "");
        assertThat(Answer.yesNo(written)).isEqualTo(blank);
        assertThat(Answer.count(written, 1)).isEqualTo(blank);
        assertThat(Answer.handle(written)).isEqualTo(blank);
    }

    @ParameterizedTest
    @CsvSource({
        "x, AMBIGUOUS",
        "X, AMBIGUOUS",
        "P, NOT_YES_NO",
        "mungkin, NOT_YES_NO",
        "2, NOT_YES_NO",
        "yaya, NOT_YES_NO",
        "sudah tapi  belum, NOT_YES_NO",
        "@ya, NOT_YES_NO"
    })
    void neverGuessesYesOrNo(String written, String reason) {
        assertThat(Answer.yesNo(written))
                .isEqualTo(new Answer(ReadAs.UNREADABLE, written.replace("  ", " "), 0, reason));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1", "5, 5", "007, 7", "1204, 1204", "1.204, 1204", "12.345.678, 12345678", "999999999, 999999999",
        "3x, 3", "3 X, 3", "3 kali, 3", "3kali, 3", "1.204 orang, 1204", "' 4 ', 4", "2 org, 2"
    })
    void readsACountThatIsEnough(String written, long number) {
        assertThat(Answer.count(written, 1)).isEqualTo(new Answer(ReadAs.YES, Long.toString(number), number, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "tidak", "belum", "-", "nihil", "Kosong", "n", "0x", "0 kali"})
    void readsNoneAsZero(String written) {
        assertThat(Answer.count(written, 1)).isEqualTo(new Answer(ReadAs.NO, "0", 0, ""));
    }

    @Test
    void measuresACountAgainstWhatIsOwed() {
        assertThat(Answer.count("2", 3).as()).isEqualTo(ReadAs.NO);
        assertThat(Answer.count("2", 3).number()).isEqualTo(2);
        assertThat(Answer.count("3", 3).as()).isEqualTo(ReadAs.YES);
    }

    @ParameterizedTest
    @CsvSource({
        "'1,5', DECIMAL",
        "1.5, DECIMAL",
        "1.20, DECIMAL",
        "0.204, DECIMAL",
        "'1,204', DECIMAL",
        "1.2045, DECIMAL",
        "12.34.567, DECIMAL",
        "'87,5%', PERCENT",
        "50 %, PERCENT",
        "-3, NEGATIVE",
        "'-1,5', NEGATIVE",
        "1E3, EXPONENT",
        "'1,5E+3', EXPONENT",
        "1234567890, TOO_LARGE",
        "1.234.567.890, TOO_LARGE",
        "ya, YES_WORD",
        "✓, YES_WORD",
        "x, AMBIGUOUS",
        "banyak, NOT_A_NUMBER",
        "2-3, NOT_A_NUMBER",
        "2/3, NOT_A_NUMBER",
        ">3, NOT_A_NUMBER",
        "1 204, NOT_A_NUMBER",
        "3 hari, NOT_A_NUMBER",
        "1.204.5, DECIMAL",
        "+3, NOT_A_NUMBER",
        "..., NOT_A_NUMBER"
    })
    void neverGuessesACount(String written, String reason) {
        assertThat(Answer.count(written, 1)).isEqualTo(new Answer(ReadAs.UNREADABLE, written, 0, reason));
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsForEveryReason(Reason reason) {
        assertThat(Catalogue.load().hint(reason.name(), Locale.ENGLISH)).isNotBlank();
    }

    @Test
    void whatCannotBeReadIsReadAlike() {
        assertThat(Answer.yesNo("x").readsLike(Answer.yesNo("mungkin"))).isTrue();
        assertThat(Answer.yesNo("ya").readsLike(Answer.yesNo("Sudah"))).isTrue();
        assertThat(Answer.yesNo("x").readsLike(Answer.yesNo(""))).isFalse();
        assertThat(Answer.yesNo("").readsLike(Answer.yesNo("x"))).isFalse();
        assertThat(Answer.count("2", 1).readsLike(Answer.count("3", 1))).isFalse();
    }

    @Test
    void hashesHandlesTheSameOnEveryMachine() {
        assertThat(Answer.handleHash("")).isEqualTo(0xefd01f60ba992926L);
        assertThat(Answer.handleHash("fulan.contoh")).isEqualTo(0x474abeec295df42L);
    }

    @Test
    void spreadsLikeHandlesOverAllBits() {
        Set<Long> hashes = new HashSet<>();
        Set<Long> high = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            long hash = Answer.handleHash("akun" + i + ".resmi");
            hashes.add(hash);
            high.add(hash >>> 52);
        }
        assertThat(hashes).hasSize(100_000);
        assertThat(high).hasSize(4_096);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "NULL",
                " Null\u00a0",
                "nan",
                "NaN",
                "none",
                "None",
                "n/a",
                "N/A",
                "#N/A",
                "\\N",
                "undefined"
            })
    void takesWhatProgramsWriteForNothingAsBlankInEveryKind(String written) {
        assertThat(Answer.yesNo(written)).isEqualTo(Answer.BLANK);
        assertThat(Answer.count(written, 1)).isEqualTo(Answer.BLANK);
        assertThat(Answer.handle(written)).isEqualTo(Answer.BLANK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(kosong)", "(null)", "nulls", "n", "belum"})
    void takesWhatPeopleWriteAsTheySayIt(String written) {
        assertThat(Answer.handle(written)).isNotEqualTo(Answer.BLANK);
        assertThat(Answer.yesNo(written)).isNotEqualTo(Answer.BLANK);
    }
}

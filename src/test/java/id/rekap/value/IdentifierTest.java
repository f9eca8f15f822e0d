package id.rekap.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
    private static final LocalDate AS_OF = LocalDate.of(2020, 7, 31);
    private static final String NIP = "198609262015051001";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "198609262015051001",
                " 19860926 201505 1 001 ",
                "19860926\u00a0201505\u202f1\u2009001",
                "\u200b\ufeff198609262015051001\u200e",
                "198609262015051001\t\n",
                "'198609262015051001",
                "\u2018198609262015051001",
                "\u2019 198609262015051001",
                "`198609262015051001",
                "=\"198609262015051001\"",
                "=\u201c198609262015051001\u201d",
                "'=\"198609262015051001\"",
                "=\"'198609262015051001\"",
                "NIP. 198609262015051001",
                "NIP 198609262015051001",
                "nip: 19860926 201505 1 001",
                "NIP : 198609262015051001",
                "N I P. 198609262015051001",
                "NIP.198609262015051001",
                "NI PPPK 198609262015051001",
                "NI.PPPK: 198609262015051001",
                "NIP/NIK 198609262015051001",
                "NIK 198609262015051001",
                "'NIP. '198609262015051001",
                "NIP-198609262015051001",
            })
    void cleansWhatOfficesWriteAroundANumber(String written) {
        assertThat(Identifier.clean(written)).isEqualTo(NIP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00a0\u200b",
                "-",
                " - ",
                "\u2013",
                "--",
                "'",
                "'-",
                "=\"\"",
                "NIP.",
                "NIP/NIK",
                "NIP. -"
            })
    void leavesNothingWhereNothingIsWritten(String written) {
        assertThat(Identifier.clean(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NIKMAH, NIKMAH",
        "1986-0926, 1986-0926",
        "TK 001, TK001",
        "NIP O98609262015051001, O98609262015051001",
        "=198609262015051001, =198609262015051001",
        "' 1234 567 ', 1234567",
    })
    void takesAwayNothingElse(String written, String cleaned) {
        assertThat(Identifier.clean(written)).isEqualTo(cleaned);
    }

    @Test
    void returnsTheSameStringWhenThereIsNothingToClean() {
        for (String plain : new String[] {NIP, "1106010101800001", "11060101018000011"}) {
            assertThat(Identifier.clean(plain)).isSameAs(plain);
        }
    }

    @Test
    void findsTheNumberAgainUnderAnyDecoration() {
        var random = new Random(20200731);
        String[] blanks = {" ", "\u00a0", "\u202f", "\u200b", "\u200e", "\u2068", "\t", "\n", "\u2003", "\ufeff"};
        String[] fronts = {"", "'", "\u2019", "NIP. ", "NIP:", "NIK ", "NI PPPK ", "NIP/NIK : ", "=\""};
        for (int i = 0; i < 5_000; i++) {
            var digits = new StringBuilder();
            int length = random.nextBoolean() ? 18 : 16;
            for (int k = 0; k < length; k++) {
                digits.append((char) ('0' + random.nextInt(10)));
            }
            var written = new StringBuilder(fronts[random.nextInt(fronts.length)]);
            boolean quoted = written.indexOf("\"") >= 0;
            for (int k = 0; k < length; k++) {
                written.append(digits.charAt(k));
                if (random.nextInt(4) == 0) {
                    written.append(blanks[random.nextInt(blanks.length)]);
                }
            }
            written.append(quoted ? "\"" : "");
            String cleaned = Identifier.clean(written.toString());
            assertThat(cleaned).isEqualTo(digits.toString());
            assertThat(Identifier.clean(cleaned)).isSameAs(cleaned);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,97E+17",
                "1.97E+17",
                "1,97112E+17",
                "1E17",
                "1e+17",
                "1.97112051998031E+17",
                "1,10601E+15",
                "197112000000000000",
                "198609262015051000"
            })
    void seesThatASpreadsheetHasEatenDigits(String cleaned) {
        assertThat(Identifier.damaged(cleaned)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "198609262015051001",
                "1106010101800000",
                "E17",
                "1E",
                "1,97",
                "1,97E+",
                "1E17x",
                "EMI",
                "1.2.3E4"
            })
    void doesNotCallOtherNumbersDamaged(String cleaned) {
        assertThat(Identifier.damaged(cleaned)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "198609262015051001, PNS",
        "193001011955011001, first years in use",
        "198002292005012999, leap day",
        "200507312020072001, fifteen in that month",
        "198609262021121001, appointed next year",
        "198609262020211001, PPPK in its first contract",
        "198609262020292001, PPPK in its ninth contract",
        "1106012609860001, NIK of a man",
        "1106016609869999, NIK of a woman",
        "1106012902000001, leap day of 2000",
        "1106013107200001, born on the day",
        "9999010101300001, born in 1930",
    })
    void acceptsANumberThatSomebodyCanHave(String no, String why) {
        assertThat(Identifier.possible(no, AS_OF)).as(why).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "192912312015051001, born before 1930",
        "198602302015051001, 30 February",
        "198102292005012001, no leap year",
        "198613012015051001, month 13",
        "198600012015051001, month 0",
        "198609002015051001, day 0",
        "193001011954121001, appointed before 1955",
        "198609262022011001, appointed after next year",
        "200508012020072001, a month short of fifteen",
        "200609262020211001, PPPK of fourteen",
        "198609262015001001, month of appointment 0",
        "198609262015131001, neither month nor contract",
        "198609262015201001, contract 0",
        "198609262015301001, contract 30",
        "198609262015050001, sex 0",
        "198609262015053001, sex 3",
        "198609262015051000, sequence 000",
        "3502027102019913, a woman of 31 February",
        "1106013209860001, day 32",
        "1106014009860001, day 40",
        "1106017209860001, day 72",
        "1106012613860001, month 13",
        "1106012609860000, serial 0000",
        "0006012609860001, province 00",
        "1106012902990001, no leap year",
        "1106010108200001, born tomorrow",
        "1106010101290001, born before 1930 or not yet",
        "19860926201505100, 17 digits",
        "1986092620150510011, 19 digits",
        "19860926201505100A, a letter",
        "'', nothing",
    })
    void refusesANumberThatNobodyCanHave(String no, String why) {
        assertThat(Identifier.possible(no, AS_OF)).as(why).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "3502027102019913, NUPTK",
        "1234567890123456, NUPTK",
        "1106012609860000, ''",
        "O98609262015051001, ''",
        "1986O9262O15O51OO1, LETTERS",
        "l98609262015051001, LETTERS",
        "I9860926201505I001, LETTERS",
        "11O6012609860001, LETTERS",
        "198609262015051001198703012010012002, TWO",
        "1986092620150510011106012609860001, TWO",
        "198609262015051001/198703012010012002, TWO",
        "198609262015051001dan1106012609860001, TWO",
        "19860926201505100, LENGTH",
        "123, LENGTH",
        "111111111111111111111111111111111111, LENGTH",
        "198609262015059001, ''",
        "Fulan, ''",
        "19860926.201505.1.001, ''",
    })
    void hintsAtWhatAMalformedNumberMayBe(String cleaned, String hint) {
        assertThat(Identifier.hint(cleaned)).isEqualTo(hint);
    }

    @ParameterizedTest
    @CsvSource({
        "1986O9262O15O51OOI, 198609262015051001",
        "l986092620150510o1, 198609262015051001",
        "1986092620150510O0, ''",
        "O98609262015051001, ''",
        "1986092620990510O1, ''",
        "198609262015051001, ''",
        "Fulan, ''",
    })
    void suggestsTheNumberBehindTheLetters(String cleaned, String suggestion) {
        assertThat(Identifier.suggestion(cleaned, AS_OF)).isEqualTo(suggestion);
    }

    @ParameterizedTest
    @CsvSource({
        "1106012609860001, ************0001",
        "NIK 1106012609860001., NIK ************0001.",
        "1106012609860001/1106012609860002, ************0001/************0002",
        "198609262015051001, 198609262015051001",
        "none, none",
        "'', ''",
    })
    void masksEveryRunOfSixteenDigits(String text, String masked) {
        assertThat(Identifier.masked(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "1106 0126 0986 0001, **** **** **** 0001",
        "110601 260986 0001, ****** ****** 0001",
        "11.06.01.260986.0001, **.**.**.******.0001",
        "11-06-01–260986‑0001, **-**-**–******‑0001",
        "1106'0126’0986`0001, ****'****’****`0001",
        "1106012609860​001, ************0​001",
        "NIK. 1106 0126 0986 0001!, NIK. **** **** **** 0001!",
        "1106 0126 0986 0001/1106012609860002, **** **** **** 0001/************0002",
        "3 1106012609860001, 3 ************0001",
        "1106012609860001 1106012609860002, ************0001 ************0002",
        "19860926 201505 1 001, 19860926 201505 1 001",
        "1.03.0.00.0.00.01.0000, 1.03.0.00.0.00.01.0000",
        "2020-07-31-12345678abcd, 2020-07-31-12345678abcd",
        "1106 0126 0986 0001a, **** **** **** 0001a",
    })
    void masksSixteenDigitsInGroups(String text, String masked) {
        assertThat(Identifier.masked(text)).isEqualTo(masked);
    }

    @Test
    void tellsANikByItsSixteenDigits() {
        assertThat(Identifier.isNik("1106012609860001")).isTrue();
        assertThat(Identifier.isNik(NIP)).isFalse();
        assertThat(Identifier.isNik("110601260986000A")).isFalse();
    }

    @Test
    void leavesTwoDatesThatStandTogether() {
        for (String dates : List.of("01-01-2020 31-12-2020", "2020-07-31 2020-08-01", "2020.07.31-01.08.2020")) {
            assertThat(Identifier.masked("cuti " + dates)).isEqualTo("cuti " + dates);
        }
        assertThat(Identifier.masked("1106 2363 1183 0229")).isEqualTo("**** **** **** 0229");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "19860926.201505.1.001",
                "19860926-201505-1-001",
                "19860926 201505.1-001",
                "19860926 - 201505 - 1 - 001",
                "19860926–201505–1–001",
                "19860926.2015051001",
                "198609262015051-001",
                "NIP. 19860926.201505.1.001",
                "'19860926-201505-1-001",
                "=\"19860926.201505.1.001\"",
                "19860926.\u00a0201505.\u00a01. 001"
            })
    void takesTheMarksBetweenTheGroupsOfANipOff(String written) {
        assertThat(Identifier.clean(written)).isEqualTo("198609262015051001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1986.0926.2015051001",
                "19860926..201505.1.001",
                "19860926.201505.1.00",
                "19860926.201505.1.0011",
                "19860926,201505,1,001",
                "19860926/201505/1/001",
                "1106.2363.1183.0225",
                "110623-631183-0225",
                ".198609262015051001",
                "198609262015051001."
            })
    void leavesMarksAnywhereElse(String written) {
        assertThat(Identifier.clean(written)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NULL",
                "null",
                "'NULL",
                "=\"null\"",
                "NaN",
                " none ",
                "N/A",
                "#N/A",
                "\\N",
                "Undefined",
                "NIP. NULL"
            })
    void takesWhatProgramsWriteForNothingAsNoNumber(String written) {
        assertThat(Identifier.clean(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul", "nulll", "na", "(null)", "nihil", "N", "#REF!", "kosong"})
    void takesNoOtherWordAsNothing(String written) {
        assertThat(NoValue.isIn(written)).isFalse();
        assertThat(Identifier.clean(written)).isNotEmpty();
    }
}

package id.rekap.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {
    private static final List<String> BETWEEN = List.of(
            " ", "  ", ".", "-", "_", "/", "\u00a0", "\u2009", "\u202f", "\u200b", "\t", "\n", " - ", "\u2013",
            "\u2011", "'", "\u2019", ". ", "\u3000", ":", ",");
    private static final int[] ZEROS = {'0', 0xff10, 0x660, 0x966, 0x1d7ce, 0x1d7f6};

    @ParameterizedTest
    @CsvSource({
        "1106012609860001, ************0001",
        "110601260986000, ***********6000",
        "11060126098600011, *************0011",
        "1106012609860, *********9860",
        "110601260986, 110601260986",
        "NIK1106012609860001, NIK************0001",
        "1106 0126 0986 0001 5, **** **** **** *001 5",
        "1106 0126 0986  0001, **** **** ****  0001",
        "1106/0126/0986/0001, ****/****/****/0001",
        "1106_0126_0986_000, ****_****_***6_000",
        "1106012609860 001, ************0 001",
        "１１０６０１２６０９８６０００１, ************０００１",
        "1106O126O986OOO1, ************OOO1",
        "11060126x9860001, ********x***0001",
    })
    void hidesANumberThatLacksADigitOrHasOneTooMany(String text, String masked) {
        assertThat(Identifier.masked(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "198609262015051001, 198609262015051001, a NIP",
        "19860926 201505 1 001, 19860926 201505 1 001, a NIP in groups",
        "197112000000000000, 197112000000000000, one that a spreadsheet has spoilt",
        "198613262015051001, 198613262015051001, one with a slip in its date of birth",
        "19861326 201505 1 001, 19861326 201505 1 001, and so in groups",
        "198609262095391001, 198609262095391001, one with a slip in its appointment",
        "110601260986000112, **************0112, a NIK and two digits",
        "021106012609860001, **************0001, two digits and a NIK",
        "197101260986000112, **************0112, a NIK of Pangkalpinang begins like a year",
        "123456789012345678, **************5678, 18 digits that nobody would take for a NIP",
        "19860926201505100, *************5100, a NIP without its last digit is 17 digits",
        "11060126098600011106012609860002, ****************************0002, two NIKs in one",
        "1106012609860001 1106012609860002, ************0001 ************0002, two NIKs",
        "198609262015051001 1106012609860001, 198609262015051001 ************0001, a NIP and a NIK",
        "3 1106012609860001, 3 ************0001, its row before a NIK",
        "12 1106 0126 0986 0001, ** **** **** **** 0001, and before one in groups",
        "7 19860926 201505 1 001, 7 19860926 201505 1 001, and before a NIP",
    })
    void decidesForThePersonWhereARunIsLonger(String text, String masked, String why) {
        assertThat(Identifier.masked(text)).as(why).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "1.03.0.00.0.00.01.0000",
        "2020-07-31-12345678abcd",
        "2020-07-31-123456789012",
        "daftar 20200731_163000",
        "2020-07-31 16:30:00",
        "01-01-2020 31-12-2020",
        "Rp 1.204.000.000",
        "0812-3456-7890",
    })
    void leavesCodesDatesAndShortNumbers(String text) {
        assertThat(Identifier.masked(text)).isEqualTo(text);
    }

    @Test
    void hidesDigitsOfTwoCharactersBesideLetters() {
        String bold = new String(Character.toChars(0x1d7ce));
        assertThat(Identifier.masked("1" + bold + "O" + "1".repeat(15))).isEqualTo("**************1111");
        assertThat(Identifier.masked(bold.repeat(16))).isEqualTo("*".repeat(12) + bold.repeat(4));
    }

    @Test
    void hidesInThePartsOfAPathWhatIsANumberThere() {
        assertThat(Identifier.maskedPath("1.03.0.00.0.00.01.0000/2020 Budi 1106012609860001.csv"))
                .isEqualTo("1.03.0.00.0.00.01.0000/2020 Budi ************0001.csv");
        assertThat(Identifier.maskedPath("1.02.01/2020-07.csv")).isEqualTo("1.02.01/2020-07.csv");
    }

    @Test
    void showsTheRegistersNumberOfEighteenDigitsWhateverItLooksLike() {
        assertThat(Identifier.maskedNumber("123456789012345678")).isEqualTo("123456789012345678");
        assertThat(Identifier.maskedNumber("1106012609860001")).isEqualTo("************0001");
    }

    /** However it is grouped, in whatever digits, whatever stands beside it: its last four digits and no other are seen. */
    @Test
    void hidesAllButTheLastFourDigitsInAnyGroups() {
        var random = new Random(480263);
        for (int n = 0; n < 20_000; n++) {
            int length = 13 + random.nextInt(5);
            String no = "11" + digits(random, length - 2);
            String grouped = grouped(random, no);
            String text = (random.nextBoolean() ? "NIK: " : "a(") + grouped + (random.nextBoolean() ? ")" : ", ya");
            String masked = Identifier.masked(text);
            String seen = masked.codePoints()
                    .filter(Character::isDigit)
                    .mapToObj(c -> Integer.toString(Character.digit(c, 10)))
                    .collect(Collectors.joining());
            // a digit before 16 of them is a row's number
            assertThat(seen).as(text).endsWith(no.substring(length - 4)).hasSizeLessThanOrEqualTo(5);
            if (!isWhole(text)) {
                assertThat(masked.chars().filter(c -> c == '*').count())
                        .as(text)
                        .isEqualTo(length - 4);
            }
        }
    }

    @Test
    void leavesEveryPossibleNipInAnyGroups() {
        var random = new Random(480263);
        for (int n = 0; n < 5_000; n++) {
            String nip = String.format(
                    "%d%02d%02d%d%02d%d%03d",
                    1960 + random.nextInt(40),
                    1 + random.nextInt(12),
                    1 + random.nextInt(28),
                    2016 + random.nextInt(9),
                    1 + random.nextInt(12),
                    1 + random.nextInt(2),
                    1 + random.nextInt(999));
            String text = "NIP " + grouped(random, nip);
            if (!isWhole(text)) {
                assertThat(Identifier.masked(text)).isEqualTo(text);
            }
        }
    }

    /** Groups of 16 and 17 digits are numbers by themselves. */
    private static boolean isWhole(String text) {
        return text.codePoints()
                .mapToObj(c -> Character.isDigit(c) ? "9" : " ")
                .collect(Collectors.joining())
                .matches(".*(?<!9)9{16,17}(?!9).*");
    }

    private static String digits(Random random, int length) {
        var digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private static String grouped(Random random, String no) {
        var text = new StringBuilder();
        int zero = random.nextInt(3) == 0 ? ZEROS[random.nextInt(ZEROS.length)] : '0';
        int groups = random.nextInt(4);
        for (int i = 0; i < no.length(); i++) {
            if (i > 0 && random.nextInt(no.length()) < groups) {
                text.append(BETWEEN.get(random.nextInt(BETWEEN.size())));
            }
            text.appendCodePoint(zero + no.charAt(i) - '0');
        }
        return text.toString();
    }
}

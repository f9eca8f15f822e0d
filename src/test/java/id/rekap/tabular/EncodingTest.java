package id.rekap.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.rekap.catalogue.ExceptionCode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodingTest {
    private static final String LIST = "nama;ig\nSití “Ani”;siti\n";
    private static final List<String> ROWS = List.of("1: nama|ig", "2: Sití “Ani”|siti");

    @Test
    void readsUtf8WithAndWithoutMark() throws FileRefused, IOException {
        assertEquals(ROWS, csv(LIST, StandardCharsets.UTF_8).rows());
        assertEquals(ROWS, csv('\uFEFF' + LIST, StandardCharsets.UTF_8).rows());
    }

    @Test
    void readsUtf16OfBothOrdersByItsMark() throws FileRefused, IOException {
        assertEquals(ROWS, csv('\uFEFF' + LIST, StandardCharsets.UTF_16LE).rows());
        assertEquals(ROWS, csv('\uFEFF' + LIST, StandardCharsets.UTF_16BE).rows());
    }

    @Test
    void readsBehindSeveralMarksWhateverFollowsThem() throws FileRefused, IOException {
        String quoted = "\"nama\";ig\nSití “Ani”;siti\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            for (String marks :
                    List.of("\uFEFF\uFEFF", "\uFEFF\uFEFF\uFEFF", "\uFEFF\u200B", "\uFEFF\u2060\u200E\uFEFF")) {
                for (String sep : List.of("", "sep=;\r\n", "\"sep=;\"\n", "\"SEP=;\"\r")) {
                    assertEquals(ROWS, csv(marks + sep + quoted, charset).rows(), marks.length() + sep + charset);
                    assertEquals(ROWS, csv(marks + sep + LIST, charset).rows());
                }
            }
        }
        assertEquals(ROWS, csv("\u200B" + quoted, StandardCharsets.UTF_8).rows());
    }

    @Test
    void doesNotTakeMarksForAList() {
        assertEquals(
                ExceptionCode.FILE_UNREADABLE,
                csv("\uFEFF\uFEFF<html><table>", StandardCharsets.UTF_8)
                        .refusal()
                        .code());
    }

    @Test
    void readsWhatIsNotUtf8AsWindows1252() throws FileRefused, IOException {
        assertEquals(ROWS, csv(LIST, Charset.forName("windows-1252")).rows());
    }

    @Test
    void refusesByteThatNoEncodingKnowsWithItsOffset() {
        assertRefused("byte ke-5: 0x81", "nama;\u0081\n");
        assertRefused("byte ke-0: 0x9D", "\u009d;\u00e9");
    }

    @Test
    void refusesBrokenUtf8BehindItsMark() {
        assertRefused("byte ke-8: 0xED", "\u00ef\u00bb\u00bfnama;\u00ed\n");
    }

    @Test
    void refusesHalfACharacterOfUtf16() {
        assertRefused("byte ke-4: 0x62", "\u00ff\u00fea\0b");
    }

    @Test
    void refusesNulSinceItIsMostlyUtf16WithoutMark() {
        assertRefused("byte ke-1: 0x00", "n\0i\0p\0\n\0");
        assertRefused("byte ke-5: 0x00", "\u00ef\u00bb\u00bf\u00c3\u00a9".substring(0, 5) + "\0");
        assertRefused("byte ke-4: 0x00", "\u00ff\u00fea\0\0\0");
    }

    @Test
    void findsTheBadByteFarBehindTheFirstBuffer() {
        assertRefused("byte ke-60000: 0x90", "a\n".repeat(30_000) + "\u0090");
    }

    private static Dropped csv(String text, Charset charset) {
        return new Dropped("daftar.csv", text.getBytes(charset));
    }

    private static void assertRefused(String found, String latin) {
        FileRefused refusal = csv(latin, StandardCharsets.ISO_8859_1).refusal();
        assertEquals(ExceptionCode.FILE_ENCODING, refusal.code());
        assertEquals(found, refusal.found());
    }
}

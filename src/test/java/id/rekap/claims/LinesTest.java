package id.rekap.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final String[] PARTS = {
        "a",
        "Dinas Sosial: ASN 45",
        " ",
        "\n",
        "\r",
        "\r\n",
        "\n\n",
        "\u00e9",
        "\u2019",
        "\ud83d\ude00",
        "\ufeff",
        "9".repeat(900)
    };

    private final SplittableRandom random = new SplittableRandom(65_536);

    @Test
    void aLineEndsWhereATextHasItsEndHoweverItsBytesCome() throws IOException {
        for (int i = 0; i < 400; i++) {
            String text = "x" + text(random.nextInt(1, 200));
            List<String> expected = text.lines().toList();
            assertThat(lines(text, StandardCharsets.UTF_8)).isEqualTo(expected);
            assertThat(all(new Lines(new AsUtf8(new StringReader(text)), StandardCharsets.UTF_8)))
                    .isEqualTo(expected);
        }
        assertThat(lines("\u00e9\r\nb", Charset.forName("windows-1252"))).containsExactly("\u00e9", "b");
    }

    @Test
    void whatIsLongerThanAMessageIsCutAndTheNextLineIsWhole() throws IOException {
        for (String letter : List.of("a", "\u00e9", "\u2019", "\ud83d\ude00")) {
            for (int length : List.of(65_535, 65_536, 65_537, 262_143, 262_144, 262_145, 900_000)) {
                String line = letter.repeat(length);
                String cut = line.substring(0, Math.min(line.length(), Lines.LONGEST));
                assertThat(lines("vor\n" + line + "\r\nnach", StandardCharsets.UTF_8))
                        .as(letter + length)
                        .isEqualTo(List.of("vor", cut, "nach"));
            }
        }
    }

    @Test
    void aMarkOfByteOrderIsNoTextAndOnlyPlainLinesArePlain() throws IOException {
        var lines = new Lines(bytes("\ufeffa\nb\u00e9\nc", StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        List<String> read = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) read.add(line + lines.isPlain());
        assertThat(read).containsExactly("afalse", "b\u00e9false", "ctrue");
    }

    @Test
    void bytesAreUtf8WhereADecoderTakesThem() {
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = text(random.nextInt(1, 6)).getBytes(StandardCharsets.UTF_8);
            for (int spoilt = random.nextInt(3); spoilt > 0; spoilt--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(0x7f, 0x100);
            }
            int cut = random.nextInt(bytes.length + 1);
            byte[] rest = Arrays.copyOfRange(bytes, cut, bytes.length);
            var utf8 = new Utf8();
            boolean is = utf8.isIn(bytes, cut) && utf8.isIn(rest, rest.length) && utf8.isWhole();
            assertThat(is).as(HexFormat.of().formatHex(bytes)).isEqualTo(isDecoded(bytes));
        }
    }

    private static boolean isDecoded(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private String text(int parts) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts; i++) text.append(PARTS[random.nextInt(PARTS.length)]);
        return text.toString();
    }

    private List<String> lines(String text, Charset charset) throws IOException {
        return all(new Lines(bytes(text, charset), charset));
    }

    private static List<String> all(Lines lines) throws IOException {
        List<String> all = new ArrayList<>();
        try (lines) {
            for (String line = lines.next(); line != null; line = lines.next()) all.add(line);
        }
        return all;
    }

    /** Some at a time, as an archive gives them. */
    private InputStream bytes(String text, Charset charset) {
        return new FilterInputStream(new ByteArrayInputStream(text.getBytes(charset))) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return super.read(
                        into, from, Math.min(length, random.nextBoolean() ? length : random.nextInt(1, 70_000)));
            }
        };
    }
}

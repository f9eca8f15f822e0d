package id.rekap.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PageCodecTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> PIECES = List.of(
            "ya",
            "tidak",
            "Nur",
            "\"",
            "\\",
            "\\\"",
            "/",
            "\b\f\n\r\t",
            "\u0000",
            "\u001f",
            "\u007f",
            "\u0080",
            "é",
            "√",
            "\u2028",
            "\ufffd",
            "\uffff",
            "😀",
            "𠮷",
            "\ud83d",
            "\ude00",
            "null",
            "]",
            ",",
            "\\u0041",
            " ");
    private static final String ROW = "[\"1\",null,0,0,2,\"Nur\",\"PNS\",[\"ya\",null],[\"\\u00e9\\/\"]]";

    @Test
    void readsWhatItWroteAsAnyParserOfJsonDoes() {
        Random random = new Random(20);
        for (int page = 0; page < 500; page++) {
            List<ListRow> rows = new ArrayList<>();
            for (int i = random.nextInt(20); i > 0; i--) {
                rows.add(row(random));
            }
            byte[] body = PageCodec.encode(rows.iterator()).body();
            List<List<Object>> expected =
                    rows.stream().map(PageCodecTest::fields).toList();
            assertThat(PageCodec.decode(body).stream().map(PageCodecTest::fields))
                    .as("page " + page)
                    .isEqualTo(expected);
            assertThat(parsed(body)).as("page " + page).isEqualTo(expected);
        }
    }

    @Test
    void readsWhatMayBeEscapedButIsNot() {
        assertThat(decode("[" + ROW + "]").stream().map(PageCodecTest::fields))
                .containsExactly(Arrays.asList(
                        "1", "1", RowFault.NONE, 0, 2, "Nur", "PNS", Arrays.asList("ya", null), List.of("é/")));
        assertThat(decode("[" + ROW.replace("Nur", "\\ud83d\\uDE00 \\ud83d.") + "]")
                        .get(0)
                        .name())
                .isEqualTo("😀 \ud83d.");
    }

    @Test
    void keepsARepeatedTextOnce() {
        List<ListRow> rows = decode("[" + ROW + "," + ROW + "]");
        assertThat(rows.get(1).value(0)).isSameAs(rows.get(0).value(0));
        assertThat(rows.get(1).type()).isSameAs(rows.get(0).type());
    }

    @Test
    void readsNoWrongRowInABodyThatIsCutOffOrAltered() {
        Random random = new Random(21);
        List<ListRow> rows = List.of(row(random), row(random), row(random));
        byte[] body = PageCodec.encode(rows.iterator()).body();
        for (int i = 0; i < body.length; i++) {
            refuses(Arrays.copyOf(body, i));
        }
        int bitsThatMeanNothing = 0;
        for (int bit = 0; bit < body.length * 8; bit++) {
            byte[] altered = body.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                assertThat(PageCodec.decode(altered).stream().map(PageCodecTest::fields))
                        .isEqualTo(rows.stream().map(PageCodecTest::fields).toList());
                bitsThatMeanNothing++;
            } catch (UncheckedIOException refused) {
                assertThat(refused).hasMessageContaining("damaged");
            }
        }
        // the end of the stream is filled up to a whole byte, and a text may be copied from another place where it
        // stands
        assertThat(bitsThatMeanNothing).isLessThan(body.length / 10);
    }

    @Test
    void refusesJsonThatIsCutOff() {
        String json = "[" + ROW + "," + ROW + "]";
        for (int i = 0; i < json.length(); i++) {
            refuses(folded(json.substring(0, i).getBytes(UTF_8)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[1]",
                "[[]]",
                "[ROW]]",
                "[ROW,]",
                "[ROW ROW]",
                "[[null,null,0,0,2,\"\",\"\",[],[]]]",
                "[[\"1\",null,6,0,2,\"\",\"\",[],[]]]",
                "[[\"1\",null,-1,0,2,\"\",\"\",[],[]]]",
                "[[\"1\",null,0,0,4294967297,\"\",\"\",[],[]]]",
                "[[\"1\",null,0,0,2.5,\"\",\"\",[],[]]]",
                "[[\"1\",null,0,0,null,\"\",\"\",[],[]]]",
                "[[\"1\",null,0,0,2,\"\",\"\",[]]]",
                "[[\"1\",null,0,0,2,\"\",\"\",[],[null]]]",
                "[[\"1\",null,0,0,2,\"\",\"\",[],[],[]]]",
                "[[\"1\",null,0,0,2,\"\",\"\",[1],[]]]",
                "[[\"1\",null,0,0,2,\"\",\"\",[\"\"\"\"],[]]]",
                "[[\"1\",null,0,0,2,\"a\tb\",\"\",[],[]]]",
                "[[\"1\",null,0,0,2,\"é\tb\",\"\",[],[]]]",
                "[[\"1\",null,0,0,2,\"\\x\",\"\",[],[]]]",
                "[[\"1\",null,0,0,2,\"\\u00g0\",\"\",[],[]]]",
            })
    void refusesAnotherShape(String json) {
        refuses(folded(json.replace("ROW", ROW).getBytes(UTF_8)));
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] json = ("[" + ROW + "]").getBytes(UTF_8);
        json[ROW.indexOf("Nur") + 1] = (byte) 0xc3;
        refuses(folded(json));
    }

    private static ListRow row(Random random) {
        String no = text(random);
        @Nullable String[] values = new @Nullable String[random.nextInt(12)];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(4) == 0 ? null : text(random);
        }
        String[] extras = new String[random.nextInt(3)];
        for (int i = 0; i < extras.length; i++) {
            extras[i] = text(random);
        }
        return new ListRow(
                no,
                random.nextBoolean() ? no : text(random),
                RowFault.values()[random.nextInt(RowFault.values().length)],
                random.nextInt(3),
                random.nextInt(6) == 0 ? Integer.MAX_VALUE : random.nextInt(2_000),
                text(random),
                text(random),
                values,
                extras);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return random.nextInt(100) == 0 ? text.toString().repeat(4_000) : text.toString();
    }

    private static List<Object> fields(ListRow row) {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < row.valueCount(); i++) {
            values.add(row.value(i));
        }
        return List.of(
                row.no(),
                row.written(),
                row.fault(),
                row.file(),
                row.row(),
                row.name(),
                row.type(),
                values,
                row.extras());
    }

    /** The page as the library reads it. */
    private static List<List<Object>> parsed(byte[] body) {
        List<List<Object>> rows = new ArrayList<>();
        for (JsonNode row : JSON.readTree(CompressedJson.unfold(body))) {
            String no = row.get(0).asString();
            rows.add(List.of(
                    no,
                    row.get(1).isNull() ? no : row.get(1).asString(),
                    RowFault.values()[row.get(2).asInt()],
                    row.get(3).asInt(),
                    row.get(4).asInt(),
                    row.get(5).asString(),
                    row.get(6).asString(),
                    texts(row.get(7)),
                    texts(row.get(8))));
        }
        return rows;
    }

    private static List<@Nullable String> texts(JsonNode cells) {
        List<@Nullable String> texts = new ArrayList<>();
        cells.forEach(cell -> texts.add(cell.isNull() ? null : cell.asString()));
        return texts;
    }

    private static List<ListRow> decode(String json) {
        return PageCodec.decode(folded(json.getBytes(UTF_8)));
    }

    private static byte[] folded(byte[] json) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        plain.writeBytes(json);
        return CompressedJson.of(plain);
    }

    private static void refuses(byte[] body) {
        assertThatThrownBy(() -> PageCodec.decode(body)).isInstanceOf(UncheckedIOException.class);
    }
}

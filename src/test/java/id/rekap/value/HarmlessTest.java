package id.rekap.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HarmlessTest {
    @Test
    void writesWhatATerminalWouldObeyAsJsonDoes() {
        assertThat(Harmless.line("a\u001b[31mb")).isEqualTo("a\\u001b[31mb");
        assertThat(Harmless.line("satu\ndua\r\n\tx")).isEqualTo("satu\\ndua\\r\\n\\tx");
        assertThat(Harmless.line("\u202egpj\u2066\u200f\u009b2J\u2028"))
                .isEqualTo("\\u202egpj\\u2066\\u200f\\u009b2J\\u2028");
        assertThat(Harmless.line("\uD83Dx")).isEqualTo("\\ud83dx");
        assertThat(Harmless.line(new String(Character.toChars(0xE0041)))).isEqualTo("\\udb40\\udc41");
    }

    @Test
    void leavesWhatIsOnlySeen() {
        for (String text : new String[] {"", "Tgk. Abdullah", "é 中 ﷲ 😀 \\n \"", "−–…"}) {
            assertThat(Harmless.line(text)).isSameAs(text);
        }
    }
}

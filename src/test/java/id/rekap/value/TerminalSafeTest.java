package id.rekap.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalSafeTest {
    @Test
    void writesWhatATerminalWouldObeyAsJsonDoes() {
        assertThat(TerminalSafe.line("a\u001b[31mb")).isEqualTo("a\\u001b[31mb");
        assertThat(TerminalSafe.line("satu\ndua\r\n\tx")).isEqualTo("satu\\ndua\\r\\n\\tx");
        assertThat(TerminalSafe.line("\u202egpj\u2066\u200f\u009b2J\u2028"))
                .isEqualTo("\\u202egpj\\u2066\\u200f\\u009b2J\\u2028");
        assertThat(TerminalSafe.line("\uD83Dx")).isEqualTo("\\ud83dx");
        assertThat(TerminalSafe.line(new String(Character.toChars(0xE0041)))).isEqualTo("\\udb40\\udc41");
    }

    @Test
    void leavesWhatIsOnlySeen() {
        for (String text : new String[] {"", "Tgk. Abdullah", "é 中 ﷲ 😀 \\n \"", "−–…"}) {
            assertThat(TerminalSafe.line(text)).isSameAs(text);
        }
    }
}

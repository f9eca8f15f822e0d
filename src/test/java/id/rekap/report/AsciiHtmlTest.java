package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AsciiHtmlTest {
    @Test
    void letsNoTextOfOthersActAsMarkup() {
        assertThat(written("<b onclick=\"x\">&amp; it's</b>"))
                .isEqualTo("&lt;b onclick=&quot;x&quot;&gt;&amp;amp; it&#39;s&lt;/b&gt;");
    }

    @Test
    void writesWhatIsNotAsciiByItsNumber() {
        assertThat(written("é\u0634\uD83D\uDE00 x")).isEqualTo("&#233;&#1588;&#128512; x");
    }

    @Test
    void putsAMarkForWhatActsUnseenAndForHalfACharacter() {
        for (String unseen :
                new String[] {"\u0007", "\u0085", "\u202E", "\u2066", "\uFDD0", "\uFFFE", "\uD83F\uDFFE"}) {
            assertThat(written("a" + unseen + "b")).isEqualTo("a&#65533;b");
        }
        assertThat(written("\uDE00\uD83D")).isEqualTo("&#65533;&#65533;");
        assertThat(written("a\nb\tc")).isEqualTo("a b c");
    }

    @Test
    void cutsALongTextBetweenTwoCharacters() {
        assertThat(AgencyPage.cut("abc", 3)).isEqualTo("abc");
        assertThat(AgencyPage.cut("abcd", 3)).isEqualTo("abc…");
        assertThat(AgencyPage.cut("ab\uD83D\uDE00", 3)).isEqualTo("ab…");
    }

    private static String written(String text) {
        AsciiHtml html = new AsciiHtml();
        html.writeUserContent(text);
        return new String(html.toBytes(), StandardCharsets.UTF_8);
    }
}

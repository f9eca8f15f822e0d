package id.rekap.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The name of a file that is no chat shows which kind of file it is, and nobody. */
class RefusedNameTest {
    @ParameterizedTest
    @CsvSource({
        "Chat WhatsApp dengan Ratna Rahasia.txt, Chat WhatsApp dengan \u2026.txt",
        "WhatsApp Chat - Tgk. M. Cut Sandi (2).zip, WhatsApp Chat - \u2026 (2).zip",
        "Kepala Seksi +62 813-5791-2468.txt, \u2026 [nomor].txt",
        "WhatsApp Chat with +62 813-5791-2468.txt, WhatsApp Chat with [nomor].txt",
        "813 579.txt, \u2026.txt",
        "obrolan grup 31-07-2020.pdf, obrolan grup 31-07-2020.pdf",
        "RUSAK.TXT, RUSAK.TXT",
        "ratna_rahasia, \u2026"
    })
    void keepsNoWordThatCouldBeSomebody(String name, String shown) {
        assertThat(RefusedName.of(name)).isEqualTo(shown);
    }
}

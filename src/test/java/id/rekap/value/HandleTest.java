package id.rekap.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fulan.c_1",
                "FULAN.C_1",
                "@fulan.c_1",
                "@ fulan.c_1",
                " @Fulan.c_1\u200e ",
                "instagram.com/fulan.c_1",
                "Instagram.com/Fulan.c_1/",
                "http://instagram.com/fulan.c_1",
                "https://www.instagram.com/fulan.c_1/?igshid=YmMyMTA2M2Y=",
                "https://www.instagram.com/fulan.c_1?igsh=MWQ1ZGUxMzBkMA==",
                "https://instagram.com/_u/fulan.c_1",
                "/_u/fulan.c_1",
                "https://m.instagram.com/fulan.c_1",
                "m.instagram.com/fulan.c_1?hl=id",
                "www.instagram.com/fulan.c_1#",
                "instagram.com/@fulan.c_1",
                "https://www.instagram.com/fulan.c_1/followers/",
                "fulan.c_1?igsh=MWQ1ZGUxMzBkMA==",
                "fulan.c_1 (Instagram)",
                "@fulan.c_1 (IG)",
                "IG: fulan.c_1",
                "ig:@fulan.c_1",
                "IG @fulan.c_1",
                "Instagram : fulan.c_1",
                "Akun IG: https://instagram.com/fulan.c_1",
            })
    void acceptsTheFormsThatPeoplePaste(String written) {
        assertThat(Answer.handle(written)).isEqualTo(new Answer(ReadAs.YES, "fulan.c_1", 0, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "budi.s",
                "budi_s",
                "_budi_",
                "b1",
                "ig.budi",
                "instabudi",
                "akunku",
                "a1b2c3",
                "budi.com",
                "yaya",
                "tidak_ada"
            })
    void takesAValidNameAsItIs(String handle) {
        assertThat(Answer.handle(handle)).isEqualTo(new Answer(ReadAs.YES, handle, 0, ""));
        assertThat(Answer.handle("@" + handle).value()).isEqualTo(handle);
    }

    @Test
    void allowsThirtyCharactersAndNoMore() {
        assertThat(Answer.handle("a".repeat(30)).as()).isEqualTo(ReadAs.YES);
        assertThat(Answer.handle("a".repeat(31)).reason()).isEqualTo("TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tidak",
                "TDK",
                "t",
                "n",
                "0",
                "false",
                "belum",
                "blm",
                "-",
                "nihil",
                "kosong",
                "belum punya",
                "Tidak Ada",
                "tidak\u00a0ada",
                "blm punya",
                "belum punya akun",
                "IG: -",
                "ig: belum punya"
            })
    void readsNone(String written) {
        assertThat(Answer.handle(written)).isEqualTo(new Answer(ReadAs.NO, "tidak", 0, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ya | YES_WORD
            Sudah | YES_WORD
            1 | YES_WORD
            ✓ | YES_WORD
            ada | YES_WORD
            aktif | YES_WORD
            x | AMBIGUOUS
            12345 | DIGITS_ONLY
            @12345678 | DIGITS_ONLY
            198609262015051001 | DIGITS_ONLY
            fulan@contoh.id | EMAIL
            Fulan.Contoh@contoh.co.id | EMAIL
            081234567890 | PHONE
            0812-3456-7890 | PHONE
            0812.3456.7890 | PHONE
            +62 812 3456 7890 | PHONE
            https://www.instagram.com/p/Abc123/ | POST_LINK
            https://www.instagram.com/reel/Abc123/?igsh=x | POST_LINK
            instagram.com/stories/fulan/123 | POST_LINK
            https://instagram.com/explore/ | POST_LINK
            https://www.instagram.com/fulan/p/Abc123/ | POST_LINK
            https://www.instagram.com/fulan/reel/Abc123/ | POST_LINK
            https://facebook.com/fulan | OTHER_SITE
            tiktok.com/@fulan | OTHER_SITE
            www.contoh.id | OTHER_SITE
            https://contoh.id/instagram.com/fulan | OTHER_SITE
            https://instagram.com.contoh.id/fulan | OTHER_SITE
            ftp://instagram.com/fulan | OTHER_SITE
            facebook.com | OTHER_SITE
            facebook | OTHER_SITE
            wa.me/62812 | OTHER_SITE
            https://www.instagram.com/ | NO_NAME
            instagram.com | NO_NAME
            instagram | NO_NAME
            @ | NO_NAME
            IG: | NO_NAME
            @fulan @contoh | TWO_HANDLES
            @fulan, @contoh | TWO_HANDLES
            fulan.c/contoh_f | TWO_HANDLES
            fulan dan contoh | TWO_HANDLES
            fulan_c contoh.f | TWO_HANDLES
            fulan & contoh | TWO_HANDLES
            @fulan@contoh | TWO_HANDLES
            fulan_c / contoh_f | TWO_HANDLES
            instagram.com/fulan instagram.com/contoh | TWO_HANDLES
            Fulan Contoh | DISPLAY_NAME
            Fulan Contoh, S.Sos | DISPLAY_NAME
            Fulan (@fulan) | DISPLAY_NAME
            .fulan | DOTS
            fulan. | DOTS
            fulan..c | DOTS
            fulan-c | CHARACTERS
            fulán | CHARACTERS
            fulan! | CHARACTERS
            fulan, | CHARACTERS
            https://instagram.com/fulan-c | CHARACTERS
            """)
    void refusesWhatIsNotOneAccountWithAReason(String written, String reason) {
        assertThat(Answer.handle(written)).isEqualTo(new Answer(ReadAs.UNREADABLE, written, 0, reason));
    }
}

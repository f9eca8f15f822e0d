package id.rekap.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {
    private static final List<ExceptionCode> EVERY = List.of(ExceptionCode.values());

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final Catalogue catalogue = Catalogue.load();

    @ParameterizedTest
    @EnumSource
    void saysEverythingAboutEachCodeInBothLanguages(ExceptionCode code) {
        String[] args = {"satu", "dua", "tiga", "empat"};
        for (Locale locale : new Locale[] {INDONESIAN, Locale.ENGLISH}) {
            assertThat(catalogue.title(code, locale)).hasSizeBetween(8, 40).doesNotEndWith(".");
            assertThat(catalogue.meaning(code, locale)).endsWith(".");
            assertThat(catalogue.action(code, locale)).endsWith(".");
            assertThat(catalogue.message(code, locale, args)).isNotBlank().doesNotContain("{");
            assertThat(catalogue.expected(code, locale, args)).isNotBlank().doesNotContain("{");
        }
        assertThat(catalogue.meaning(code, INDONESIAN)).isNotEqualTo(catalogue.meaning(code, Locale.ENGLISH));
    }

    @Test
    void tellsDatesAndStatusesInWords() {
        assertThat(catalogue.message(ExceptionCode.AGENCY_STALE, INDONESIAN, "2020-08-01"))
                .contains("pada 1 Agustus 2020 dan");
        assertThat(catalogue.message(ExceptionCode.AGENCY_STALE, Locale.ENGLISH, "2020-08-01"))
                .contains("on 1 August 2020 and");
        assertThat(catalogue.message(ExceptionCode.EMPLOYEE_INACTIVE, INDONESIAN, "2020-07-31"))
                .contains("tidak aktif (sejak 31 Juli 2020)");
        assertThat(catalogue.message(ExceptionCode.EMPLOYEE_INACTIVE, INDONESIAN, "20"))
                .contains("tidak aktif (kode status 20)");
    }

    @Test
    void quotesADateThatSomebodyWroteAsItIs() {
        assertThat(catalogue.message(ExceptionCode.VALUE_UNREADABLE, INDONESIAN, "repost", "2020-08-01"))
                .contains("'2020-08-01'");
    }

    /** The contract's table, code by code. */
    @ParameterizedTest
    @CsvSource({
        "FOLDER_UNKNOWN, error, operator",
        "FILE_UNREADABLE, error, agency",
        "FILE_TOO_LARGE, error, agency",
        "FILE_ENCODING, error, agency",
        "FILE_EMPTY, error, agency",
        "FILE_NO_HEADER, error, agency",
        "FILE_COLUMN_DUPLICATE, error, agency",
        "FILE_UNSAFE, error, agency",
        "LIST_SHRANK, error, operator",
        "LIST_FOREIGN, error, operator",
        "CHAT_UNREADABLE, error, operator",
        "EVIDENCE_UNREADABLE, error, operator",
        "EVIDENCE_INCOMPLETE, warning, operator",
        "CHAT_DATE_ASSUMED, info, operator",
        "FILE_UNCHANGED, info, ''",
        "COLUMN_ABSENT, warning, agency",
        "ID_TAIL_SUSPECT, warning, agency",
        "ROW_TOO_WIDE, error, agency",
        "ID_MISSING, error, agency",
        "ID_DAMAGED, error, agency",
        "ID_MALFORMED, error, agency",
        "ROW_CONFLICT, error, agency",
        "ROW_DUPLICATE, info, agency",
        "EMPLOYEE_UNKNOWN, error, agency",
        "EMPLOYEE_INACTIVE, error, agency",
        "EMPLOYEE_TWICE, error, agency",
        "EMPLOYEE_ELSEWHERE, warning, personnel office",
        "TYPE_DIFFERS, warning, personnel office",
        "NAME_DIFFERS, warning, personnel office",
        "VALUE_UNREADABLE, warning, agency",
        "HANDLE_INVALID, warning, agency",
        "HANDLE_SHARED, warning, agency",
        "FOLLOW_UNVERIFIED, warning, agency",
        "EMPLOYEE_NOT_REPORTED, warning, agency",
        "FOLLOW_UNDECLARED, info, ''",
        "AGENCY_SILENT, error, agency",
        "AGENCY_STALE, warning, agency",
        "COUNT_DIFFERS, warning, agency",
        "COUNT_UNREADABLE, warning, agency",
    })
    void weighsEachCodeAsTheContractDoes(ExceptionCode code, String severity, String responsible) {
        assertThat(catalogue.severity(code).word()).isEqualTo(severity);
        assertThat(catalogue.responsible(code).word()).isEqualTo(responsible);
    }

    @ParameterizedTest
    @EnumSource
    void namesEachPartyInBothLanguages(Responsible responsible) {
        assertThat(catalogue.who(responsible, INDONESIAN)).isNotBlank();
        assertThat(catalogue.who(responsible, Locale.ENGLISH)).isNotBlank();
    }

    @Test
    void fillsTheMessageInTheLanguageAskedFor() {
        assertThat(catalogue.message(ExceptionCode.TYPE_DIFFERS, INDONESIAN, "PNS", "TENAGA_KONTRAK", "TENAGA KONTRAK"))
                .isEqualTo("Dilaporkan sebagai PNS, dalam data induk pegawai TENAGA KONTRAK; perlu konfirmasi.");
        assertThat(catalogue.message(ExceptionCode.TYPE_DIFFERS, Locale.UK, "PNS", "PPPK", "PPPK"))
                .isEqualTo("Reported as PNS, PPPK in the employee master; needs confirmation.");
        assertThat(catalogue.expected(
                        ExceptionCode.TYPE_DIFFERS, INDONESIAN, "PNS", "TENAGA_KONTRAK", "TENAGA KONTRAK"))
                .isEqualTo("TENAGA_KONTRAK");
    }

    @Test
    void doesNotFillPlaceholdersThatStandInAValue() {
        assertThat(catalogue.message(ExceptionCode.VALUE_UNREADABLE, Locale.ENGLISH, "repost", "{0} $1"))
                .isEqualTo("'{0} $1' in column repost cannot be read for sure; it counts as not reported.");
    }

    @Test
    void speaksIndonesianUnlessEnglishIsAskedFor() {
        assertThat(catalogue.who(Responsible.AGENCY, Locale.GERMAN)).isEqualTo("perangkat daerah");
        assertThat(catalogue.who(Responsible.AGENCY, Locale.US)).isEqualTo("the agency");
    }

    @Test
    void putsAHintIntoWordsWhetherTranslatedBeforeOrNot() {
        String translated = catalogue.hint("EMAIL", INDONESIAN);
        assertThat(translated).isEqualTo("alamat surel");
        assertThat(catalogue.message(ExceptionCode.HANDLE_INVALID, INDONESIAN, "a@b.id", "EMAIL"))
                .isEqualTo(catalogue.message(ExceptionCode.HANDLE_INVALID, INDONESIAN, "a@b.id", translated))
                .contains("(alamat surel)");
    }

    @Test
    void leavesNoGapWhereThereIsNoHint() {
        assertThat(catalogue.hint("", INDONESIAN)).isEmpty();
        assertThat(catalogue.message(ExceptionCode.ID_MALFORMED, INDONESIAN, "12a", ""))
                .endsWith("baris ditolak.");
    }

    @Test
    void refusesAHintThatItHasNoWordsFor() {
        assertThatThrownBy(() -> catalogue.hint("NONSENSE", INDONESIAN)).hasMessageContaining("NONSENSE");
    }

    @Test
    void refusesTooFewArguments() {
        assertThatThrownBy(() -> catalogue.message(ExceptionCode.COUNT_DIFFERS, INDONESIAN, "43"))
                .hasMessageContaining("COUNT_DIFFERS")
                .hasMessageContaining("counted");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            severity: error\\n    responsible: operator | severity: fatal\\n    responsible: operator | FOLDER_UNKNOWN.severity is fatal
            arguments: [folder, hint] | argumnets: [folder, hint] | FOLDER_UNKNOWN.argumnets is unknown
            \\n  AGENCY_SILENT: | \\n  AGENCY_QUIET: | AGENCY_QUIET is unknown
            in folder {0} are | in a folder are | FOLDER_UNKNOWN.message has placeholders [0, 1] in id but [1] in en
            arguments: [status or end date] | arguments: [] | EMPLOYEE_INACTIVE.message has placeholders [0]
            expected: "daftar yang lebih baru" | expected: "" | AGENCY_STALE.id.expected is missing
            \\n  AGENCY_STALE: | \\n  AGENCY_SILENT: | AGENCY_SILENT
            \\n  NONE: { id: "tidak perlu tindak lanjut", | \\n  NONE: { | NONE.id is missing
            """)
    void refusesAFileThatIsNotWholeNamingThePlace(String there, String instead, String named) throws IOException {
        String whole = codes();
        String broken = whole.replace(there.replace("\\n", "\n"), instead.replace("\\n", "\n"));
        assertThat(broken).isNotEqualTo(whole);
        assertThatThrownBy(() -> CatalogueFile.read("codes.yml", new StringReader(broken), EVERY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("codes.yml: ")
                .hasMessageContaining(named);
    }

    @Test
    void refusesAFileWithoutACode() throws IOException {
        String whole = codes();
        String broken = whole.substring(0, whole.indexOf("  COUNT_UNREADABLE:"));
        assertThatThrownBy(() -> CatalogueFile.read("codes.yml", new StringReader(broken), EVERY))
                .hasMessageContaining("codes.COUNT_UNREADABLE is missing");
    }

    @Test
    void neverSpeaksOfPunishment() throws IOException {
        assertThat(codes().toLowerCase(Locale.ROOT))
                .doesNotContain("sanksi", "hukuman", "pelanggar", "punish", "sanction");
    }

    private static String codes() throws IOException {
        try (InputStream in = Objects.requireNonNull(Catalogue.class.getResourceAsStream("codes.yml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void isReadForNoCodeToo() {
        assertThat(Catalogue.of(Set.of())).isNotNull();
    }

    @Test
    void aCodeAloneSaysWhatItSaysAmongAll() {
        Catalogue all = Catalogue.load();
        for (ExceptionCode code : ExceptionCode.values()) {
            Catalogue alone = Catalogue.of(Set.of(code));
            assertThat(alone.severity(code)).isEqualTo(all.severity(code));
            assertThat(alone.responsible(code)).isEqualTo(all.responsible(code));
            for (Locale locale : List.of(Locale.forLanguageTag("id"), Locale.ENGLISH)) {
                assertThat(alone.meaning(code, locale)).isEqualTo(all.meaning(code, locale));
                assertThat(alone.action(code, locale)).isEqualTo(all.action(code, locale));
                assertThat(alone.who(alone.responsible(code), locale))
                        .isEqualTo(all.who(all.responsible(code), locale));
            }
        }
    }
}

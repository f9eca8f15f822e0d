package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThatCode;

import id.rekap.catalogue.Catalogue;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    @Test
    void playsAllOfASetInBothLanguages() {
        for (String language : new String[] {"id", "en"}) {
            Rehearsal rehearsal = new Rehearsal(Night.MANDATE, Catalogue.load(), Locale.forLanguageTag(language));
            assertThatCode(rehearsal::play).doesNotThrowAnyException();
        }
    }
}

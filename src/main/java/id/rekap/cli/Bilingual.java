package id.rekap.cli;

import java.util.Locale;

/** Words in Indonesian unless English is asked for. */
interface Bilingual {
    Locale locale();

    default String say(String indonesian, String english) {
        return locale().getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : indonesian;
    }
}

package id.rekap.catalogue;

import java.util.Locale;

/** The languages that Rekap speaks; Indonesian unless English is asked for. */
enum Language {
    ID,
    EN;

    static Language of(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? EN : ID;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

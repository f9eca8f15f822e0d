package id.rekap.cli;

import id.rekap.value.ShellWord;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Commands that a message gives to copy work on the home that the message is about: where that is not the one which they
 * would take by themselves, it is part of them.
 */
final class HomeOption {
    /** Up to its last word; one that names a home keeps it. */
    private static final Pattern COMMAND = Pattern.compile("\\./rekap"
            + " (?:(?:import|exempt|ack) (?:agencies|employees|inbox|add|import|end|list)\\b|[a-z][a-z-]*+)"
            + "(?!(?:(?!\\./rekap)[^;\n])* --home)");

    private static volatile @Nullable Path home;

    private HomeOption() {}

    /**
     * From now on messages are about this home.
     *
     * @param byDefault the one that a command takes which names none
     */
    static void use(Path meant, Path byDefault) {
        home = meant.equals(byDefault) ? null : meant;
    }

    static void forget() {
        home = null;
    }

    static String in(String text) {
        Path meant = home;
        return meant == null ? text : added(text, " --home " + ShellWord.of(meant.toString()));
    }

    /** In a document, which may hold several messages. */
    static String inJson(String document) {
        Path meant = home;
        if (meant == null) {
            return document;
        }
        String text = JsonMapper.shared().writeValueAsString(" --home " + ShellWord.of(meant.toString()));
        return added(document, text.substring(1, text.length() - 1));
    }

    private static String added(String text, String option) {
        return text.contains("./rekap ")
                ? COMMAND.matcher(text).replaceAll("$0" + Matcher.quoteReplacement(option))
                : text;
    }
}

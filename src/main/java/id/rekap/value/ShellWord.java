package id.rekap.value;

import java.util.regex.Pattern;

/** A text as one word of a command to copy: an agency's code may hold blanks and whatever else a shell acts upon. */
public final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[\\w./+,:@-]+");

    private ShellWord() {}

    /** As it is where a shell reads it so, otherwise in single quotes. */
    public static String of(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}

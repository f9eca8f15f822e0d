package id.rekap.value;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a cell that should hold one Instagram account. */
final class HandleCell {
    private static final String[] FRAMES = {"akun instagram", "akun ig", "instagram", "insta", "ig"};
    private static final String[] SUFFIXES = {"(instagram)", "(ig)"};
    private static final Set<String> NOT_YET = Set.of("tidak", "tdk", "belum", "blm");
    private static final Set<String> OWNED = Set.of("akun", "ig", "instagram");

    private HandleCell() {}

    static Answer read(String written) {
        // Nearly all cells: too long for a word, plain, no phone number and no site's name.
        if (written.length() > 6
                && !Blanks.isDigit(written.charAt(0))
                && HandleName.isValid(written)
                && !NoValue.isIn(written)
                && !HandleLink.isLink(written)) {
            return HandleName.of(written);
        }
        String text = Blanks.collapsed(written);
        if (text.isEmpty() || NoValue.isIn(text)) {
            return Answer.BLANK;
        }
        Answer word = word(text, text);
        if (word != null) {
            return word;
        }
        String bare = withoutFrame(text.toLowerCase(Locale.ROOT));
        if (bare.isEmpty()) {
            return Answer.unreadable(text, Reason.NO_NAME);
        }
        word = word(bare, text);
        if (word != null) {
            return word;
        }
        if (isPhone(bare)) {
            return Answer.unreadable(text, Reason.PHONE);
        }
        if (HandleLink.isLink(bare)) {
            return HandleLink.read(bare, text);
        }
        return name(bare, text);
    }

    private static Answer name(String bare, String text) {
        String name = withoutQuery(bare);
        int from = 0;
        while (from < name.length() && (name.charAt(from) == '@' || (from > 0 && name.charAt(from) == ' '))) {
            from++;
        }
        String rest = name.substring(from);
        if (SeveralNames.isSeveral(rest)) {
            return Answer.unreadable(text, SeveralNames.reason(name));
        }
        int at = rest.indexOf('@');
        if (at > 0) {
            return Answer.unreadable(text, from > 0 ? Reason.TWO_HANDLES : Reason.EMAIL);
        }
        return HandleName.read(rest, text);
    }

    private static @Nullable Answer word(String words, String text) {
        return switch (Words.of(words)) {
            case YES -> Answer.unreadable(text, Reason.YES_WORD);
            case NO -> Answer.NO;
            case AMBIGUOUS -> Answer.unreadable(text, Reason.AMBIGUOUS);
            case NONE -> hasNone(words) ? Answer.NO : null;
        };
    }

    /** {@code belum punya}, {@code tidak ada}, also with the usual short forms and {@code akun} behind. */
    private static boolean hasNone(String text) {
        int space = text.indexOf(' ');
        if (space < 3 || space > 5) {
            return false;
        }
        String[] words = text.toLowerCase(Locale.ROOT).split(" ", -1);
        if (!NOT_YET.contains(words[0]) || !(words[1].equals("ada") || words[1].equals("punya"))) {
            return false;
        }
        for (int i = 2; i < words.length; i++) {
            if (!OWNED.contains(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Without {@code IG:} in front and {@code (Instagram)} behind. */
    private static String withoutFrame(String lower) {
        String text = lower;
        for (String frame : FRAMES) {
            if (text.startsWith(frame)) {
                String rest = text.substring(frame.length()).stripLeading();
                if (rest.startsWith(":") || rest.startsWith("=")) {
                    text = rest.substring(1).stripLeading();
                    break;
                }
                if (rest.startsWith("@")) {
                    text = rest;
                    break;
                }
            }
        }
        for (String suffix : SUFFIXES) {
            if (text.endsWith(suffix)) {
                text = text.substring(0, text.length() - suffix.length()).stripTrailing();
            }
        }
        return text;
    }

    /** A name copied out of a link together with what follows it: {@code budi.s?igsh=…==}. */
    private static String withoutQuery(String text) {
        int query = text.indexOf('?');
        return query > 0 && text.indexOf('=', query) > 0 ? text.substring(0, query) : text;
    }

    private static boolean isPhone(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Blanks.isDigit(c)) {
                digits++;
            } else if (" .()".indexOf(c) < 0 && !Blanks.isDash(c) && !(c == '+' && digits == 0)) {
                return false;
            }
        }
        boolean begins = text.startsWith("0") || text.startsWith("62") || text.startsWith("+") || text.startsWith("(");
        return begins && digits >= 9 && digits <= 14;
    }
}

package id.rekap.value;

import java.util.Locale;

/** The words that offices answer with. What is not here is reported, never guessed. */
final class Words {
    enum Sense {
        YES,
        NO,
        AMBIGUOUS,
        NONE
    }

    private static final int LONGEST = 6;

    private Words() {}

    /** What the collapsed text says if it is one of the words, in any case. */
    static Sense of(String text) {
        if (text.length() > LONGEST) {
            return Sense.NONE;
        }
        if (text.length() == 1 && Blanks.isDash(text.charAt(0))) {
            return Sense.NO;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "ya", "y", "1", "true", "sudah", "udah", "aktif", "v", "√", "✓", "✔", "ada" -> Sense.YES;
            case "tidak", "tdk", "t", "n", "0", "false", "belum", "blm", "nihil", "kosong" -> Sense.NO;
            case "x" -> Sense.AMBIGUOUS;
            default -> Sense.NONE;
        };
    }
}

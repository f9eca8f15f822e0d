package id.rekap.claims;

import java.util.regex.Pattern;

/** The two official accounts as they are named in reports: a number that stands for one of them is no claim. */
final class Accounts {
    static final String HUMAS = "humas";
    static final String MEDIA_CENTER = "mediacenter";

    private static final Pattern HUMAS_SPELT = Pattern.compile("\\bhumas[. ]?acehbesar\\b");
    private static final Pattern MEDIA_CENTER_SPELT =
            Pattern.compile("\\bmedia ?cent(?:er|re)(?:[. ]?aceh ?besar\\b|\\b)");
    private static final Pattern BEFORE =
            Pattern.compile("(?:@|(?:follow\\w*|mengikuti|akun|ig|instagram|mediacenter\\w*(?: dan|&|,|/)?) ?@?)\\s*$");
    private static final Pattern BEHIND = Pattern.compile("^ ?(?:dan|&|/|,|\\+) ?@?mediacenter");

    private Accounts() {}

    /** Their names in one word each; the text is in lower case. */
    static String joined(String text) {
        if (!text.contains("humas") && !text.contains("media")) return text;
        String one = HUMAS_SPELT.matcher(text).replaceAll("humasacehbesar");
        return MEDIA_CENTER_SPELT.matcher(one).replaceAll("mediacenter");
    }

    static boolean is(String word) {
        return word.equals(HUMAS) || word.equals("humasacehbesar") || word.equals(MEDIA_CENTER);
    }

    static String named(String word) {
        return word.equals(MEDIA_CENTER) ? MEDIA_CENTER : HUMAS;
    }

    /** Whether an account, and not the office of that name, is meant between these. */
    static boolean isMeant(String before, String behind) {
        return BEFORE.matcher(before).find() || BEHIND.matcher(behind).find();
    }
}

package id.rekap.value;

/** Makes the spellings of one word alike: Soekarno and Sukarno, Djamil and Jamil, Tjut and Cut, Joesoef and Yusuf. */
final class Spelling {
    private Spelling() {}

    static String key(String word) {
        var key = new StringBuilder(word.length());
        int i = 0;
        while (i < word.length()) {
            char c = word.charAt(i);
            char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
            char as = c;
            int taken = 1;
            if (c == 'o' && next == 'e') {
                as = 'u';
                taken = 2;
            } else if (c == 't' && next == 'j') {
                as = 'c';
                taken = 2;
            } else if (c == 'd' && next == 'j') {
                as = 'i';
                taken = 2;
            } else if ((c == 'c' || c == 'k') && next == 'h') {
                as = 'h';
                taken = 2;
            } else if (c == 'd' && (next == 'h' || next == 'z')) {
                as = next == 'z' ? 'z' : 'd';
                taken = 2;
            } else if (c == 'j' || c == 'y') {
                // Old j is today's y, old dj today's j: they meet in one letter.
                as = 'i';
            } else if (c == 'v') {
                as = 'f';
            } else if (c == 'q') {
                as = 'k';
            }
            if (key.isEmpty() || key.charAt(key.length() - 1) != as) {
                key.append(as);
            }
            i += taken;
        }
        return switch (key.toString()) {
            case "saied", "said", "saiid", "sied" -> "said";
            default -> key.toString();
        };
    }
}

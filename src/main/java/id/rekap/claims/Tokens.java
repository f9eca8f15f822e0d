package id.rekap.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts a message into words, numbers and signs, and tells what each is. */
final class Tokens {
    private static final char AGENCY = '\ue003';
    private static final int MOST_DIGITS = 6;
    /** iPhones put the name of who is mentioned between two marks. */
    private static final Pattern MENTIONED = Pattern.compile("@\u2068[^\u2069\\n]{0,100}\u2069");

    /** {@code s/d}, which is no school. */
    private static final Pattern UNTIL = Pattern.compile("\\bs[/.] ?d\\b\\.?");
    /** Of {@code setara 95,5 persen}, what is no number. */
    private static final Pattern NO_SHARE = Pattern.compile("[^\\d.,]|[.,](?!\\d)");

    /** Words that are shortened with a dot. */
    private static final Set<String> SHORTENED = Set.of("sdh", "blm", "jml", "jlh", "tot", "no", "kec", "yg");

    /** As it was written, and as long as {@link #text}. */
    private final String written;

    private final String text;
    private final List<AgencyNames.Mention> mentions;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(AgencyNames names, String message) {
        String shown =
                message.indexOf('@') < 0 ? message : MENTIONED.matcher(message).replaceAll(" ");
        String joined = Accounts.joined(PlainWording.of(shown));
        boolean until = joined.contains("s/") || joined.contains("s.");
        String plain = until ? UNTIL.matcher(joined).replaceAll("sampai") : joined;
        this.mentions = new ArrayList<>(names.in(plain));
        mentions.removeIf(mention -> isAccount(plain, mention));
        this.written = mentions.isEmpty() ? "" : hidden(plain, mentions);
        this.text = Uncounted.without(written);
    }

    /** None for a message that names no agency. */
    static List<Token> of(String message, AgencyNames names) {
        return names.mayBeIn(message) ? new Tokens(names, message).cut() : List.of();
    }

    /** An office may be called like its account: {@code follow humas dan mediacenter}. */
    private static boolean isAccount(String text, AgencyNames.Mention mention) {
        if (!Accounts.is(text.substring(mention.from(), mention.to()))) return false;
        String before = text.substring(Math.max(0, mention.from() - 40), mention.from());
        String behind = text.substring(mention.to(), Math.min(text.length(), mention.to() + 20));
        return Accounts.isMeant(before, behind);
    }

    private static String hidden(String text, List<AgencyNames.Mention> mentions) {
        var out = new StringBuilder(text);
        for (AgencyNames.Mention mention : mentions) {
            for (int i = mention.from(); i < mention.to(); i++) out.setCharAt(i, AGENCY);
        }
        return out.toString();
    }

    private List<Token> cut() {
        int mention = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == AGENCY) {
                AgencyNames.Mention named = mentions.get(mention++);
                add(named.code().isEmpty() ? TokenKind.OFFICE : TokenKind.AGENCY, named.code());
                at = named.to();
            } else if (c == Uncounted.TAKEN || c == Uncounted.PERCENT) {
                run(c);
            } else if (Glyphs.isDigit(c) || c == PlainWording.ODD_DIGIT) {
                number();
            } else if (Character.isLetter(c) || c == '@') {
                word();
            } else {
                sign(c);
            }
        }
        return tokens;
    }

    private void run(char mark) {
        int from = at;
        while (at < text.length() && text.charAt(at) == mark) at++;
        if (mark == Uncounted.PERCENT) {
            add(TokenKind.PERCENT, NO_SHARE.matcher(written.substring(from, at)).replaceAll("") + "%");
        } else {
            add(TokenKind.OTHER, "");
        }
    }

    private void number() {
        int from = at;
        boolean odd = false;
        while (at < text.length() && (isDigit(at) || (isNumberSign(at) && at + 1 < text.length() && isDigit(at + 1)))) {
            odd |= text.charAt(at) == PlainWording.ODD_DIGIT;
            at++;
        }
        String written = text.substring(from, at);
        String digits = odd ? "" : digits(written);
        boolean signed = from > 0 && isMinus(from - 1);
        String unit = letters();
        boolean counts = unit.isEmpty() || Vocabulary.isUnit(unit);
        if (digits.isEmpty() || signed || !counts) {
            add(TokenKind.ODD_NUMBER, odd ? "?" : written);
        } else {
            tokens.add(Token.number(written, Integer.parseInt(digits)));
            if (!unit.isEmpty()) at -= unit.length();
        }
    }

    private boolean isDigit(int at) {
        return Glyphs.isDigit(text.charAt(at)) || text.charAt(at) == PlainWording.ODD_DIGIT;
    }

    private boolean isNumberSign(int at) {
        char c = text.charAt(at);
        return c == '.' || c == ',' || c == ':';
    }

    /** A dash that touches the number, and nothing that it could belong to instead. */
    private boolean isMinus(int at) {
        return text.charAt(at) == '-' && (at == 0 || !Character.isLetter(text.charAt(at - 1)));
    }

    private String letters() {
        int from = at;
        while (at < text.length() && Glyphs.isLetterOrDigit(text.charAt(at))) at++;
        return text.substring(from, at);
    }

    /** Digits, or digits in groups of three with dots; else empty. */
    private static String digits(String written) {
        boolean plain = written.chars().allMatch(c -> Glyphs.isDigit((char) c));
        boolean grouped = !plain && written.matches("[1-9]\\d{0,2}(?:\\.\\d{3})+");
        String digits = plain ? written : grouped ? written.replace(".", "") : "";
        boolean padded = digits.length() > 1 && digits.charAt(0) == '0';
        return digits.length() > MOST_DIGITS || (padded && digits.length() > 2) ? "" : digits;
    }

    private void word() {
        if (text.charAt(at) == '@') {
            handle();
            return;
        }
        int from = at;
        String phrase = letters();
        int first = at;
        Vocabulary.Entry found = Vocabulary.of(phrase);
        int end = at;
        for (int next = joined(at); next >= 0 && Vocabulary.isBeginning(phrase); next = joined(at)) {
            at = next;
            phrase = phrase + " " + letters();
            Vocabulary.Entry longer = Vocabulary.of(phrase);
            if (longer == null) continue;
            found = longer;
            end = at;
        }
        if (found == null) {
            at = first;
            unknown(text.substring(from, first));
        } else {
            at = end;
            tokens.add(new Token(found.kind(), found.text(), 0, 0, found.staff()));
        }
    }

    /** Where the next word of a phrase begins: behind one blank or hyphen; -1 where none does. */
    private int joined(int at) {
        int next = at;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '-') && next - at < 2) next++;
        boolean isJoined = next > at && next < text.length() && Glyphs.isLetterOrDigit(text.charAt(next));
        return isJoined ? next : -1;
    }

    private void unknown(String word) {
        int digit = 0;
        while (digit < word.length() && !Glyphs.isDigit(word.charAt(digit))) digit++;
        Vocabulary.Entry front = Vocabulary.of(word.substring(0, digit));
        if (digit < word.length()
                && front != null
                && (front.kind() == TokenKind.GROUP || front.kind().isStatus())) {
            at -= word.length() - digit;
            tokens.add(new Token(front.kind(), front.text(), 0, 0, front.staff()));
        } else {
            add(NumberWords.isOne(word) ? TokenKind.NUMBER_WORD : TokenKind.UNKNOWN, word);
        }
    }

    /** An account, or somebody who is mentioned. */
    private void handle() {
        int from = ++at;
        while (at < text.length() && text.charAt(at) == ' ' && at - from < 1) at++;
        int name = at;
        while (at < text.length() && (Glyphs.isLetterOrDigit(text.charAt(at)) || isHandleSign(at))) at++;
        String folded = text.substring(name, at).replace(".", "");
        boolean account = Accounts.is(folded);
        add(account ? TokenKind.ACCOUNT : TokenKind.OTHER, account ? Accounts.named(folded) : "");
    }

    private boolean isHandleSign(int at) {
        return text.charAt(at) == '.' && at + 1 < text.length() && Glyphs.isLetterOrDigit(text.charAt(at + 1));
    }

    private void sign(char c) {
        at++;
        switch (c) {
            case '\n' -> add(TokenKind.LINE, "");
            case '.' -> {
                if (!isShortened()) add(TokenKind.STOP, ".");
            }
            case ',', ';', '|', '!' -> add(TokenKind.STOP, String.valueOf(c));
            case ':' -> add(TokenKind.COLON, ":");
            case '=' -> add(TokenKind.EQUALS, "=");
            case '/', '\\' -> add(TokenKind.STROKE, "/");
            case '-' -> add(TokenKind.DASH, "-");
            case '(', '[', '{' -> add(TokenKind.OPEN, "(");
            case ')', ']', '}' -> add(TokenKind.CLOSE, ")");
            case '&' -> add(TokenKind.AND, "&");
            case '+', '~', '<', '>', '?', '^', '#', '$', '%' -> add(TokenKind.SIGN, String.valueOf(c));
            default -> {
                // blanks, and what is only drawn
            }
        }
    }

    /** The dot before here ends a shortened word, and the line goes on. */
    private boolean isShortened() {
        int from = at - 1;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) from--;
        boolean ends = at == text.length() || text.charAt(at) == '\n';
        return !ends && SHORTENED.contains(text.substring(from, at - 1));
    }

    private void add(TokenKind kind, String text) {
        tokens.add(new Token(kind, text, 0, 0, Set.of()));
    }
}

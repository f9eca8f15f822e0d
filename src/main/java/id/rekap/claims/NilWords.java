package id.rekap.claims;

import static id.rekap.claims.TokenKind.*;

import java.util.List;
import java.util.Set;

/** Whether {@code nihil} or {@code tidak ada} says that there are no people, and not that they have none of something. */
final class NilWords {
    /** What may close a sentence; a date that was taken out has no text. */
    private static final Set<String> CLOSING = Set.of(
            "", "pak", "bapak", "ibu", "saja", "terima kasih", "terimakasih", "tks", "trims", "per", "tgl", "tanggal");
    /** Behind those whom there are none of. */
    private static final Set<String> WHERE = Set.of("di", "pada", "dalam", "lingkungan", "lingkup", "untuk");

    /** Of these an agency reports nil; {@code TK nihil hari ini} may say that nobody follows since yesterday. */
    private static final Set<String> NOW =
            Set.of(("hari ini|saat ini|sampai saat ini|sekarang|pagi|siang|sore|malam|ini|hari"
                            + "|senin|selasa|rabu|kamis|jumat|sabtu|ahad|minggu")
                    .split("\\|", -1));

    private static final Set<String> UP_TO =
            Set.of("untuk", "utk", "pada", "per", "sampai", "sampe", "hingga", "s d", "dengan", "dgn");

    private static final Set<String> ACCOUNTS = Set.of("akun", "akunnya", "account", "instagram", "ig", "insta");

    private NilWords() {}

    /** {@code 0 akun}: of people nothing is said. */
    static boolean isOfAccounts(List<Token> clause, int at) {
        return at + 1 < clause.size()
                && clause.get(at).number() == 0
                && clause.get(at + 1).is(OTHER)
                && ACCOUNTS.contains(clause.get(at + 1).text());
    }

    /** The clause ends behind the word at this index, or names people and ends. */
    static boolean isMeant(List<Token> clause, int at) {
        return isMeant(clause, at, false);
    }

    /** The same, or of when an agency reports it. */
    static boolean isOfAgency(List<Token> clause, int at) {
        return isMeant(clause, at, true);
    }

    private static boolean isMeant(List<Token> clause, int at, boolean ofAgency) {
        // nihil, Dinas Sosial; but "tidak ada Dinas Sosial" may be of the list of agencies
        boolean isWord = clause.get(at).text().equals("nihil");
        boolean people = false;
        for (int i = at + 1; i < clause.size(); i++) {
            Token token = clause.get(i);
            if (token.kind().isStop()) return true;
            boolean counted = token.is(PEOPLE) || token.is(GROUP);
            boolean place =
                    ((people || isWord) && (token.is(AGENCY) || token.text().equals("dari")))
                            || (people && WHERE.contains(token.text()));
            boolean closing =
                    token.is(OTHER) && (CLOSING.contains(token.text()) || (ofAgency && isWord && isTime(clause, i)));
            if (!counted && !place && !closing) return false;
            people |= counted;
        }
        return true;
    }

    /** {@code nihil sampai dengan hari ini}. */
    private static boolean isTime(List<Token> clause, int at) {
        int next = at;
        while (next < clause.size() && UP_TO.contains(clause.get(next).text())) next++;
        return next < clause.size()
                && clause.get(next).is(OTHER)
                && (NOW.contains(clause.get(next).text())
                        || clause.get(next).text().isEmpty());
    }
}

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
        // nihil, Dinas Sosial; but "tidak ada Dinas Sosial" may be of the list of agencies
        boolean isWord = clause.get(at).text().equals("nihil");
        boolean people = false;
        for (Token token : clause.subList(at + 1, clause.size())) {
            if (token.kind().isStop()) return true;
            boolean counted = token.is(PEOPLE) || token.is(GROUP);
            boolean place =
                    ((people || isWord) && (token.is(AGENCY) || token.text().equals("dari")))
                            || (people && WHERE.contains(token.text()));
            boolean closing = token.is(OTHER) && CLOSING.contains(token.text());
            if (!counted && !place && !closing) return false;
            people |= counted;
        }
        return true;
    }
}

package id.rekap.claims;

import static id.rekap.claims.TokenKind.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the numbers of a clause that speaks of one group, each with the word before it:
 * <pre>
 * item  = [role] number | [role] number "dari" number | [role] number "/" number | role "semua" | number role (the only one)
 * role  = "jumlah" | "sudah" ["follow"] | "follow" | "belum" ["follow"]
 * </pre>
 */
final class ItemReader {
    private final List<Token> tokens;
    private final MessageTally tally;

    private @Nullable Role role;
    /** Of the word that stands before the group, and heads the groups behind it as well. */
    private @Nullable Role ahead;

    /** Of the first number. */
    private @Nullable Role first;

    private boolean grouped;
    private boolean ofWhole;
    private boolean all;
    private int items;
    private int bare = -1;
    /** The bare number stands behind one of those who follow. */
    private boolean late;

    private final Set<Role> own = EnumSet.noneOf(Role.class);

    ItemReader(List<Token> tokens, MessageTally tally) {
        this.tokens = tokens;
        this.tally = tally;
    }

    void read() {
        if (!tally.hasCurrent() && !isAllAlone()) {
            if (!ClauseReader.isHeadingDate(tokens)) tally.doubt(Doubt.NUMBER);
            return;
        }
        if (isAllAlone()) {
            if (has(BELUM)) tally.doubt(Doubt.NO_FOLLOWING);
            else tally.allOpen();
            return;
        }
        begin();
        for (int i = 0; i < tokens.size(); i++) i = token(i);
        end();
    }

    private void begin() {
        Token first = tokens.stream()
                .filter(token -> !Wholes.FILLERS.contains(token.kind()))
                .findFirst()
                .orElseThrow();
        boolean follows = first.is(SUDAH) || first.is(FOLLOW);
        // "Belum." and "Follow 2" behind it may be one thing or two
        if (tally.headed && tally.heading == Role.NOT_FOLLOWING && follows) tally.doubt(Doubt.WORD);
        tally.headed = false;
    }

    private boolean isAllAlone() {
        return ClauseReader.isAll(tokens) && !has(GROUP) && !has(NUMBER) && !has(PAIR) && !has(NIL);
    }

    private boolean has(TokenKind kind) {
        return tokens.stream().anyMatch(token -> token.is(kind));
    }

    private int token(int at) {
        Token token = tokens.get(at);
        switch (token.kind()) {
            case GROUP -> group();
            case TOTAL -> role = role == null ? Role.PEOPLE : role;
            case SUDAH, FOLLOW -> follows(at);
            case BELUM -> belum();
            case OF -> ofWhole = Wholes.isAhead(tokens, at);
            case ALL -> all |= !isTotal(at);
            case NIL -> {
                if (!NilWords.isMeant(tokens, at)) tally.doubt(Doubt.WORD);
                value(0);
            }
            case PAIR -> pair(token);
            case NUMBER -> {
                return number(at);
            }
            default -> {
                // words without a meaning for counts; strange ones are doubted already
            }
        }
        return at;
    }

    /** {@code belum follow} is one word; {@code belum … sudah} is none. */
    private void follows(int at) {
        int before = at - 1;
        while (before >= 0
                && (tokens.get(before).is(OTHER) || tokens.get(before).is(ALL))) before--;
        boolean not = role == Role.NOT_FOLLOWING;
        if (not && !(tokens.get(at).is(FOLLOW) && tokens.get(before).is(BELUM))) tally.doubt(Doubt.WORD);
        if (!not) role = Role.FOLLOWING;
    }

    /** What stands before a group and has its number may belong to the one before: {@code …, belum 5 TK 20}. */
    private void group() {
        if (role != null && items > 0) tally.doubt(Doubt.WORD);
        if (role != null && items == 0) ahead = role;
        if (!grouped && items == 1 && role == null) ahead = first;
        grouped = true;
    }

    private void belum() {
        if (role == Role.FOLLOWING) tally.doubt(Doubt.WORD);
        role = Role.NOT_FOLLOWING;
    }

    private boolean isTotal(int at) {
        return (at > 0 && tokens.get(at - 1).is(TOTAL))
                || (at + 1 < tokens.size() && tokens.get(at + 1).is(TOTAL));
    }

    private int number(int at) {
        int whole = Wholes.index(tokens, at);
        if (whole < 0) {
            if (NilWords.isOfAccounts(tokens, at)) tally.doubt(Doubt.WORD);
            value(tokens.get(at).number());
            return at;
        }
        Role of = role == null || role == Role.PEOPLE ? Role.FOLLOWING : role;
        share(of, tokens.get(at).number(), tokens.get(whole).number());
        for (int i = at; i < whole; i++) if (tokens.get(i).is(GROUP)) group();
        return whole;
    }

    private void value(int number) {
        items++;
        if (items == 1) first = role;
        if (ofWhole && (role == null || role == Role.PEOPLE)) {
            set(Role.PEOPLE, number);
        } else if (role != null) {
            Role heading = tally.heading;
            set(tally.isOfEverybody() && role == Role.PEOPLE && heading != null ? heading : role, number);
        } else if (bare >= 0 || (grouped && items > 1)) {
            tally.doubt(Doubt.TWO_COUNTS);
        } else {
            bare = number;
            late = tally.isWithoutPeople();
        }
        role = null;
        ofWhole = false;
    }

    private void pair(Token pair) {
        items++;
        Role inherited = role != null ? role : ahead != null ? ahead : tally.heading;
        if (inherited == Role.NOT_FOLLOWING) tally.doubt(Doubt.WORD);
        if (tally.isJoined()) tally.doubt(Doubt.TWO_COUNTS);
        role = null;
        share(Role.FOLLOWING, Math.min(pair.number(), pair.second()), Math.max(pair.number(), pair.second()));
        items--;
    }

    private void share(Role of, int part, int whole) {
        items++;
        role = null;
        if (part > whole) tally.doubt(Doubt.DISAGREES);
        if (tally.isMixed()) tally.doubt(Doubt.TWO_COUNTS);
        own.add(of);
        tally.current().share(of, part, whole);
    }

    private void set(Role of, int number) {
        own.add(of);
        if (tally.isMixed() && number != 0) tally.doubt(Doubt.TWO_COUNTS);
        tally.each().forEach(facts -> facts.set(of, number));
    }

    private void end() {
        if (all) all();
        boolean open = role == Role.FOLLOWING || role == Role.NOT_FOLLOWING;
        if (open && !has(NUMBER_WORD)) behind();
        boolean status = own.contains(Role.FOLLOWING) || own.contains(Role.NOT_FOLLOWING);
        if (bare >= 0) bare();
        if (ahead != null) tally.heading = ahead;
        else if (status) tally.heading = null;
    }

    /** {@code semua ASN 45} is but a number of people; {@code ASN 45 semua} nobody knows. */
    private void all() {
        boolean follows = has(SUDAH) || has(FOLLOW);
        int first = index(ALL);
        if (has(BELUM)) {
            tally.doubt(Doubt.NO_FOLLOWING);
            role = null;
        } else if (follows) {
            tally.each().forEach(StatedCounts::all);
            if (role == Role.FOLLOWING) role = null;
        } else if (first > Math.min(index(NUMBER), index(NIL))) {
            tally.doubt(Doubt.WORD);
        }
    }

    private int index(TokenKind kind) {
        for (int i = 0; i < tokens.size(); i++) if (tokens.get(i).is(kind)) return i;
        return tokens.size();
    }

    /** A word of status with nothing behind it: {@code 43 sudah}, of a group whose people are known. */
    private void behind() {
        Role of = role == null ? Role.FOLLOWING : role;
        boolean shared = items == 1 && bare < 0 && own.equals(Set.of(Role.FOLLOWING));
        if (of == Role.FOLLOWING && (shared || (items == 0 && has(PERCENT)))) return;
        boolean alone = items == 1 && bare >= 0 && !grouped && tally.current().has(Role.PEOPLE);
        if (!alone) {
            tally.doubt(Doubt.WORD);
            return;
        }
        set(of, bare);
        bare = -1;
    }

    private void bare() {
        Role inherited = ahead != null ? ahead : tally.heading;
        boolean follows = own.contains(Role.FOLLOWING);
        boolean notFollows = own.contains(Role.NOT_FOLLOWING);
        if (ahead == null && inherited != null && inherited != Role.PEOPLE) {
            if (notFollows || (follows && inherited == Role.NOT_FOLLOWING)) tally.doubt(Doubt.WORD);
            if (follows) inherited = Role.PEOPLE;
        }
        if (inherited == null && late) tally.doubt(Doubt.NO_PEOPLE);
        set(inherited == null ? Role.PEOPLE : inherited, bare);
    }
}

package id.rekap.claims;

import static id.rekap.claims.TokenKind.*;

import id.rekap.mandate.Group;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a message reports, of each agency that it names: exactly what stands there, or that it is in doubt. Most
 * messages report nothing.
 */
final class MessageReader {
    private static final Set<TokenKind> COUNTS =
            EnumSet.of(NUMBER, PAIR, ODD_NUMBER, NUMBER_WORD, NIL, PERCENT, AS_BEFORE, ODD_PARTS);

    private final AgencyNames names;

    MessageReader(AgencyNames names) {
        this.names = names;
    }

    /** In the order in which the agencies are named. */
    List<AgencyReading> read(String message) {
        List<Token> tokens =
                PartsLists.without(Joints.settled(Brackets.without(TimesOfDay.without(Tokens.of(message, names)))));
        Addressees addressees = Addressees.of(tokens);
        if (!addressees.others().isEmpty()) return readings(addressees.others(), tokens);
        return readings(addressees.addressed(), tokens).stream()
                .map(reading -> AgencyReading.doubtful(reading.agency(), Doubt.ONLY_ADDRESSED, reading.words()))
                .toList();
    }

    private List<AgencyReading> readings(Set<String> agencies, List<Token> tokens) {
        if (agencies.isEmpty()) return List.of();
        if (agencies.size() == 1)
            return report(agencies.iterator().next(), tokens).stream().toList();
        return severalAgencies(agencies, tokens);
    }

    /** Each has its own complete line, or none of them can be told apart. */
    private List<AgencyReading> severalAgencies(Set<String> agencies, List<Token> tokens) {
        List<AgencyReading> readings = new ArrayList<>();
        boolean apart = true;
        for (List<Token> line : lines(tokens)) {
            Addressees of = Addressees.of(line);
            Set<String> named = new LinkedHashSet<>(of.others().isEmpty() ? of.addressed() : of.others());
            named.retainAll(agencies);
            boolean counts = isCounted(line);
            if (named.size() == 1) {
                report(named.iterator().next(), line).ifPresent(readings::add);
            } else {
                apart &= !counts && (named.isEmpty() || !ClauseReader.has(line, GROUP));
            }
        }
        apart &= readings.stream().map(AgencyReading::agency).distinct().count() == readings.size();
        if (apart) return readings;
        List<AgencyReading> doubtful = new ArrayList<>();
        if (ClauseReader.has(tokens, GROUP) || !readings.isEmpty()) {
            String words = RedactedMessage.words(tokens, names);
            agencies.forEach(agency -> doubtful.add(AgencyReading.doubtful(agency, Doubt.SEVERAL_AGENCIES, words)));
        }
        return doubtful;
    }

    private static boolean isCounted(List<Token> tokens) {
        return ClauseReader.has(tokens, COUNTS) || ClauseReader.isAll(tokens);
    }

    private static List<List<Token>> lines(List<Token> tokens) {
        List<List<Token>> lines = new ArrayList<>();
        List<Token> line = new ArrayList<>();
        for (Token token : tokens) {
            line.add(token);
            if (!token.is(LINE)) continue;
            lines.add(line);
            line = new ArrayList<>();
        }
        lines.add(line);
        return lines;
    }

    private Optional<AgencyReading> report(String agency, List<Token> tokens) {
        List<List<Token>> clauses = Clauses.of(tokens);
        boolean groups = ClauseReader.has(tokens, GROUP);
        if (!groups) return withoutGroup(agency, tokens, clauses);
        if (!claims(tokens, clauses)) return Optional.empty();
        MessageTally tally = new MessageTally();
        if (ClauseReader.has(tokens, AS_BEFORE)) tally.doubt(Doubt.AS_BEFORE);
        if (ClauseReader.has(tokens, ODD_PARTS)) tally.doubt(Doubt.DISAGREES);
        if (Offices.isPart(tokens) || PartsLists.excludes(tokens)) tally.doubt(Doubt.WORD);
        ClauseReader reader = new ClauseReader(tally);
        clauses.forEach(reader::read);
        Map<Group, Count> counts = tally.counts();
        Optional<Doubt> doubt = tally.doubts().stream().findFirst();
        return Optional.of(new AgencyReading(agency, counts, false, doubt, RedactedMessage.words(tokens, names)));
    }

    /** A number is claimed, or that all follow; not asked for. */
    private static boolean claims(List<Token> tokens, List<List<Token>> clauses) {
        if (ClauseReader.has(tokens, COUNTS)) return true;
        return clauses.stream().anyMatch(ClauseReader::isAll) && !ClauseReader.has(tokens, REQUEST);
    }

    /** {@code Dinas Sosial nihil}, {@code Dinas Sosial idem}, {@code Dinas Sosial sudah semua}; anything else is chatter. */
    private Optional<AgencyReading> withoutGroup(String agency, List<Token> tokens, List<List<Token>> clauses) {
        if (ClauseReader.has(tokens, REQUEST)) return Optional.empty();
        String words = RedactedMessage.words(tokens, names);
        boolean nil = false;
        for (List<Token> clause : clauses) {
            if (ClauseReader.has(clause, UNKNOWN, OFFICE)) continue;
            if (ClauseReader.has(clause, AS_BEFORE)) {
                return Optional.of(AgencyReading.doubtful(agency, Doubt.AS_BEFORE, words));
            }
            boolean follows = ClauseReader.has(clause, SUDAH, FOLLOW, BELUM);
            if (ClauseReader.isAll(clause) || ClauseReader.has(clause, PERCENT)) {
                return Optional.of(AgencyReading.doubtful(agency, Doubt.NO_PEOPLE, words));
            }
            if (isNil(clause) && Times.arePast(clause)) {
                return Optional.of(AgencyReading.doubtful(agency, Doubt.OTHER_TIME, words));
            }
            if (hasNone(clause)) return Optional.of(AgencyReading.doubtful(agency, Doubt.WORD, words));
            nil |= isNil(clause);
            if (nil && follows) return Optional.of(AgencyReading.doubtful(agency, Doubt.NO_PEOPLE, words));
        }
        boolean counts = ClauseReader.has(tokens, NUMBER, PAIR, ODD_NUMBER, NUMBER_WORD, PERCENT);
        if (!nil || counts) return Optional.empty();
        if (ClauseReader.has(tokens, ODD_PARTS)) {
            return Optional.of(AgencyReading.doubtful(agency, Doubt.DISAGREES, words));
        }
        if (Offices.isOfPart(tokens)) return Optional.of(AgencyReading.doubtful(agency, Doubt.WORD, words));
        return Optional.of(new AgencyReading(agency, Map.of(), true, Optional.empty(), words));
    }

    /** {@code tidak ada akun}: of people nothing is said. */
    private static boolean hasNone(List<Token> clause) {
        for (int i = 0; i + 1 < clause.size(); i++) {
            if (clause.get(i).is(NIL) && !clause.get(i + 1).is(HEADING) && !NilWords.isOfAgency(clause, i)) return true;
        }
        return false;
    }

    /** {@code Laporan nihil}, but not {@code nihil kegiatan}. */
    private static boolean isNil(List<Token> clause) {
        for (int i = 0; i < clause.size(); i++) {
            if (clause.get(i).is(NIL))
                return i + 1 == clause.size() || !clause.get(i + 1).is(HEADING);
        }
        return false;
    }
}

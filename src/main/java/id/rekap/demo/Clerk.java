package id.rekap.demo;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Types the rows of one office's list on one night: each office has its own words, and people slip. */
final class Clerk {
    private static final List<List<String>> YES_AND_NO =
            List.of(List.of("ya", "tidak"), List.of("Sudah", "Belum"), List.of("Ya", "-"), List.of("y", "t"));
    private static final List<String> UNCLEAR = List.of("x", "?", "sdh follow tp belum dikonfirmasi", "ya/tidak");
    private static final List<String> NO_HANDLES =
            List.of("ya", "0812 0000 0000", "instagram.com/p/Cabc123", "akun lama lupa sandi", "nama@contoh.example");

    private final Office office;
    private final int night;
    private final Strangers strangers;

    Clerk(Office office, int night, Strangers strangers) {
        this.office = office;
        this.night = night;
        this.strangers = strangers;
    }

    /** The row without any slip. */
    ListRow clean(Person person) {
        ReportingHabit conduct = person.conduct();
        SplittableRandom habit = new SplittableRandom(person.handle().hashCode());
        List<String> words = YES_AND_NO.get(office.habit(YES_AND_NO.size()));
        String handle = conduct.hasAccount(night) ? person.handle() : habit.nextInt(3) == 0 ? "belum punya" : "-";
        return new ListRow(
                written(
                        person.formerNumber().isEmpty() || habit.nextInt(3) > 0
                                ? person.number()
                                : person.formerNumber()),
                false,
                Names.asWritten(person.name(), habit),
                person.type().written(),
                habit.nextInt(6) == 0 && conduct.hasAccount(night) ? "@" + handle : handle,
                words.get(conduct.followsHumas(night) ? 0 : 1),
                words.get(conduct.followsMediaCenter(night) ? 0 : 1),
                Integer.toString(conduct.reposts(night)),
                Integer.toString(conduct.family()));
    }

    /** What stands in the list for this person: no row, one or two. */
    Stream<ListRow> rows(Person person, Person neighbour) {
        ListRow row = clean(person);
        Slip slip = person.flaw().on(night);
        if (!person.standing().counts()) {
            return slip == Slip.NONE && person.flaw().host() % 3 == 0 ? Stream.of(row) : Stream.empty();
        }
        return switch (slip) {
            case NONE, ALSO_WITH_ANOTHER_OFFICE -> Stream.of(row);
            case LEFT_OUT, ONLY_WITH_ANOTHER_OFFICE -> Stream.empty();
            case ONE_DIGIT_WRONG -> Stream.of(row.numbered(strangers.slipOf(person)));
            case STRANGER_BESIDE ->
                Stream.of(
                        row,
                        row.numbered(strangers.beside(person))
                                .named("Xaverius Tampubolon")
                                .handled("-"));
            case WRITTEN_TWICE -> Stream.of(row, row);
            case CONTRADICTED -> Stream.of(row, row.following(contrary(row.humas())));
            case DAMAGED_BY_SPREADSHEET -> Stream.of(damaged(row.numbered(person.number())));
            case DIGIT_LOST -> Stream.of(row.numbered(person.number().substring(1)));
            case NUMBER_LEFT_BLANK -> Stream.of(row.numbered(""));
            case OTHER_NAME -> Stream.of(row.named("Wilhelmina Pattiasina"));
            case OTHER_TYPE ->
                Stream.of(row.typed(
                        person.type() == Employment.PNS ? Employment.PPPK.written() : Employment.PNS.written()));
            case UNCLEAR_ANSWER -> Stream.of(row.following(one(UNCLEAR, person)));
            case NO_HANDLE -> Stream.of(row.handled(one(NO_HANDLES, person)));
            case HANDLE_OF_THE_NEIGHBOUR -> Stream.of(row.handled(neighbour.handle()));
        };
    }

    private ListRow damaged(ListRow row) {
        if (office.on(1) == Sending.XLSX) {
            return row.numeric();
        }
        String digits = row.number();
        return row.numbered(digits.charAt(0) + "," + digits.substring(1, 6) + "E+" + (digits.length() - 1));
    }

    private String contrary(String word) {
        return YES_AND_NO.stream()
                .filter(words -> words.contains(word))
                .map(words -> words.get(1 - words.indexOf(word)))
                .findFirst()
                .orElseThrow();
    }

    /** NIPs are typed solid, in groups, or behind an apostrophe that keeps Excel from counting. */
    private String written(String number) {
        return switch (office.habit(5)) {
            case 0 -> "'" + number;
            case 1 ->
                number.length() == 18
                        ? number.substring(0, 8) + " " + number.substring(8, 14) + " " + number.charAt(14) + " "
                                + number.substring(15)
                        : number;
            default -> number;
        };
    }

    private static String one(List<String> of, Person person) {
        return of.get(person.flaw().host() % of.size());
    }
}

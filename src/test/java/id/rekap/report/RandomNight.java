package id.rekap.report;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.claims.Count;
import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.reconcile.AgencyState;
import id.rekap.reconcile.Finding;
import id.rekap.reconcile.FindingState;
import id.rekap.reconcile.Presence;
import id.rekap.reconcile.Tally;
import id.rekap.report.page.Figures;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.AgencySummaries;
import id.rekap.snapshot.AgencySummary;
import id.rekap.snapshot.Claimed;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A night of a few agencies, many of them small, made of people one by one so that all of its numbers belong together. */
final class RandomNight {
    private static final List<String> TYPES = List.of("PNS", "PNS", "PPPK", "TENAGA_KONTRAK", "TENAGA_KONTRAK");
    private static final int MOST_BEFORE = 4;
    private static final int[] SMALL = {1, 1, 2, 2, 3, 4};
    private static final List<ExceptionCode> CODES =
            List.of(ExceptionCode.EMPLOYEE_NOT_REPORTED, ExceptionCode.HANDLE_INVALID, ExceptionCode.VALUE_UNREADABLE);
    private static final List<FindingState> STATES =
            List.of(FindingState.NEW, FindingState.REOPENED, FindingState.OPEN, FindingState.RESOLVED);

    private enum Stands {
        EXEMPT,
        MET,
        UNVERIFIED,
        NOT_MET,
        NOT_REPORTED
    }

    /** How many people of which type are where. */
    private final Random register;

    /** All else. */
    private final Random random;

    private final Mandate mandate = Night.MANDATE;
    private final Map<String, int[]> counts = new TreeMap<>();
    private final Map<String, String[]> keys = new TreeMap<>();
    /** Of an agency and group: people, those with a row, those who follow. */
    private final Map<String, int[]> seen = new TreeMap<>();

    private RandomNight(long seed, long mandate) {
        this.register = new Random(seed * 0x9E37_79B9_7F4A_7C15L);
        this.random = new Random((seed + mandate * 7_777_777L) * 0x9E37_79B9_7F4A_7C15L + 1);
    }

    static Night of(long seed) {
        return new RandomNight(seed, 0).withNightsBefore(seed);
    }

    /** The same people as {@link #of}, of whom something else is known: what another mandate asks for. */
    static Night ofAnotherMandate(long seed) {
        return new RandomNight(seed, 1).withNightsBefore(seed);
    }

    /** Other nights of other people in agencies that mostly are the same, of which this one tells. */
    private Night withNightsBefore(long seed) {
        Night night = night();
        for (int before = random.nextInt(MOST_BEFORE + 1); before > 0; before--) {
            LocalDate date = Night.DATE.minusDays(before * 3L - random.nextInt(3));
            Night then = new RandomNight(seed + before * 1_000_003L, 0).night();
            night.history()
                    .add(new PublicationModel.Past(
                            date,
                            AgencySummary.of(then, then.agencies()),
                            Figures.of(then).suppressed()));
            night.trend().add(trend(then, date));
        }
        night.trend().add(trend(night, Night.DATE));
        return night;
    }

    private Night night() {
        Night night = Night.on(Night.DATE, 1);
        int agencies = 1 + register.nextInt(8);
        boolean isContract = register.nextInt(8) > 0;
        for (int i = 1; i <= agencies; i++) {
            agency(night, "1.0" + i, isContract);
        }
        counts.forEach((key, n) -> {
            String[] of = keys.getOrDefault(key, new String[3]);
            int people = Arrays.stream(n).sum();
            boolean isCount = of[2].equals("repost") || of[2].equals("invite-family");
            night.tallies()
                    .add(new Tally(of[0], of[1], of[2], people, n[0], n[1], n[2], n[3], n[4], isCount ? 3L : null));
        });
        return night;
    }

    static PublicationModel.Trend trend(Night night, LocalDate date) {
        int due = 0;
        int met = 0;
        int known = 0;
        for (Tally t : night.tallies()) {
            if (t.obligation().equals(Mandate.ALL)) {
                due += t.due();
                met += t.met();
                known += t.due() - t.notReported();
            }
        }
        Headline headline = AgencySummaries.headline(AgencySummary.of(night, night.agencies()));
        return new PublicationModel.Trend(date, due, met, due == 0 || known > 0, "", headline);
    }

    private void agency(Night night, String code, boolean isContract) {
        boolean isSilent = register.nextInt(5) == 0;
        double zeal = random.nextInt(4) == 0 ? 1 : random.nextDouble();
        double exempt = random.nextInt(3) == 0 ? 0.3 : 0;
        List<String> people = new ArrayList<>();
        for (Group group : Group.values()) {
            for (int i = size(group, isContract); i > 0; i--) {
                people.add(group == Group.ASN ? TYPES.get(register.nextInt(3)) : TYPES.get(4));
            }
        }
        people.forEach(type -> person(code, type, isSilent, zeal, exempt));
        position(night, code, isSilent, people.size());
        claim(night, code, isSilent);
        for (int i = random.nextInt(4); i > 0 && !people.isEmpty(); i--) {
            night.with(finding(code, i + random.nextInt(1_000) * 10));
        }
    }

    /** Its list has a row of each person that is counted, and some that are not. */
    private void position(Night night, String code, boolean isSilent, int people) {
        int counted = 0;
        for (Group group : Group.values()) {
            counted += isSilent ? 0 : seen.getOrDefault(code + " " + group, new int[3])[1];
        }
        int refused = isSilent ? 0 : random.nextInt(3);
        night.agencies()
                .add(new AgencyPosition(
                        code,
                        "Dinas " + code,
                        isSilent ? AgencyState.MISSING : AgencyState.REPORTED,
                        isSilent ? "" : "2020-07-20-abcdef012345",
                        isSilent ? null : LocalDate.of(2020, 7, 20),
                        counted + refused,
                        counted,
                        refused,
                        people,
                        ""));
    }

    /** How many of an agency's groups have a row and follow, and what its head claims of them. */
    private void claim(Night night, String code, boolean isSilent) {
        Map<Group, Count> claims = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            int[] n = seen.getOrDefault(code + " " + group, new int[3]);
            if (n[0] > 0) {
                night.presences().add(new Presence(code, group, n[0], isSilent ? 0 : n[1], isSilent ? 0 : n[2]));
            }
            if (random.nextBoolean()) {
                int claimed = Math.max(0, n[0] + random.nextInt(3) - 1);
                claims.put(group, new Count(claimed, random.nextBoolean() ? claimed : Math.min(claimed, n[2])));
            }
        }
        if (!claims.isEmpty()) {
            night.claims().put(code, new Claimed(claims, false));
        }
    }

    private int size(Group group, boolean isContract) {
        if (group == Group.TENAGA_KONTRAK && !isContract) {
            return 0;
        }
        return switch (register.nextInt(6)) {
            case 0 -> 0;
            case 1, 2 -> SMALL[register.nextInt(SMALL.length)];
            default -> 3 + register.nextInt(20);
        };
    }

    private void person(String agency, String type, boolean isSilent, double zeal, double exempt) {
        List<Stands> binding = new ArrayList<>();
        boolean hasRow = false;
        boolean follows = true;
        boolean isExempt = random.nextDouble() < exempt / 2;
        for (Obligation o : mandate.obligations()) {
            Stands stands = isExempt || random.nextDouble() < exempt / 3
                    ? Stands.EXEMPT
                    : isSilent
                            ? Stands.NOT_REPORTED
                            : random.nextDouble() < zeal ? Stands.MET : Stands.values()[2 + random.nextInt(3)];
            count(agency, type, o.id(), stands);
            hasRow |= stands != Stands.EXEMPT && stands != Stands.NOT_REPORTED;
            follows &= !o.isFollow() || stands == Stands.MET || stands == Stands.EXEMPT;
            if (!o.voluntary() && stands != Stands.EXEMPT) {
                binding.add(stands);
            }
        }
        count(agency, type, Mandate.ALL, all(binding));
        int[] n = seen.computeIfAbsent(agency + " " + mandate.groupOf(type), k -> new int[3]);
        hasRow |= !isSilent && random.nextBoolean();
        n[0]++;
        n[1] += hasRow ? 1 : 0;
        n[2] += hasRow && follows ? 1 : 0;
    }

    private static Stands all(List<Stands> binding) {
        for (Stands worst : List.of(Stands.NOT_MET, Stands.NOT_REPORTED, Stands.UNVERIFIED)) {
            if (binding.contains(worst)) {
                return worst;
            }
        }
        return binding.isEmpty() ? Stands.EXEMPT : Stands.MET;
    }

    private void count(String agency, String type, String obligation, Stands stands) {
        String key = agency + " " + type + " " + obligation;
        keys.put(key, new String[] {agency, type, obligation});
        counts.computeIfAbsent(key, k -> new int[Stands.values().length])[stands.ordinal()]++;
    }

    private Finding finding(String agency, int number) {
        return new Finding(
                STATES.get(random.nextInt(STATES.size())),
                CODES.get(random.nextInt(CODES.size())),
                agency,
                "198609262015051001",
                "Siti Contoh",
                agency + "/daftar.xlsx",
                "",
                number,
                "repost",
                "x",
                "",
                "Tidak terbaca.",
                "",
                LocalDate.of(2020, 7, 30),
                2,
                "%032d".formatted(number),
                List.of());
    }
}

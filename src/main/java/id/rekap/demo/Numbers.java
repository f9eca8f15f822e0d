package id.rekap.demo;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Numbers of the shapes that the national registers give, none of them given twice. */
final class Numbers {
    /** The last year in which anybody was appointed: the numbers must be possible from the circular's year on. */
    private static final int LAST_APPOINTMENT = 2019;

    private final SplittableRandom random;
    private final Set<String> given = new HashSet<>();

    Numbers(SplittableRandom random) {
        this.random = random;
    }

    String of(Employment type, boolean woman) {
        return switch (type) {
            case PNS -> once(() -> nip(1967 + random.nextInt(28), woman));
            case CPNS -> once(() -> servant(1990 + random.nextInt(8), text("2020%02d", 1 + random.nextInt(3)), woman));
            case PPPK, PPPK_PARUH_WAKTU ->
                once(() -> servant(1975 + random.nextInt(22), (2019 + random.nextInt(2)) + "21", woman));
            case TENAGA_KONTRAK -> once(() -> nik(woman));
        };
    }

    /** A NIP of somebody whose working life is over. */
    String ofPensioner(boolean woman) {
        return once(() -> nip(1958 + random.nextInt(3), woman));
    }

    /** The nine digits that a NIP had before 2008. */
    String oldNip() {
        return once(() -> "390" + digits(6));
    }

    /** A number that is possible and nobody's. */
    String spare() {
        return once(() -> nip(1970 + random.nextInt(20), random.nextInt(2) == 0));
    }

    /** The number with one digit of its running part changed: possible still, and nobody's. */
    String slipOf(String number) {
        return once(() -> {
            int at = number.length() - 3 + random.nextInt(3);
            char other = (char) ('1' + random.nextInt(9));
            return number.substring(0, at) + other + number.substring(at + 1);
        });
    }

    private String nip(int born, boolean woman) {
        int appointed = Math.min(LAST_APPOINTMENT, born + 22 + random.nextInt(13));
        return servant(born, text("%d%02d", appointed, 1 + random.nextInt(12)), woman);
    }

    private String servant(int born, String appointed, boolean woman) {
        return text(
                "%d%02d%02d%s%s%03d",
                born,
                1 + random.nextInt(12),
                1 + random.nextInt(28),
                appointed,
                woman ? "2" : "1",
                1 + random.nextInt(40));
    }

    private String nik(boolean woman) {
        int day = 1 + random.nextInt(28) + (woman ? 40 : 0);
        return text(
                "1106%02d%02d%02d%02d%04d",
                1 + random.nextInt(23), day, 1 + random.nextInt(12), 75 + random.nextInt(25), 1 + random.nextInt(60));
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private String once(Supplier<String> draw) {
        String number = draw.get();
        while (!given.add(number)) {
            number = draw.get();
        }
        return number;
    }

    /** In ASCII digits, whatever the machine's locale has. */
    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}

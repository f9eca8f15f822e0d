package id.rekap.reconcile;

import java.util.ArrayList;
import java.util.List;

/**
 * How a counted row answers the mandate: a standing for each obligation in its order, and what is added up of it.
 *
 * @param numbers what a count reports; 1 of a follow that is proven; else 0
 */
public record Stood(List<Standing> standings, List<Long> numbers) {
    private static final String LETTERS = "MUNRE";

    static Stood notReported(int obligations) {
        List<Standing> standings = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < obligations; i++) {
            standings.add(Standing.NOT_REPORTED);
            numbers.add(0L);
        }
        return new Stood(standings, numbers);
    }

    /** One letter for each obligation, followed by its number if it has one: {@code M,N,R,M5}. */
    public String encoded() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < standings.size(); i++) {
            text.append(i == 0 ? "" : ",")
                    .append(LETTERS.charAt(standings.get(i).ordinal()));
            if (numbers.get(i) != 0) {
                text.append(numbers.get(i));
            }
        }
        return text.toString();
    }

    public static Stood decoded(String text) {
        List<Standing> standings = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        for (String one : text.split(",", -1)) {
            standings.add(Standing.values()[LETTERS.indexOf(one.charAt(0))]);
            numbers.add(one.length() == 1 ? 0L : Long.parseLong(one.substring(1)));
        }
        return new Stood(standings, numbers);
    }

    /** The same with one standing changed. */
    public Stood with(int obligation, Standing standing) {
        List<Standing> changed = new ArrayList<>(standings);
        changed.set(obligation, standing);
        return new Stood(changed, numbers);
    }

    /** The same with one standing changed, and what is added up of it. */
    Stood with(int obligation, Standing standing, long number) {
        List<Long> changed = new ArrayList<>(numbers);
        changed.set(obligation, number);
        return new Stood(with(obligation, standing).standings(), changed);
    }
}

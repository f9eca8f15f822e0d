package id.rekap.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A batch that nobody does, in a transaction that is rolled back. Its keys come after those of every real batch of the date,
 * so nothing that a run writes has the same.
 */
record Supposed(LocalDate date, int batch) {
    /** So many batches before it are supposed too, of each agency what counts until then. */
    private static final int EARLIER = 1_000;

    /** @param among tells it from others that are supposed at the same time */
    static Supposed of(LocalDate date, int among) {
        return new Supposed(date, Integer.MAX_VALUE - among * (EARLIER + 1));
    }

    /** The batches before it: all that are real. */
    IntakeBatch before() {
        return new IntakeBatch(date, batch - 1);
    }

    /**
     * Supposes that what was decided since the last batch holds.
     *
     * @return how many lists of each agency are in force by it
     */
    Map<String, Integer> takeUp(JdbcTemplate jdbc, String mandate) {
        new Withdrawals(jdbc, mandate).suppose(date, batch);
        Submissions submissions = new Submissions(jdbc, mandate);
        List<Submissions.Place> accepted = new HeldLists(jdbc).toTakeUp(mandate, HeldList.Decision.ACCEPT);
        Map<Submissions.Place, Submission> held = submissions.get(accepted);
        Map<Submissions.Place, ListPages> lists = submissions.pages(accepted);
        Map<String, Integer> numbers = new HashMap<>();
        for (Submissions.Place place : accepted) {
            int number = numbers.merge(place.agency(), 1, Integer::sum) - 1;
            ReadDelivery real = new ReadDelivery(Objects.requireNonNull(held.get(place)), lists.get(place));
            submissions.write(List.of(earlier(real, number)));
            accept(jdbc, mandate, place.agency(), place.receivedOn(), batch - EARLIER + number);
        }
        return numbers;
    }

    /** A real delivery under a key of its own: the row of the real one is a run's to write. */
    ReadDelivery earlier(ReadDelivery real, int number) {
        if (number >= EARLIER) {
            throw new IllegalStateException("An agency has more than " + EARLIER + " drops that no run has read");
        }
        Submission s = real.submission();
        return new ReadDelivery(
                new Submission(
                        s.agency(),
                        s.receivedOn(),
                        batch - EARLIER + number,
                        s.dropHash(),
                        s.verdict(),
                        s.rows(),
                        s.keptRows(),
                        s.files(),
                        s.notes(),
                        s.heldFor()),
                real.list());
    }

    /** Supposes, too, that it was held and that somebody has accepted it. */
    void accept(JdbcTemplate jdbc, String mandate, String of, LocalDate receivedOn, int supposed) {
        jdbc.update("""
                update submission set decision = 'ACCEPT', decided_on = ?
                where mandate = ? and agency = ? and received_on = ? and batch = ?""", date, mandate, of, receivedOn, supposed);
    }
}

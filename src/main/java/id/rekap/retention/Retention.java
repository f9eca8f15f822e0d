package id.rekap.retention;

import java.time.LocalDate;

/**
 * For how many days things are kept.
 *
 * @param raw files as agencies dropped them
 * @param chats exported chats and the messages that were read of them
 * @param people what was judged of people and the lists that it was judged by
 * @param exceptions exceptions, which name people
 * @param batch Spring Batch's records of executions
 * @param reports files of published sets that name people, and sets that a revision replaced
 */
public record Retention(int raw, int chats, int people, int exceptions, int batch, int reports) {
    /** From this date on nights are kept whole: they can be reported, and run again. */
    public LocalDate keptFrom(LocalDate today) {
        return today.minusDays(Math.min(people, exceptions));
    }
}

package id.rekap.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person as the register has them on a date.
 *
 * @param id the first number under which the register knew them: stays when numbers change
 * @param no current number
 * @param active counted as active on the date
 * @param endedOn for someone who had left by the date: since when; else null
 */
public record Person(
        String id,
        String no,
        String name,
        String type,
        String agency,
        String status,
        boolean active,
        @Nullable LocalDate endedOn) {
    @Override
    public String toString() {
        return "a person of " + agency;
    }
}

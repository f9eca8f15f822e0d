package id.rekap.reconcile;

import id.rekap.intake.ListRow;
import id.rekap.value.Answer;
import id.rekap.value.ReadAs;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which handle stands for whom in a list. */
final class HandleHistory {
    private static final Comparator<ListRow> FIRST_COUNTS = Comparator.comparing(ListRow::isOutdated)
            .thenComparingInt(ListRow::file)
            .thenComparingInt(ListRow::row);

    private HandleHistory() {}

    /**
     * Of each person the handle of the row that counts, where it is one.
     *
     * @param handle position of the obligation
     * @param person whom a number means, by the register's id
     */
    static Map<String, String> of(Iterable<ListRow> rows, int handle, Function<String, Optional<String>> person) {
        Map<String, ListRow> first = new HashMap<>();
        for (ListRow row : rows) {
            if (row.hasNumber()) {
                person.apply(row.no())
                        .ifPresent(id -> first.merge(id, row, (a, b) -> FIRST_COUNTS.compare(a, b) <= 0 ? a : b));
            }
        }
        Map<String, String> handles = new HashMap<>();
        first.forEach((id, row) -> {
            String written = row.value(handle);
            Answer answer = Answer.handle(written == null ? "" : written);
            if (answer.as() == ReadAs.YES) {
                handles.put(id, answer.value());
            }
        });
        return handles;
    }
}

package id.rekap.register;

import id.rekap.database.Marks;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Since when nobody active has an employment type, noted by the import that sees it, so that no run has to ask everybody. */
record EndedTypes(JdbcTemplate jdbc) {
    private static final String TYPES = "select type from register_type where ended is not null or type not in (%s)";

    private static final String NOTE = """
            update register_type set ended = (
              select nullif(coalesce(max(valid_to), ?), '9999-12-31') from employee where type = ? and active) where type = ?""";

    private static final LocalDate NEVER = LocalDate.of(1, 1, 1);

    /** @param active how many are active of each type on the import's date: of these nothing is noted, unless something was */
    void note(Map<String, Integer> active) {
        List<String> had = active.entrySet().stream()
                .filter(type -> type.getValue() > 0)
                .map(Map.Entry::getKey)
                .toList();
        String marks = Marks.of(Math.max(1, had.size()));
        Object[] arguments = had.isEmpty() ? new Object[] {""} : had.toArray();
        List<String> ended = jdbc.queryForList(TYPES.formatted(marks), String.class, arguments);
        ended.forEach(type -> jdbc.update(NOTE, NEVER, type, type));
    }
}

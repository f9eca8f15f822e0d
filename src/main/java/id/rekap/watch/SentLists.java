package id.rekap.watch;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which list each agency's contact was sent last, or the mail server refused for good. */
public final class SentLists {
    private static final String NOTE = """
            insert into sent_list (mandate, agency, digest, sent_at) values (?, ?, ?, ?)
            on duplicate key update digest = values(digest), sent_at = values(sent_at)""";

    private final JdbcTemplate jdbc;

    public SentLists(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<String> digest(String mandate, String agency) {
        return jdbc
                .queryForList(
                        "select digest from sent_list where mandate = ? and agency = ?", String.class, mandate, agency)
                .stream()
                .findFirst();
    }

    public void note(String mandate, String agency, String digest, Instant at) {
        jdbc.update(NOTE, mandate, agency, digest, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }
}

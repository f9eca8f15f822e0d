package id.rekap.intake;

import id.rekap.intake.Delivery.DroppedFile;
import id.rekap.intake.Submissions.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What agencies dropped, read or not yet. */
final class Deliveries {
    private final JdbcTemplate jdbc;

    Deliveries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a business date, by agency and batch. */
    List<Delivery> of(LocalDate receivedOn) {
        Map<Place, List<DroppedFile>> files = new LinkedHashMap<>();
        jdbc.query(
                """
                select agency, batch, folder, name, modified, sha256, state from intake_file
                where received_on = ? and agency is not null and state in ('ARCHIVED', 'UNSAFE', 'CLOSED')
                order by agency, batch, folder, name""",
                r -> {
                    String hash = r.getString("sha256");
                    files.computeIfAbsent(
                                    new Place(r.getString("agency"), receivedOn, r.getInt("batch")),
                                    place -> new ArrayList<>())
                            .add(new DroppedFile(
                                    r.getString("folder"),
                                    r.getString("name"),
                                    r.getLong("modified"),
                                    hash == null ? "" : hash,
                                    r.getString("state")));
                },
                receivedOn);
        List<Delivery> deliveries = new ArrayList<>();
        files.forEach((place, dropped) ->
                deliveries.add(new Delivery(place.agency(), place.receivedOn(), place.batch(), dropped)));
        return deliveries;
    }

    Delivery at(Place place) {
        return of(place.receivedOn()).stream()
                .filter(delivery -> delivery.place().equals(place))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("A submission is there that was never received: " + place));
    }
}

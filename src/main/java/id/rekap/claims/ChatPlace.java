package id.rekap.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** An export of a chat in the database. */
record ChatPlace(LocalDate receivedOn, int batch, int chat) {
    static ChatPlace of(ResultSet r) throws SQLException {
        return new ChatPlace(r.getObject("received_on", LocalDate.class), r.getInt("batch"), r.getInt("chat"));
    }
}

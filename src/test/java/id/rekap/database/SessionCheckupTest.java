package id.rekap.database;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.database.Diagnosis.State;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be set on a server that others use too. */
class SessionCheckupTest {
    @ParameterizedTest
    @ValueSource(strings = {"read_only", "super_read_only", "innodb_read_only"})
    void refusesAReplica(String name) {
        assertThat(SessionCheckup.writable(Map.of(name, "ON")).fails()).isTrue();
        assertThat(SessionCheckup.writable(Map.of(name, "OFF")).fails()).isFalse();
    }

    @Test
    void takesTheSmallerOfTheServersLimitAndTheUsers() {
        assertThat(SessionCheckup.connections(Map.of("max_connections", "151"), 8)
                        .state())
                .isEqualTo(State.OK);
        assertThat(SessionCheckup.connections(Map.of("max_connections", "151", "max_user_connections", "10"), 8)
                        .state())
                .isEqualTo(State.WARNING);
        assertThat(SessionCheckup.connections(Map.of("max_connections", "7"), 8).fails())
                .isTrue();
    }
}

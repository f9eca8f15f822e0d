package id.rekap.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rekap.mandate.ConfigurationInvalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterRulesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    @Test
    void statusIsNamedByCodeOrName() {
        RegisterRules rules = RegisterRules.load(home);
        RegisterRules.Status leave = new RegisterRules.Status("02", false, List.of());
        assertThat(rules.status("02")).contains(leave);
        assertThat(rules.status("2")).contains(leave);
        assertThat(rules.status("Cuti Luar Tanggungan Negara")).contains(leave);
        assertThat(rules.status("")).contains(new RegisterRules.Status("01", true, List.of()));
        assertThat(rules.status("entah")).isEmpty();
    }

    @Test
    void homeOverridesThePackagedRules() throws IOException {
        Files.createDirectories(home.resolve("jobs"));
        Files.writeString(home.resolve("jobs/register.yml"), "statuses:\n  X: {names: [ada], active: true}\n");
        RegisterRules rules = RegisterRules.load(home);
        assertThat(rules.status("ada")).contains(new RegisterRules.Status("X", true, List.of()));
        assertThat(rules.status("02")).isEmpty();
    }

    @Test
    void refusesKeysThatItDoesNotKnow() {
        assertThatThrownBy(() -> RegisterRules.read("register.yml", "statuses:\n  X: {nama: [ada], active: true}\n"))
                .isInstanceOf(ConfigurationInvalid.class)
                .hasMessageContaining("nama");
    }

    @Test
    void refusesNameOfTwoStatuses() {
        assertThatThrownBy(() -> RegisterRules.read(
                        "register.yml",
                        "statuses:\n  X: {names: [ada], active: true}\n  Y: {names: [Ada], active: false}\n"))
                .isInstanceOf(ConfigurationInvalid.class)
                .hasMessageContaining("X and Y");
    }
}

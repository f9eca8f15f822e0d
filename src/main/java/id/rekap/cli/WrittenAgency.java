package id.rekap.cli;

import id.rekap.register.Agencies;
import id.rekap.register.Agency;
import id.rekap.register.AgencyDirectory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whether what somebody wrote means an agency, as the register called it on a day; the register of a day is read once. */
final class WrittenAgency {
    private final Agencies agencies;
    private final Map<LocalDate, AgencyDirectory> directories = new HashMap<>();

    WrittenAgency(JdbcTemplate jdbc) {
        this.agencies = new Agencies(jdbc);
    }

    boolean means(String written, String code, LocalDate on) {
        return written.equals(code)
                || directories
                        .computeIfAbsent(on, agencies::directory)
                        .named(written)
                        .map(Agency::code)
                        .filter(code::equals)
                        .isPresent();
    }
}

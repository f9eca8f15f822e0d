package id.rekap.cli;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.intake.Preview;
import id.rekap.mandate.Mandate;
import id.rekap.register.Agency;
import id.rekap.register.AgencyDirectory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the night of a mandate would take from the inbox. */
record DryRun(Settings settings, Mandate mandate, List<Mandate> others) {
    List<Preview.Line> lines(Instant now, AgencyDirectory agencies) {
        List<Preview.Line> lines = new ArrayList<>(of(mandate, now, agencies));
        for (Mandate other : others) {
            if (lines.stream().anyMatch(DryRun::isWithoutHeader)) {
                of(other, now, agencies).stream()
                        .filter(line -> !isWithoutHeader(line))
                        .forEach(line -> lines.replaceAll(
                                own -> isWithoutHeader(own) && own.file().equals(line.file())
                                        ? new Preview.Line(own.file(), own.agency(), 0, null, "mandate " + other.id())
                                        : own));
            }
        }
        return lines;
    }

    private List<Preview.Line> of(Mandate one, Instant now, AgencyDirectory agencies) {
        Duration quiet = Duration.ofSeconds(settings.run().quietSeconds());
        try {
            return new Preview(settings.home(), quiet, one)
                    .lines(
                            now,
                            folder -> folder.isEmpty()
                                    ? Optional.empty()
                                    : agencies.named(folder).map(Agency::code));
        } catch (IOException e) {
            throw new Unusable("The inbox of " + settings.home() + " cannot be read: " + e.getMessage());
        }
    }

    private static boolean isWithoutHeader(Preview.Line line) {
        return line.refusedFor() == ExceptionCode.FILE_NO_HEADER;
    }

    static String words(Preview.Line line) {
        if (line.refusedFor() != null) {
            return line.refusedFor() + " " + line.found();
        }
        return line.found().isEmpty() ? line.rows() + " rows" : "a list of the " + line.found();
    }
}

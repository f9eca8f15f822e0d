package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.reconcile.AgencyState;
import id.rekap.snapshot.PublicationModel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator reads of what went wrong by itself. */
class OperatorPageTest {
    @TempDir
    Path reports;

    @Test
    void namesFilesThatWereRefusedAndNightsThatWereMissed() {
        Night night = Night.on(Night.DATE, 1)
                .agency("1.02", "Dinas Contoh", AgencyState.REPORTED, 10)
                .with(Findings.placed("1.02", "1.02/a.pdf", null, ExceptionCode.FILE_UNREADABLE, "", "5".repeat(32)));
        night.trend().add(new PublicationModel.Trend(Night.DATE.minusDays(3), 10, 5, true));
        night.trend().add(new PublicationModel.Trend(Night.DATE, 10, 5, true));
        assertThat(page(night))
                .contains("Malam yang terlewat: 29 Juli 2020, 30 Juli 2020.")
                .containsSubsequence(
                        "Menunggu operator (0)", "Gagal atau terlewat", "Dinas Contoh (1.02) · 1.02/a.pdf</b>");
    }

    @Test
    void namesTheFirstOfManyMissedNights() {
        Night night = Night.on(Night.DATE, 1);
        night.trend().add(new PublicationModel.Trend(Night.DATE.minusDays(30), 10, 5, true));
        night.trend().add(new PublicationModel.Trend(Night.DATE, 10, 5, true));
        assertThat(page(night)).contains("2 Juli 2020, ", "8 Juli 2020 dan 22 lainnya.");
    }

    @Test
    void saysNothingOfThemWhereThereAreNone() {
        assertThat(page(Night.small())).doesNotContain("Gagal atau terlewat");
    }

    private String page(Night night) {
        return new Sets(reports).publish(night).latest("operator.html");
    }
}

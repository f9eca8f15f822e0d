package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Launcher.Ended;
import org.junit.jupiter.api.Test;

/** What is told of several mandates' nights. */
class WorkTest {
    private static final Ended DONE = new Ended(Exit.DONE, "");
    private static final Ended ELSEWHERE = new Ended(Exit.LOCK_HELD, "has a run already");
    private static final Ended FAILED = new Ended(Exit.FAILED, "database away");
    private static final Ended UNFIT = new Ended(Exit.UNUSABLE, "no room");

    @Test
    void aFailureIsToldWhereAnothersNightIsAtWorkElsewhere() {
        assertThat(Work.worse(FAILED, ELSEWHERE)).isSameAs(FAILED);
        assertThat(Work.worse(ELSEWHERE, FAILED)).isSameAs(FAILED);
        assertThat(Work.worse(DONE, ELSEWHERE)).isSameAs(ELSEWHERE);
    }

    @Test
    void ofTwoFailuresTheFirstIsTold() {
        assertThat(Work.worse(FAILED, UNFIT)).isSameAs(FAILED);
        assertThat(Work.worse(DONE, new Ended(Exit.NOTHING_TO_DO, ""))).isSameAs(DONE);
    }
}

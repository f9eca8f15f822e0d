package id.rekap.nightly;

import id.rekap.catalogue.Catalogue;
import id.rekap.lock.RunLock;
import id.rekap.mandate.Mandate;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the job of one run works with.
 *
 * @param others mandates beside this one: a list may be meant for them
 * @param reports where this mandate's sets are published
 * @param version of the program: part of every key, since another version may judge otherwise
 * @param atOnce shards that this process works on at a time
 * @param shared what workers of other machines are offered, null where none are
 */
record RunContext(
        Run run,
        Mandate mandate,
        List<Mandate> others,
        Path home,
        Path reports,
        Catalogue catalogue,
        RunLock lock,
        Clock clock,
        Progress progress,
        String version,
        int atOnce,
        @Nullable SharedRun shared) {}

package id.rekap.report;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.reconcile.AgencyState;
import id.rekap.reconcile.Finding;
import id.rekap.reconcile.Presence;
import id.rekap.reconcile.Tally;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.Claimed;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import id.rekap.snapshot.Received;
import id.rekap.snapshot.Suppressed;
import id.rekap.snapshot.UnfinishedRun;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A made-up night, built by hand. */
record Night(
        LocalDate date,
        int revision,
        Mandate mandate,
        List<AgencyPosition> agencies,
        List<Tally> tallies,
        List<Presence> presences,
        List<Received> received,
        List<PublicationModel.Trend> trend,
        List<PublicationModel.Past> history,
        Map<String, Claimed> claims,
        List<Finding> all,
        List<UnfinishedRun> unfinished,
        Suppressed suppressed)
        implements PublicationModel {

    static final LocalDate DATE = LocalDate.of(2020, 7, 31);
    static final Mandate MANDATE = new Mandates(Path.of("no-home")).get("se-480-263-2020");

    static Night on(LocalDate date, int revision) {
        return new Night(
                date,
                revision,
                MANDATE,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new TreeMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                Suppressed.NONE);
    }

    /** Two agencies: one has reported for five people, one is silent with two. */
    static Night small() {
        Night night = on(DATE, 1);
        night.agency("1.02", "Dinas Contoh", AgencyState.REPORTED, 5);
        night.agency("1.03", "Kecamatan Contoh", AgencyState.MISSING, 2);
        night.tallies.add(new Tally("1.02", "PNS", "account", 3, 0, 2, 0, 1, 0, null));
        night.tallies.add(new Tally("1.02", "PNS", "repost", 3, 1, 1, 0, 0, 1, 12L));
        night.tallies.add(new Tally("1.02", "PNS", "all", 3, 0, 2, 0, 1, 0, null));
        night.tallies.add(new Tally("1.02", "TENAGA_KONTRAK", "all", 2, 2, 0, 0, 0, 0, null));
        night.tallies.add(new Tally("1.03", "PNS", "all", 2, 0, 0, 0, 0, 2, null));
        night.presences.add(new Presence("1.02", Group.ASN, 3, 3, 2));
        night.presences.add(new Presence("1.02", Group.TENAGA_KONTRAK, 2, 2, 0));
        night.received.add(new Received("1.02", "ab".repeat(32), "in-force"));
        night.trend.add(stood(DATE.minusDays(1), 5, 1, true));
        night.trend.add(stood(DATE, 5, 2, true));
        return night.with(
                Findings.notReported("1.02", "198609262015051001"),
                Findings.unknown("1.02", 7, "1106010101900001"),
                Findings.silent("1.03"));
    }

    Night agency(String code, String name, AgencyState state, int people) {
        boolean reported = state == AgencyState.REPORTED || state == AgencyState.STALE;
        agencies.add(new AgencyPosition(
                code,
                name,
                state,
                reported ? "2020-07-20-abcdef012345" : "",
                reported ? LocalDate.of(2020, 7, 20) : null,
                reported ? people + 1 : 0,
                reported ? people : 0,
                reported ? 1 : 0,
                people,
                state == AgencyState.COVERED ? "1.02" : ""));
        return this;
    }

    Night with(Finding... findings) {
        all.addAll(List.of(findings));
        return this;
    }

    Night under(Mandate other) {
        return as(revision, other, suppressed);
    }

    /** As it is published after other sets of its date that hide this. */
    Night after(Suppressed others) {
        return as(revision, mandate, others);
    }

    private Night as(int number, Mandate under, Suppressed hidden) {
        return new Night(
                date,
                number,
                under,
                agencies,
                tallies,
                presences,
                received,
                trend,
                history,
                claims,
                all,
                unfinished,
                hidden);
    }

    /** A night of the trend on which who had met all followed every account. */
    static PublicationModel.Trend stood(LocalDate date, int due, int met, boolean known) {
        return new PublicationModel.Trend(date, due, met, known, "", new Headline(due, met, known));
    }

    /** Where nothing else is said, who has met all follows every account. */
    Night whole() {
        if (presences.isEmpty()) {
            tallies.stream()
                    .filter(t -> t.obligation().equals(Mandate.ALL))
                    .forEach(t -> presences.add(new Presence(
                            t.agency(), mandate.groupOf(t.type()), t.headcount(), t.due() - t.notReported(), t.met())));
        }
        return this;
    }

    Night revised(int again) {
        return as(again, mandate, suppressed);
    }

    @Override
    public @Nullable LocalDate previousDate() {
        return trend.size() < 2 ? null : trend.get(trend.size() - 2).date();
    }

    @Override
    public void findings(BiConsumer<String, List<Finding>> visitor) {
        TreeMap<String, List<Finding>> byAgency = new TreeMap<>();
        all.forEach(f ->
                byAgency.computeIfAbsent(f.agency(), a -> new ArrayList<>()).add(f));
        byAgency.forEach(visitor);
    }
}

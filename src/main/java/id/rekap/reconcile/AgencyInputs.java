package id.rekap.reconcile;

import id.rekap.exemption.ExemptOn;
import id.rekap.exemption.ExemptionsInForce;
import id.rekap.intake.CoveringAgency;
import id.rekap.register.Agency;
import id.rekap.register.RegisterVersions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts together what each agency's outcome on a date is made of. */
final class AgencyInputs {
    private final Map<String, Agency> agencies;
    private final Map<String, NightSubmissions.Position> inForce;
    private final CoveringAgency covering;
    private final RegisterVersions versions;
    private final ExemptionsInForce.All exemptions;
    private final EvidenceInForce evidence;
    private final AgencyInput.Rules rules;
    private final LocalDate oldestFresh;

    /**
     * Of a date.
     *
     * @param agencies that hold on it, by code
     * @param oldestFresh a list that was received before is stale
     */
    AgencyInputs(
            Map<String, Agency> agencies,
            Map<String, NightSubmissions.Position> inForce,
            RegisterVersions versions,
            ExemptionsInForce.All exemptions,
            EvidenceInForce evidence,
            AgencyInput.Rules rules,
            LocalDate oldestFresh) {
        this.agencies = agencies;
        this.inForce = inForce;
        this.covering = new CoveringAgency(
                agencies,
                code -> inForce.getOrDefault(code, NightSubmissions.Position.NOTHING)
                                .list()
                        != null);
        this.versions = versions;
        this.exemptions = exemptions;
        this.evidence = evidence;
        this.rules = rules;
        this.oldestFresh = oldestFresh;
    }

    AgencyInput of(String code) {
        Agency agency = agencies.get(code);
        return agency == null ? gone(code) : of(agency);
    }

    /** It left the register since the last night: only its findings are still to be resolved. */
    private AgencyInput gone(String code) {
        return new AgencyInput(
                code,
                NightRow.GONE,
                null,
                false,
                null,
                List.of(),
                null,
                new TreeMap<>(),
                ExemptOn.NOBODY,
                new TreeMap<>(),
                rules);
    }

    private AgencyInput of(Agency agency) {
        String code = agency.code();
        NightSubmissions.Position position = inForce.getOrDefault(code, NightSubmissions.Position.NOTHING);
        NightSubmissions.Key list = position.list();
        boolean isStale = list != null && list.receivedOn().isBefore(oldestFresh);
        String coveredBy = covering.coveredBy(code);
        SortedMap<String, String> people = people(code, coveredBy);
        return new AgencyInput(
                code,
                state(agency, position, isStale, coveredBy).name(),
                list,
                isStale,
                position.held(),
                position.refused(),
                coveredBy,
                people,
                exemptions.of(people.keySet()),
                evidence.of(code, list),
                rules);
    }

    /** Of an agency that another one's list covers, that one answers for its people. */
    private SortedMap<String, String> people(String code, @Nullable String coveredBy) {
        SortedMap<String, String> people = new TreeMap<>();
        if (coveredBy == null) {
            people.put(code, versions.of(code));
            covering.coveredAgenciesOf(code).forEach(covered -> people.put(covered, versions.of(covered)));
        }
        return people;
    }

    private static AgencyState state(
            Agency agency, NightSubmissions.Position position, boolean isStale, @Nullable String coveredBy) {
        if (position.held() != null) {
            return AgencyState.HELD;
        }
        if (position.list() != null) {
            return isStale ? AgencyState.STALE : AgencyState.REPORTED;
        }
        if (coveredBy != null) {
            return AgencyState.COVERED;
        }
        return agency.expected() ? AgencyState.MISSING : AgencyState.NOT_EXPECTED;
    }
}

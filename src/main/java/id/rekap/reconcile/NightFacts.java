package id.rekap.reconcile;

import id.rekap.exemption.ExemptionsInForce;
import id.rekap.mandate.Mandate;
import id.rekap.register.Agencies;
import id.rekap.register.Agency;
import id.rekap.register.RegisterVersions;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What holds on a night's date, as the night knows it.
 *
 * @param agencies by code
 * @param inForce what each agency's submissions amount to
 * @param register equal where the register says the same of everybody, and the same are exempt
 * @param inputs what each agency's outcome is made of
 */
record NightFacts(
        Map<String, Agency> agencies,
        Map<String, NightSubmissions.Position> inForce,
        String register,
        AgencyInputs inputs) {

    /** In days, how old a list may be before it is stale, and an export before it proves nothing. */
    record Ages(int list, int export) {}

    static NightFacts of(
            RunRef run,
            Mandate mandate,
            AgencyInput.Rules rules,
            Ages ages,
            ExemptionsInForce.All exemptions,
            JdbcTemplate jdbc) {
        Map<String, Agency> agencies = new TreeMap<>();
        new Agencies(jdbc).on(run.date()).forEach(agency -> agencies.put(agency.code(), agency));
        Map<String, NightSubmissions.Position> inForce = NightSubmissions.on(run.date(), mandate.id(), jdbc);
        RegisterVersions versions = RegisterVersions.on(run.date(), jdbc);
        EvidenceInForce evidence =
                EvidenceInForce.on(run.date(), LastIntakeBatch.of(run, jdbc), ages.export(), mandate, jdbc);
        AgencyInputs inputs = new AgencyInputs(
                agencies,
                inForce,
                versions,
                exemptions,
                evidence,
                rules,
                run.date().minusDays(ages.list()));
        return new NightFacts(agencies, inForce, versions.ofAll() + " " + exemptions.digest(), inputs);
    }
}

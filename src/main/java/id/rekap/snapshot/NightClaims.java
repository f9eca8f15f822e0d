package id.rekap.snapshot;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.claims.AgencyClaim;
import id.rekap.claims.ChatRows;
import id.rekap.claims.Claim;
import id.rekap.claims.Count;
import id.rekap.claims.TakenChat;
import id.rekap.intake.FileNote;
import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.FileNotices;
import id.rekap.reconcile.FindingRow;
import id.rekap.reconcile.FindingRows;
import id.rekap.reconcile.NightStore;
import id.rekap.reconcile.RaisedException;
import id.rekap.reconcile.RunRef;
import id.rekap.reconcile.Tally;
import id.rekap.register.Agencies;
import id.rekap.register.Agency;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What heads of agency claim on a night beside what was judged: recorded with it, and told where the two differ. Nothing is
 * judged for it.
 */
public final class NightClaims {
    private final JdbcTemplate jdbc;
    private final RunRef run;
    private final Catalogue catalogue;
    private final Locale locale;
    private final Map<String, AgencyClaim> claims;
    private final List<TakenChat> chats;

    /**
     * Of a night, as a batch of its date knows it. Only a mandate under which accounts are followed is reported in the group.
     *
     * @param days how many days a message counts
     */
    public NightClaims(
            JdbcTemplate jdbc, RunRef run, Mandate mandate, Catalogue catalogue, Locale locale, int batch, int days) {
        this.jdbc = jdbc;
        this.run = run;
        this.catalogue = catalogue;
        this.locale = locale;
        boolean isReported = mandate.isFollowed();
        ChatRows rows = new ChatRows(jdbc);
        this.claims =
                isReported ? rows.on(run.date(), batch, days, new NightStore(jdbc).spokenFor(run)::contains) : Map.of();
        this.chats = isReported ? rows.taken(run.date(), batch) : List.of();
    }

    /** In the caller's transaction, before the night is read from its tables; may be repeated. */
    public void record() {
        jdbc.update("delete from claimed where run_id = ?", run.id());
        List<Object[]> rows = new ArrayList<>();
        claims.forEach((agency, claim) -> {
            @Nullable Count asn = claim.of(Group.ASN);
            @Nullable Count contract = claim.of(Group.TENAGA_KONTRAK);
            if (claim.nil() || asn != null || contract != null) {
                rows.add(new @Nullable Object[] {
                    run.id(),
                    agency,
                    asn == null ? null : asn.people(),
                    asn == null ? null : asn.following(),
                    contract == null ? null : contract.people(),
                    contract == null ? null : contract.following(),
                    claim.nil()
                });
            }
        });
        jdbc.batchUpdate("""
                insert into claimed (run_id, agency, asn_people, asn_following, contract_people, contract_following, nil)
                values (?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    /** What was recorded with a night, by agency. */
    static Map<String, Claimed> recorded(long run, JdbcTemplate jdbc) {
        Map<String, Claimed> recorded = new TreeMap<>();
        jdbc.query(
                "select * from claimed where run_id = ?",
                r -> {
                    Map<Group, Count> counts = new EnumMap<>(Group.class);
                    Integer asn = r.getObject("asn_people", Integer.class);
                    Integer contract = r.getObject("contract_people", Integer.class);
                    if (asn != null) {
                        counts.put(Group.ASN, new Count(asn, r.getInt("asn_following")));
                    }
                    if (contract != null) {
                        counts.put(Group.TENAGA_KONTRAK, new Count(contract, r.getInt("contract_following")));
                    }
                    recorded.put(r.getString("agency"), new Claimed(counts, r.getBoolean("nil")));
                },
                run);
        return recorded;
    }

    /** Tells what differs, what could not be read, and who is silent; after {@link #record} and in the same transaction. */
    public void tell(PublicationModel book, List<AgencyPosition> agencies) {
        Map<String, List<RaisedException>> raised = new TreeMap<>();
        chats(raised);
        silent(book, agencies).forEach(agency -> add(raised, agency, note(ExceptionCode.AGENCY_SILENT, "", "", "")));
        GroupCount.of(book, agencies).stream()
                .filter(GroupCount::differs)
                .forEach(count -> add(raised, count.agency(), differs(count)));
        Set<String> known = agencies.stream().map(AgencyPosition::code).collect(Collectors.toSet());
        claims.forEach((agency, claim) -> {
            if (known.contains(agency)) {
                claim.open()
                        .forEach(open -> raised.computeIfAbsent(agency, a -> new ArrayList<>())
                                .add(unreadable(agency, open)));
            }
        });
        new FindingRows(jdbc).tell(run, FindingRow.Part.CLAIM, raised);
    }

    /** Expected to report, with somebody who owes something, and neither a list nor a word that there is nothing. */
    private List<String> silent(PublicationModel book, List<AgencyPosition> agencies) {
        if (agencies.stream().allMatch(AgencyPosition::hasList)) {
            return List.of();
        }
        Set<String> expected = new Agencies(jdbc)
                .on(run.date()).stream()
                        .filter(Agency::expected)
                        .map(Agency::code)
                        .collect(Collectors.toSet());
        Map<String, Integer> due = new HashMap<>();
        for (Tally tally : book.tallies()) {
            if (tally.obligation().equals(Mandate.ALL)) {
                due.merge(tally.agency(), tally.due(), Integer::sum);
            }
        }
        return agencies.stream()
                .filter(agency -> !agency.hasList() && expected.contains(agency.code()))
                .map(AgencyPosition::code)
                .filter(code -> due.getOrDefault(code, 1) > 0)
                .filter(code ->
                        !book.claims().getOrDefault(code, Claimed.NOTHING).nil())
                .toList();
    }

    private void chats(Map<String, List<RaisedException>> raised) {
        for (TakenChat chat : chats) {
            String file = "_whatsapp/" + chat.file();
            chat.refusal()
                    .ifPresent(refusal ->
                            add(raised, "", note(ExceptionCode.CHAT_UNREADABLE, file, "", "", refusal.text(locale))));
            if (chat.dateAssumed()) {
                String first = chat.first().toString();
                add(raised, "", note(ExceptionCode.CHAT_DATE_ASSUMED, file, "", first, first));
            }
        }
    }

    private FileNote differs(GroupCount count) {
        Count claimed = count.claimed();
        if (claimed == null) {
            throw new IllegalStateException("Nothing is claimed that could differ");
        }
        String says = Integer.toString(claimed.following());
        String counted = Integer.toString(count.following());
        boolean isOtherNumber = claimed.people() != count.register();
        String people = isOtherNumber
                ? " "
                        + catalogue.hint(
                                "CLAIMED_PEOPLE",
                                locale,
                                Integer.toString(claimed.people()),
                                Integer.toString(count.register()))
                : "";
        String group = catalogue.hint("GROUP_" + count.group(), locale);
        return new FileNote(
                ExceptionCode.COUNT_DIFFERS,
                "",
                "",
                count.group().name(),
                says,
                counted,
                List.of(says, counted, group, people));
    }

    private RaisedException unreadable(String agency, Claim open) {
        return FileNotices.message(
                catalogue,
                locale,
                agency,
                ExceptionCode.COUNT_UNREADABLE,
                "_whatsapp/" + open.file(),
                open.report().line(),
                open.report().words(),
                open.report().words(),
                open.report().sent().toLocalDate().toString(),
                open.report().why(locale));
    }

    private static FileNote note(ExceptionCode code, String file, String field, String value, String... args) {
        return new FileNote(code, file, "", field, value, "", List.of(args));
    }

    private void add(Map<String, List<RaisedException>> raised, String agency, FileNote note) {
        raised.computeIfAbsent(agency, a -> new ArrayList<>())
                .addAll(FileNotices.raised(catalogue, locale, agency, List.of(note)));
    }
}

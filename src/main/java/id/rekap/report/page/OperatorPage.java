package id.rekap.report.page;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.catalogue.Responsible;
import id.rekap.intake.HoldReason;
import id.rekap.reconcile.Finding;
import id.rekap.reconcile.FindingState;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.PublicationModel;
import id.rekap.value.Identifier;
import id.rekap.value.ShellWord;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what the operator has to decide or to put right after a night: the facts and the commands, and a message to each
 * agency. It does not circulate.
 */
public final class OperatorPage {
    /** A folder that may mean more says nothing. */
    private static final int MEANT = 5;

    /** The rest stands in the exception list. */
    private static final int SHOWN = 200;
    /** The whole text stands in the exception list. */
    private static final int LONGEST = 160;

    private final Catalogue catalogue;
    private final Wording words;
    private final Set<String> acknowledged;
    private final UnaryOperator<String> folderOf;
    private final String contact;
    private final List<Finding> open = new ArrayList<>();
    private final List<Finding> refused = new ArrayList<>();

    /**
     * A page of one night.
     *
     * @param acknowledged fingerprints of exceptions that nobody has to act on
     * @param folderOf an agency's folder in the set by its code, with a slash at its end
     * @param contact to whom agencies send their lists, empty where nobody is named
     */
    public OperatorPage(
            Catalogue catalogue,
            Wording words,
            Set<String> acknowledged,
            UnaryOperator<String> folderOf,
            String contact) {
        this.catalogue = catalogue;
        this.words = words;
        this.acknowledged = acknowledged;
        this.folderOf = folderOf;
        this.contact = contact;
    }

    /**
     * What the template shows.
     *
     * @param failed nights without a set since the last one, and files of agencies that could not be used
     */
    public record Content(
            Wording words,
            Page.Style style,
            String date,
            String title,
            String anomalies,
            String waiting,
            String more,
            List<Item> items,
            List<Item> failed,
            List<Agency> agencies,
            boolean namesContact) {}

    /**
     * Something that waits for the operator, or that they should know; each part empty where there is none.
     *
     * @param commands to copy, each with what it is for
     */
    public record Item(String title, String whose, String facts, String since, String action, List<Step> commands) {}

    /** A command and what it does. */
    public record Step(String what, String command) {}

    /**
     * An agency of the night.
     *
     * @param folder of its own files as an address, with a slash at its end
     * @param message to send to it
     */
    public record Agency(String name, String code, String state, String anomalies, String folder, String message) {}

    /** Takes one finding of the night, whoever has to act on it. */
    public void add(Finding finding) {
        if (finding.state() == FindingState.RESOLVED || acknowledged.contains(finding.fingerprint())) {
            return;
        }
        if (catalogue.responsible(finding.code()) == Responsible.OPERATOR) {
            open.add(finding);
        } else if (ExceptionCode.REFUSED_FILES.contains(finding.code())) {
            refused.add(finding);
        }
    }

    /**
     * Writes the page.
     *
     * @param all every agency, by code
     */
    public void write(PublicationModel book, List<AgencyPosition> all, FindingCounts counts, OutputStream out)
            throws IOException {
        List<AgencyPosition> agencies = all.stream().map(MorningPage::inert).toList();
        Map<String, AgencyPosition> byCode =
                agencies.stream().collect(Collectors.toMap(AgencyPosition::code, Function.identity()));
        Comparator<Finding> order = Comparator.comparing((Finding f) -> !HoldReason.CODES.contains(f.code()))
                .thenComparing(Finding::agency)
                .thenComparing(Finding::file)
                .thenComparing(Finding::code)
                .thenComparing(Finding::fingerprint);
        open.sort(order);
        refused.sort(order);
        String date = words.date(book.date());
        Set<String> unread = refused.stream().map(Finding::agency).collect(Collectors.toSet());
        OperatorMessage message = new OperatorMessage(date, byCode, counts, unread, words);
        Content content = new Content(
                words,
                MorningPage.STYLE,
                date,
                book.mandate()
                        .title()
                        .getOrDefault(words.locale(), book.mandate().id()),
                words.text(
                        "operator.anomalies", words.number(counts.exceptions().open())),
                words.number(open.size()),
                open.size() > SHOWN ? words.text("operator.more", words.number(open.size() - SHOWN)) : "",
                open.stream().limit(SHOWN).map(f -> item(f, byCode)).toList(),
                Stream.concat(
                                new OperatorRuns(book, words).items().stream(),
                                refused.stream().limit(SHOWN).map(f -> item(f, byCode)))
                        .toList(),
                agencies.stream().map(a -> agency(a, counts, message)).toList(),
                !contact.isEmpty());
        Templates.render("operator.jte", content, out);
    }

    private Item item(Finding finding, Map<String, AgencyPosition> agencies) {
        ExceptionCode code = finding.code();
        AgencyPosition agency = agencies.get(finding.agency());
        String whose = agency == null ? finding.agency() : agency.name() + " (" + agency.code() + ")";
        String file = Inert.onPage(Identifier.maskedPath(finding.file()));
        return new Item(
                words.sentence(catalogue.title(code, words.locale())) + " (" + code + ")",
                Stream.of(whose, file).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · ")),
                cut(Inert.onPage(Identifier.masked(finding.message()))),
                words.text("operator.since", words.date(finding.firstSeen()), words.number(finding.nightsOpen())),
                action(finding, agencies.values()),
                HoldReason.CODES.contains(code) ? decisions(finding) : List.of());
    }

    /** Empty where another one acts. */
    private String action(Finding finding, Collection<AgencyPosition> agencies) {
        ExceptionCode code = finding.code();
        if (catalogue.responsible(code) != Responsible.OPERATOR) {
            return "";
        }
        String action = catalogue.action(code, words.locale());
        return code == ExceptionCode.FOLDER_UNKNOWN ? action + meant(finding.value(), agencies) : action;
    }

    static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** Agencies whose code, or whose words, the folder's name may mean. */
    private String meant(String folder, Collection<AgencyPosition> agencies) {
        List<String> said = parts(folder.substring(folder.lastIndexOf('/') + 1));
        String meant = agencies.stream()
                .filter(a -> parts(a.code()).equals(said)
                        || (!said.isEmpty() && parts(a.name()).containsAll(said)))
                .limit(MEANT)
                .map(a -> a.name() + " (" + a.code() + ")")
                .collect(Collectors.joining(", "));
        return meant.isEmpty() ? "" : " " + words.text("operator.meant", meant);
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private List<Step> decisions(Finding held) {
        String submission = ShellWord.of(held.agency() + "/" + held.value());
        return List.of(
                new Step(words.text("operator.accept"), "./rekap accept " + submission),
                new Step(words.text("operator.refuse"), "./rekap refuse " + submission));
    }

    private Agency agency(AgencyPosition agency, FindingCounts counts, OperatorMessage message) {
        return new Agency(
                agency.name(),
                agency.code(),
                message.state(agency),
                words.number(counts.openOf(agency.code())),
                folderOf.apply(agency.code()).replace("%", "%25"),
                message.to(agency));
    }
}

package id.rekap.report.page;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.report.page.Figures.Shown;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.AgencyState;
import id.rekap.snapshot.NightBook;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The message of a night for the group of agencies' heads: counts only, short enough to be read on a phone. */
public final class GroupMessage {
    /** What is longer is not read. */
    static final int LONGEST = 1_600;

    private static final int LONGEST_TITLE = 160;
    private static final int LONGEST_NAME = 80;
    private static final int FREQUENT = 3;
    private static final String SEPARATOR = "; ";
    private static final Set<ExceptionCode> SILENT = Set.of(ExceptionCode.AGENCY_SILENT);

    private final Catalogue catalogue;
    private final Wording words;

    public GroupMessage(Catalogue catalogue, Wording words) {
        this.catalogue = catalogue;
        this.words = words;
    }

    /**
     * The message of one night, lines ended by line feeds.
     *
     * @param agencies in the order in which they are named
     */
    public String text(NightBook book, List<AgencyPosition> agencies, FindingCounts counts) {
        Figures figures = Figures.of(book);
        Page.Headline top = new HeadlineParts(book, counts, words).headline(agencies);
        String date = words.date(book.date());
        Mandate mandate = book.mandate();
        String title = plain(mandate.title().getOrDefault(words.locale(), mandate.id()), LONGEST_TITLE);
        String head = line("*" + title + "*")
                + line(words.text("circular", plain(mandate.number(), LONGEST_NAME)))
                + line("*" + words.text("position", date) + "*")
                + line("")
                + line("*" + words.text("rate") + ": " + top.rate() + "*")
                + line(top.of())
                + line(top.change())
                + groups(figures)
                + line("")
                + claims(book, agencies)
                + line("*" + words.text("message.agencies", top.reported(), top.expected()) + "*");
        String tail = line("")
                + line("*" + words.text("message.anomalies", top.open()) + "*")
                + line(top.parts())
                + acknowledged(counts)
                + frequent(counts)
                + line("")
                + line(words.text("message.end", date));
        List<String> silent = agencies.stream()
                .filter(a -> a.state() != AgencyState.NOT_EXPECTED && !FindingCounts.hasReported(a))
                .filter(a -> !counts.isAcknowledged(a.code(), SILENT) && !figures.owesNothing(a.code()))
                .map(AgencyPosition::name)
                .toList();
        return head + names(silent, LONGEST - head.length() - tail.length()) + tail;
    }

    /** A link that offers the message to WhatsApp. */
    static String shareLink(String message) {
        // encoded as a form's field, where a blank is + and a star stays
        String encoded = URLEncoder.encode(message, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "https://wa.me/?text=" + encoded;
    }

    /** ASN and contract staff apart, where there are any. */
    private String groups(Figures figures) {
        return Stream.of(Group.values())
                .filter(group -> figures.group(group, Mandate.ALL).headcount() > 0)
                .map(group -> line(group(figures, group)))
                .collect(Collectors.joining());
    }

    private String claims(NightBook book, List<AgencyPosition> agencies) {
        ClaimParts claims = new ClaimParts(book, agencies, Figures.of(book), words);
        return claims.isEmpty() ? "" : line(claims.summary("message.claims")) + line("");
    }

    private String group(Figures figures, Group group) {
        Sum sum = figures.group(group, Mandate.ALL);
        Shown shown = figures.shown(group, Mandate.ALL);
        String name = words.text("group." + group);
        String rate = sum.rate(words, shown);
        return shown == Shown.YES && sum.due() > 0 && !sum.isUnknown()
                ? words.text("message.group", name, rate, words.number(sum.met()), words.number(sum.due()))
                : name + ": " + rate;
    }

    private String acknowledged(FindingCounts counts) {
        int acknowledged = counts.acknowledged();
        return acknowledged == 0 ? "" : line(words.text("anomalies.acknowledged", words.number(acknowledged)));
    }

    private String frequent(FindingCounts counts) {
        return counts.byCode().keySet().stream()
                .filter(code -> counts.toMend(code) > 0 && !counts.isInfo(code))
                .sorted(Comparator.comparing((ExceptionCode code) -> -counts.toMend(code))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(FREQUENT)
                .map(code ->
                        line("- " + catalogue.title(code, words.locale()) + ": " + words.number(counts.toMend(code))))
                .collect(Collectors.joining());
    }

    /** As many names as there is room for, then how many more there are. */
    private String names(List<String> silent, int room) {
        if (silent.isEmpty()) {
            return "";
        }
        String before = words.text("attention.MISSING", words.number(silent.size())) + ": ";
        StringBuilder names = new StringBuilder();
        int named = 0;
        for (String name : silent) {
            String next = (named == 0 ? "" : SEPARATOR) + plain(name, LONGEST_NAME);
            int left = silent.size() - named - 1;
            String after = left == 0 ? "" : SEPARATOR + words.text("message.more", words.number(left));
            if (before.length() + names.length() + next.length() + after.length() + 1 > room) {
                break;
            }
            names.append(next);
            named++;
        }
        int left = silent.size() - named;
        if (named == 0) {
            return line(words.text("attention.MISSING", words.number(left)));
        }
        return line(before + names + (left == 0 ? "" : SEPARATOR + words.text("message.more", words.number(left))));
    }

    /** Of the register or a mandate: nothing in it may format, break or turn the message. */
    private static String plain(String text, int longest) {
        String clean = Inert.of(text.replaceAll("[*_~`\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", " ")
                .replaceAll("\\s+", " ")
                .strip());
        if (clean.codePointCount(0, clean.length()) <= longest) {
            return clean;
        }
        return clean.substring(0, clean.offsetByCodePoints(0, longest - 1)).strip() + "…";
    }

    private static String line(String text) {
        return text + "\n";
    }
}

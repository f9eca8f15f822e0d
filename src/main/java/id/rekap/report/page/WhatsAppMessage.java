package id.rekap.report.page;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.mandate.Mandate;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.PublicationModel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The message of a night for the group of agencies' heads: counts only, short enough to be read on a phone. */
public final class WhatsAppMessage {
    /** What is longer is not read. */
    static final int LONGEST = 1_600;

    private static final int LONGEST_TITLE = 160;
    private static final int LONGEST_NAME = 80;
    private static final int FREQUENT = 3;
    private static final String SEPARATOR = "; ";

    private final Catalogue catalogue;
    private final Wording words;
    private final String address;

    /** @param address of the mandate's reports, empty where nowhere is named */
    public WhatsAppMessage(Catalogue catalogue, Wording words, String address) {
        this.catalogue = catalogue;
        this.words = words;
        this.address = address;
    }

    /** Of a mandate's reports: one beside the default one has its own below. */
    public static String address(String publicUrl, Path reports) {
        Path name = reports.getFileName();
        return publicUrl.isEmpty() || name == null || name.toString().equals("reports")
                ? publicUrl
                : publicUrl + "/" + name;
    }

    /**
     * The message of one night, lines ended by line feeds.
     *
     * @param agencies in the order in which they are named
     */
    public String text(PublicationModel book, List<AgencyPosition> agencies, Figures figures, FindingCounts counts) {
        ClaimParts claims = new ClaimParts(book, agencies, figures, words);
        Page.Headline top = new HeadlineParts(book, counts, words).headline(agencies, figures, claims);
        HeadlineWords first = new HeadlineWords(book.mandate(), words);
        String date = words.date(book.date());
        Mandate mandate = book.mandate();
        String title = plain(mandate.title(words.locale()), LONGEST_TITLE);
        String head = line("*" + title + "*")
                + line(words.text("circular", plain(mandate.number(), LONGEST_NAME)))
                + line("*" + words.text("position", date) + "*")
                + line("")
                + line("*" + first.line(top.label(), figures.headline(), figures.shownHeadline()) + "*")
                + (figures.headline().isKnown() ? "" : line(top.of()))
                + line(top.change())
                + top.groups().stream().map(group -> line(group.line())).collect(Collectors.joining())
                + claims(claims, top)
                + (top.all().isEmpty() ? "" : line(top.all()))
                + line("")
                + line("*" + words.text("message.agencies", top.reported(), top.expected()) + "*");
        List<Called> called = called(agencies, counts, figures);
        String tail = line("")
                + line("*" + words.text("message.anomalies", top.open()) + "*")
                + line(top.parts())
                + acknowledged(counts)
                + frequent(counts)
                + line("")
                + asked(book, called, counts)
                + (address.isEmpty()
                        ? ""
                        : line(words.text("message.page", address + "/" + book.date() + "/summary.html")))
                + line(words.text("message.end", date));
        return head + names(called, LONGEST - head.length() - tail.length()) + tail;
    }

    /** Agencies under a heading. */
    private record Called(AgencyParts.Call why, String heading, List<String> names) {}

    /** Who has not reported, whose file was refused, whose list waits. */
    private List<Called> called(List<AgencyPosition> agencies, FindingCounts counts, Figures figures) {
        AgencyParts parts = new AgencyParts(agencies, counts, figures, words);
        List<Called> called = new ArrayList<>();
        for (AgencyParts.Call call :
                List.of(AgencyParts.Call.MISSING, AgencyParts.Call.REFUSED, AgencyParts.Call.HELD)) {
            List<String> names = parts.called(call);
            if (!names.isEmpty()) {
                called.add(new Called(call, words.text("attention." + call, words.number(names.size())), names));
            }
        }
        return called;
    }

    /** What is asked of whom before the next night. */
    private String asked(PublicationModel book, List<Called> called, FindingCounts counts) {
        StringBuilder asked = new StringBuilder();
        for (Called one : called) {
            asked.append(line("- " + words.text("message.ask." + one.why())));
        }
        if (counts.exceptions().open() > counts.acknowledged()) {
            asked.append(line("- " + words.text("message.ask.mend")));
        }
        return asked.isEmpty()
                ? ""
                : line("*" + words.text("message.ask", words.date(book.date().plusDays(1))) + "*") + asked + line("");
    }

    /** A link that offers the message to WhatsApp. */
    static String shareLink(String message) {
        // encoded as a form's field, where a blank is + and a star stays
        String encoded = URLEncoder.encode(message, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "https://wa.me/?text=" + encoded;
    }

    private String claims(ClaimParts claims, Page.Headline top) {
        return claims.isEmpty()
                ? ""
                : (top.claim().isEmpty() ? "" : line(top.claim())) + line(claims.summary("message.claims"));
    }

    private String acknowledged(FindingCounts counts) {
        int acknowledged = counts.acknowledged();
        return acknowledged == 0 ? "" : line(words.text("anomalies.acknowledged", words.number(acknowledged)));
    }

    private String frequent(FindingCounts counts) {
        String most = counts.byCode().keySet().stream()
                .filter(code -> counts.toMend(code) > 0 && !counts.isInfo(code))
                .sorted(Comparator.comparing((ExceptionCode code) -> -counts.toMend(code))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(FREQUENT)
                .map(code ->
                        line("- " + catalogue.title(code, words.locale()) + ": " + words.number(counts.toMend(code))))
                .collect(Collectors.joining());
        return most.isEmpty() ? "" : line(words.text("message.frequent")) + most;
    }

    /** Under each heading as many names as there is room for, then how many more there are. */
    private String names(List<Called> called, int room) {
        StringBuilder all = new StringBuilder();
        int kept = called.stream().mapToInt(one -> one.heading().length() + 1).sum();
        for (Called one : called) {
            // the headings of those that follow have their room
            kept -= one.heading().length() + 1;
            all.append(names(one, room - all.length() - kept));
        }
        return all.toString();
    }

    private String names(Called called, int room) {
        String before = called.heading() + ": ";
        StringBuilder names = new StringBuilder();
        int named = 0;
        for (String name : called.names()) {
            String next = (named == 0 ? "" : SEPARATOR) + plain(name, LONGEST_NAME);
            int left = called.names().size() - named - 1;
            String after = left == 0 ? "" : SEPARATOR + words.text("message.more", words.number(left));
            if (before.length() + names.length() + next.length() + after.length() + 1 > room) {
                break;
            }
            names.append(next);
            named++;
        }
        int left = called.names().size() - named;
        if (named == 0) {
            return line(called.heading());
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

package id.rekap.report;

import id.rekap.claims.Count;
import id.rekap.mandate.Group;
import id.rekap.report.page.HeadlineWords;
import id.rekap.report.page.Sum;
import id.rekap.snapshot.GroupCount;
import id.rekap.snapshot.Headline;
import java.util.List;
import java.util.stream.Collectors;

/** ASN and contract staff of an agency, counted three ways: by the register, by the lists, and as its head claims, where accounts are to be followed. */
record AgencyGroups(ListWording words, boolean isFollowed) {
    void write(Html html, AgencyFigures numbers, List<GroupCount> counts) {
        if (counts.isEmpty()) {
            return;
        }
        html.raw("<section aria-labelledby=\"groups\">\n<h2 id=\"groups\">").text(words.text("own.groups"));
        html.raw("</h2>\n");
        counts.forEach(count -> group(html, numbers, count));
        html.raw("</section>\n");
    }

    private void group(Html html, AgencyFigures numbers, GroupCount count) {
        Group group = count.group();
        Sum all = numbers.groups().getOrDefault(group, Sum.NONE);
        boolean owesNothing = all.headcount() > 0 && all.due() == 0;
        Headline own = owesNothing
                ? Headline.NONE
                : numbers.first().getOrDefault(group, Headline.NONE).given(numbers.hasList());
        html.raw("<div class=\"obligation\">\n<h3>").text(words.text("own.group." + group));
        html.raw("</h3>\n<p class=\"rate\">");
        html.text(AgencyPage.rate(HeadlineWords.share(own), own.isKnown(), words))
                .raw("</p>\n<dl>");
        figure(html, "people", count.register());
        figure(html, "counted", count.rows());
        boolean isUnknown = count.rows() == 0 && count.register() > 0;
        if (isFollowed) {
            AgencyPage.figure(
                    html, words, "following", isUnknown ? words.text("own.unknown") : words.number(count.following()));
        }
        Count claimed = count.claimed();
        if (claimed != null) {
            figure(html, "claimed", claimed.people());
            figure(html, "claimed-following", claimed.following());
        }
        Integer difference = count.difference();
        if (difference != null) {
            AgencyPage.figure(html, words, "difference", words.signed(difference));
        }
        html.raw("</dl>\n");
        if (count.differs()) {
            String reasons = count.reasons().entrySet().stream()
                    .map(reason -> words.text("own.reason." + reason.getKey(), words.signed(reason.getValue())))
                    .collect(Collectors.joining("; "));
            html.raw("<p class=\"soft\">")
                    .text(words.text("own.reasons", reasons))
                    .raw("</p>\n");
        }
        html.raw("</div>\n");
    }

    private void figure(Html html, String what, int people) {
        AgencyPage.figure(html, words, what, words.number(people));
    }
}

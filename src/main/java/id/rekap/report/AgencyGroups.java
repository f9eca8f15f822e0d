package id.rekap.report;

import id.rekap.claims.Count;
import id.rekap.mandate.Group;
import id.rekap.report.AgencyPageContent.Figure;
import id.rekap.report.page.HeadlineWords;
import id.rekap.report.page.Sum;
import id.rekap.snapshot.GroupCount;
import id.rekap.snapshot.Headline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * ASN and contract staff of an agency, counted three ways: by the register, by the lists, and as its head claims, where
 * accounts are to be followed.
 */
record AgencyGroups(ListWording words, boolean isFollowed) {
    AgencyPageContent.Group group(AgencyFigures numbers, GroupCount count) {
        Group group = count.group();
        Sum all = numbers.groups().getOrDefault(group, Sum.NONE);
        boolean owesNothing = all.headcount() > 0 && all.due() == 0;
        Headline own = owesNothing
                ? Headline.NONE
                : numbers.first().getOrDefault(group, Headline.NONE).given(numbers.hasList());
        return new AgencyPageContent.Group(
                words.text("own.group." + group),
                AgencyPage.rate(HeadlineWords.share(own), own.isKnown(), words),
                figures(count),
                count.differs() ? words.text("own.reasons", reasons(count)) : "");
    }

    private List<Figure> figures(GroupCount count) {
        List<Figure> figures = new ArrayList<>();
        figures.add(figure("people", count.register()));
        figures.add(figure("counted", count.rows()));
        boolean isUnknown = count.rows() == 0 && count.register() > 0;
        if (isFollowed) {
            figures.add(
                    isUnknown
                            ? AgencyPage.figure(words, "following", words.text("own.unknown"))
                            : figure("following", count.following()));
        }
        Count claimed = count.claimed();
        if (claimed != null) {
            figures.add(figure("claimed", claimed.people()));
            figures.add(figure("claimed-following", claimed.following()));
        }
        Integer difference = count.difference();
        if (difference != null) {
            figures.add(AgencyPage.figure(words, "difference", words.signed(difference)));
        }
        return figures;
    }

    private String reasons(GroupCount count) {
        return count.reasons().entrySet().stream()
                .map(reason -> words.text("own.reason." + reason.getKey(), words.signed(reason.getValue())))
                .collect(Collectors.joining("; "));
    }

    private Figure figure(String of, int people) {
        return AgencyPage.figure(words, of, words.number(people));
    }
}

package id.rekap.report.page;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.report.page.Figures.Shown;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How what is said first of a night is said: the same words on every page, in the message and in the workbook. */
public record HeadlineWords(Mandate mandate, Wording words) {
    /** What people do who are counted first. */
    public String label() {
        List<Obligation> follows = mandate.follows();
        if (mandate.isHeadlineFollowing() && follows.size() > 1) {
            return words.text(follows.size() == 2 ? "headline.both" : "headline.every");
        }
        return mandate.obligations().stream()
                .filter(o -> mandate.headline().contains(o.id()))
                .findFirst()
                .map(o -> o.label(words.locale()))
                .orElse(words.text("headline.all"));
    }

    /** Its people: everybody of the register may follow, an obligation has those who owe it. */
    public String people() {
        return words.text(mandate.isHeadlineFollowing() ? "headcount" : "due");
    }

    /** Its rate, which is one of compliance where it is of those who owe something. */
    public String share() {
        return words.text(mandate.isHeadlineFollowing() ? "share" : "rate");
    }

    /** Is something else said first than how many have met all? */
    public boolean isBesideAll() {
        return !mandate.headline().equals(List.of(Mandate.ALL));
    }

    /** What heads claim of it beside their lists; empty where nobody does. */
    public static String claim(PublicationModel book, List<AgencyPosition> agencies, Figures figures, Wording words) {
        return new ClaimParts(book, agencies, figures, words).headline(book.mandate());
    }

    /** What all obligations are. */
    public String means() {
        return words.text(
                "headline.all.means",
                mandate.obligations().stream()
                        .filter(o -> !o.voluntary())
                        .map(o -> o.label(words.locale()))
                        .collect(Collectors.joining(", ")));
    }

    /** How many have met all obligations, where they may be shown. */
    public String all(Sum all, boolean isKnown) {
        String label = words.text("headline.all");
        if (all.due() == 0 || !isKnown) {
            return label + ": " + words.text(all.due() == 0 ? "nobody" : "unknown");
        }
        String of = words.text("headline.of.due", words.number(all.met()), words.number(all.due()));
        return words.text("headline.line", label, of, all.share().rate(words));
    }

    public String rate(Headline headline, Shown shown) {
        return shown.or(words, headline.isKnown() ? share(headline).rate(words) : words.text("unknown"));
    }

    /** How many of how many; empty where that may not be shown. */
    public String of(Headline headline, Shown shown) {
        if (shown != Shown.YES || headline.rateOnly()) {
            return "";
        }
        if (headline.of() == 0) {
            return words.text("rate.nobody");
        }
        return headline.isKnown()
                ? words.text("headline.of", words.number(headline.met()), words.number(headline.of()))
                : words.text("rate.unknown", words.number(headline.of()));
    }

    /** One line of everything. */
    public String line(String label, Headline headline, Shown shown) {
        return shown == Shown.YES && !headline.rateOnly() && headline.isKnown() && headline.of() > 0
                ? words.text("headline.line", label, of(headline, shown), rate(headline, shown))
                : label + ": " + rate(headline, shown);
    }

    /** Groups that have people. */
    public List<Page.Part> groups(Figures figures) {
        return Stream.of(Group.values())
                .filter(group -> figures.group(group, Mandate.ALL).headcount() > 0)
                .map(group -> {
                    Headline own = figures.headline(group);
                    Shown shown = figures.shownHeadline(group);
                    String name = words.text("group." + group);
                    return new Page.Part(name, rate(own, shown), of(own, shown), line(name, own, shown));
                })
                .toList();
    }

    /** Points between two nights, of the rates as shown; null where one of them is not shown. */
    public static @Nullable BigDecimal points(Headline before, Headline now) {
        return isShown(before) && isShown(now)
                ? share(now).percent().subtract(share(before).percent())
                : null;
    }

    /** People more or less than then; null where the numbers of one of the nights are not told. */
    public static @Nullable Integer people(Headline before, Headline now) {
        return !isShown(before) || !isShown(now) || before.rateOnly() || now.rateOnly()
                ? null
                : now.met() - before.met();
    }

    public static boolean isShown(Headline headline) {
        return headline.seen() && headline.of() > 0 && !share(headline).suppressed();
    }

    /** Whether an earlier night's may be told: that there were few in all would say how few of each agency. */
    public static Shown shownLater(Headline headline) {
        if (!share(headline).suppressed()) {
            return Shown.YES;
        }
        return headline.rateOnly() ? Shown.WITHHELD : Shown.TOO_FEW;
    }

    public static Share share(Headline headline) {
        return new Share(headline.of(), headline.of(), headline.met());
    }
}

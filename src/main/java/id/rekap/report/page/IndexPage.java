package id.rekap.report.page;

import gg.jte.output.Utf8ByteOutput;
import id.rekap.mandate.Mandate;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;

/** Writes {@code index.html}: the nights of a mandate, newest first, with links to what circulates of them. */
public final class IndexPage {
    private final Wording words;

    public IndexPage(Wording words) {
        this.words = words;
    }

    /**
     * A night on the index.
     *
     * @param known somebody's position was known
     * @param sets the one that counts first, then earlier revisions
     */
    public record Night(LocalDate date, int due, int met, boolean known, List<Revision> sets) {}

    /**
     * A set.
     *
     * @param folder as the index reaches it, with a slash at its end
     * @param files that are in it
     */
    public record Revision(int number, String folder, List<String> files) {}

    /** What the template shows. */
    public record Content(Wording words, Page.Style style, String title, String number, List<Row> nights) {}

    /** A night in words. */
    public record Row(String date, String rate, String of, Revision set, List<Revision> earlier) {}

    /**
     * The page of a mandate.
     *
     * @param nights newest first
     */
    public void write(Mandate mandate, List<Night> nights, OutputStream out) throws IOException {
        Content content = new Content(
                words,
                MorningPage.STYLE,
                mandate.title().getOrDefault(words.locale(), mandate.id()),
                mandate.number(),
                nights.stream().map(this::row).toList());
        Utf8ByteOutput rendered = new Utf8ByteOutput();
        MorningPage.TEMPLATES.render("index.jte", content, rendered);
        rendered.writeTo(out);
    }

    private Row row(Night night) {
        Share all = new Share(night.due(), night.due(), night.met());
        return new Row(
                words.date(night.date()),
                night.known() ? all.shown(words) : words.text("unknown"),
                of(night, all),
                night.sets().get(0),
                night.sets().subList(1, night.sets().size()));
    }

    private String of(Night night, Share all) {
        if (all.due() == 0) {
            return words.text("rate.nobody");
        }
        String due = all.shown(words, night.due());
        return night.known()
                ? words.text("rate.of", all.shown(words, night.met()), due)
                : words.text("rate.unknown", due);
    }
}

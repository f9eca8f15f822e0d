package id.rekap.intake;

import id.rekap.mandate.Header;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.value.Sha256;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the words of a heading mean in a list of a mandate. */
final class HeadingMeanings {
    private static final List<String> IDENTIFIERS = List.of(
            "nip",
            "nip/nik",
            "nip baru",
            "nomor induk pegawai",
            "nip/nipppk",
            "nip/ni pppk",
            "nipppk",
            "ni pppk",
            "nik");

    private final Map<String, Meaning> byWords = new HashMap<>();
    private final Mandate mandate;

    HeadingMeanings(Mandate mandate) {
        this.mandate = mandate;
        for (int i = 0; i < IDENTIFIERS.size(); i++) {
            byWords.putIfAbsent(Header.folded(IDENTIFIERS.get(i)), new Meaning(Kind.IDENTIFIER, i));
        }
        byWords.put("nomor", Meaning.LAST_RESORT);
        byWords.put("nama", Meaning.NAME);
        byWords.put("jenis", Meaning.TYPE);
        List<Obligation> obligations = mandate.obligations();
        for (int i = 0; i < obligations.size(); i++) {
            for (String column : obligations.get(i).columns()) {
                byWords.put(Header.folded(column), Meaning.obligation(i));
            }
        }
    }

    enum Kind {
        IDENTIFIER,
        /** The sender's own running number, unless nothing else can be an identifier. */
        LAST_RESORT,
        NAME,
        TYPE,
        OBLIGATION
    }

    /** @param position of an obligation in the mandate, of an identifier in the order in which the filled one counts */
    record Meaning(Kind kind, int position) {
        static final Meaning LAST_RESORT = new Meaning(Kind.LAST_RESORT, 0);
        static final Meaning NAME = new Meaning(Kind.NAME, 0);
        static final Meaning TYPE = new Meaning(Kind.TYPE, 0);

        static Meaning obligation(int position) {
            return new Meaning(Kind.OBLIGATION, position);
        }

        boolean isIdentifier() {
            return kind == Kind.IDENTIFIER || kind == Kind.LAST_RESORT;
        }

        boolean isObligation() {
            return kind == Kind.OBLIGATION;
        }
    }

    @Nullable
    Meaning of(String heading) {
        return byWords.get(Header.folded(heading));
    }

    /**
     * Of one heading above another; offices put either first: {@code Follow} above {@code humas}, {@code Instagram} above
     * {@code username}.
     */
    @Nullable
    Meaning of(String upper, String lower) {
        Meaning downwards = of(upper + lower);
        return downwards == null ? of(lower + upper) : downwards;
    }

    /** Of a heading of the second row below one of the first: what both rows' words mean, or those of the second. */
    @Nullable
    Meaning below(String upper, String lower) {
        Meaning both = of(upper, lower);
        if (both != null) {
            return both;
        }
        Meaning own = of(lower);
        Meaning group = of(upper);
        // Reposts of each account are no follows of it: they stay columns of one thing.
        boolean isPart =
                own != null && own.isObligation() && group != null && group.isObligation() && !isOfAccount(group);
        return isPart ? group : own;
    }

    /** Of a header as it is kept: its text, and the part of it that stood in a second row. */
    @Nullable
    Meaning ofKept(String text, String lower) {
        Meaning whole = of(text);
        if (whole != null || lower.isEmpty() || !text.endsWith(lower)) {
            return whole;
        }
        String upper = text.substring(0, text.length() - lower.length());
        Meaning below = below(upper, lower);
        return below == null ? of(upper) : below;
    }

    /** 16 hex digits, equal where lists are read for the same under the same headers. */
    static String digest(Mandate mandate) {
        StringBuilder asked = new StringBuilder();
        for (Obligation obligation : mandate.obligations()) {
            asked.append(obligation.id()).append('\n').append(obligation.kind());
            obligation.columns().forEach(column -> asked.append('\t').append(Header.folded(column)));
            asked.append('\n');
        }
        byte[] digest = Sha256.of(asked.toString());
        return HexFormat.of().formatHex(digest, 0, 8);
    }

    /** An account's heading may stand above what is asked of the account; any other obligation's is that obligation. */
    boolean isOfAccount(Meaning meaning) {
        return meaning.isObligation()
                && mandate.obligations().get(meaning.position()).kind() == Obligation.Kind.HANDLE;
    }

    Mandate mandate() {
        return mandate;
    }
}

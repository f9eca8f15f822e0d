package id.rekap.mandate;

import id.rekap.value.Sha256;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The mandates of HOME/jobs/mandates, else those that the program brings. */
public final class Mandates {
    /** Report languages; every text of a mandate is given in both. */
    public static final Locale ID = new Locale("id");

    private static final Set<String> PACKAGED = Set.of("se-480-263-2020");

    public static final Locale EN = Locale.ENGLISH;

    private final Path home;

    public Mandates(Path home) {
        this.home = home;
    }

    /** Reads and checks one mandate; a message that names file, key and what is allowed where it cannot be used. */
    public Mandate get(String id) {
        requireName(id);
        String name = "jobs/mandates/" + id + ".yml";
        HomeFile file = HomeFile.find(home, name)
                .orElseThrow(() -> new ConfigurationInvalid("There is no mandate " + id + ": neither "
                        + home.resolve(name) + " nor a packaged one. Put its file there or set rekap.mandate"));
        return read(file.name(), id, file.text());
    }

    /** Refuses what is no mandate's id, whether there is one or not. */
    public static void requireName(String id) {
        if (!id.matches("[a-z0-9][a-z0-9.-]{0,63}")) {
            throw new ConfigurationInvalid(
                    "The mandate is \"" + id + "\"; allowed: small letters, digits, hyphens and dots");
        }
    }

    /** This mandate, then the others. */
    public List<Mandate> all(String first) {
        return Stream.concat(Stream.of(get(first)), others(first).stream()).toList();
    }

    /** All mandates but this one: those that the program brings and those of HOME/jobs/mandates. */
    public List<Mandate> others(String id) {
        Set<String> ids = new TreeSet<>(PACKAGED);
        Path own = home.resolve("jobs/mandates");
        if (Files.isDirectory(own)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(own, "*.yml")) {
                for (Path file : files) {
                    ids.add(String.valueOf(file.getFileName()).replaceAll("\\.yml$", ""));
                }
            } catch (IOException e) {
                throw new ConfigurationInvalid(own + " cannot be read: " + e.getMessage());
            }
        }
        ids.remove(id);
        return ids.stream().map(this::get).toList();
    }

    static Mandate read(String file, String id, String yaml) {
        Keys top = Keys.of(file, yaml).only("id", "number", "issued", "title", "types", "obligations", "headline");
        if (!top.text("id").equals(id)) {
            throw top.wrong("id", id + ", as the file is named");
        }
        List<Obligation> obligations = obligations(file, top);
        return new Mandate(
                id,
                top.text("number"),
                top.has("issued") ? date(top, "issued") : null,
                bothLanguages(top.keys("title")),
                types(top.keys("types")),
                obligations,
                headline(top, obligations),
                Sha256.hex(yaml));
    }

    /**
     * One obligation has a number of its own, and so has following every account; other sums nobody counts. Where the file says
     * nothing, it is who follows, or all where nobody is to follow.
     */
    private static List<String> headline(Keys top, List<Obligation> obligations) {
        List<String> follows = obligations.stream()
                .filter(Obligation::isFollow)
                .map(Obligation::id)
                .toList();
        if (!top.has("headline")) {
            return follows.isEmpty() ? List.of(Mandate.ALL) : follows;
        }
        Set<String> named = new HashSet<>(top.texts("headline"));
        List<String> ids = obligations.stream()
                .filter(o -> !o.voluntary() && named.contains(o.id()))
                .map(Obligation::id)
                .toList();
        if (ids.isEmpty() || ids.size() != named.size() || (ids.size() != 1 && !ids.equals(follows))) {
            throw top.wrong(
                    "headline",
                    "the id of one obligation that is not voluntary, or of every one with evidence; without the key it is"
                            + " who follows, or all");
        }
        return ids;
    }

    private static LocalDate date(Keys keys, String key) {
        try {
            return LocalDate.parse(keys.text(key));
        } catch (DateTimeParseException e) {
            throw keys.wrong(key, "a date such as 2020-12-31, or no such key where nobody knows it");
        }
    }

    private static Map<Locale, String> bothLanguages(Keys texts) {
        texts.only("id", "en");
        return Map.of(ID, texts.text("id"), EN, texts.text("en"));
    }

    private static List<EmploymentType> types(Keys types) {
        List<EmploymentType> all = new ArrayList<>();
        Map<String, String> owner = new HashMap<>();
        for (String code : types.names()) {
            Keys type = types.keys(code).only("group", "names");
            if (!code.matches("[A-Z0-9_]{1,32}")) {
                throw types.wrong(code, "a code of capital letters, digits and _");
            }
            List<String> names = type.has("names") ? type.texts("names") : List.of();
            for (String name : names) {
                if (!TypeWords.usable(name)) {
                    throw type.wrong("names", "names of words, with * at the end or not at all; not \"" + name + "\"");
                }
                String other = owner.put(Header.folded(name), code);
                if (other != null && !other.equals(code)) {
                    throw type.wrong("names", "names that no other type has; \"" + name + "\" is of " + other + " too");
                }
            }
            all.add(new EmploymentType(code, type.oneOf("group", Group.class), names));
        }
        return List.copyOf(all);
    }

    private static List<Obligation> obligations(String file, Keys top) {
        List<Obligation> all = new ArrayList<>();
        Set<String> ids = new HashSet<>(Set.of(Mandate.ALL));
        Map<String, String> owner = new HashMap<>();
        for (Keys o : top.list("obligations")) {
            o.only("id", "kind", "label", "columns", "voluntary", "at-least", "evidence", "account");
            Obligation obligation = obligation(o);
            if (!obligation.id().matches("[a-z0-9][a-z0-9.-]{0,63}") || !ids.add(obligation.id())) {
                throw o.wrong("id", "small letters, digits, hyphens and dots, once in the file, not \"all\"");
            }
            for (String column : obligation.columns()) {
                String other = owner.put(Header.folded(column), obligation.id());
                if (other != null) {
                    throw new ConfigurationInvalid(file + ": the column \"" + column + "\" stands under " + other
                            + " and " + obligation.id() + "; a column can mean one obligation only");
                }
            }
            all.add(obligation);
        }
        return List.copyOf(all);
    }

    private static Obligation obligation(Keys o) {
        Obligation.Kind kind = o.oneOf("kind", Obligation.Kind.class);
        if (o.has("evidence") && !o.text("evidence").equals("followers")) {
            throw o.wrong("evidence", "followers");
        }
        if (o.has("at-least") && kind != Obligation.Kind.COUNT) {
            throw o.wrong("at-least", "only for the kind count");
        }
        if (o.has("evidence") != o.has("account") || (o.has("evidence") && kind != Obligation.Kind.YES_NO)) {
            throw o.wrong("evidence", "only for the kind yes-no, together with account");
        }
        List<String> columns = o.texts("columns");
        if (columns.isEmpty()) {
            throw o.wrong("columns", "at least one column name");
        }
        return new Obligation(
                o.text("id"),
                kind,
                bothLanguages(o.keys("label")),
                columns,
                o.yes("voluntary", false),
                o.number("at-least", 1, 1_000_000, 1),
                o.text("account", ""));
    }
}

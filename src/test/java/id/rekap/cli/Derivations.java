package id.rekap.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What each number must be, by where it stands and the words around it. A line with a number that no rule knows is a fault,
 * as is a number that is not the one that is derived.
 */
final class Derivations {
    static final List<String> MONTHS = List.of(
            "Januari",
            "Februari",
            "Maret",
            "April",
            "Mei",
            "Juni",
            "Juli",
            "Agustus",
            "September",
            "Oktober",
            "November",
            "Desember");

    private static final String NUMBER = "([+−]?\\d{1,3}(?:\\.\\d{3})*(?:,\\d+)?)(?![\\d])";
    private static final String SHORT =
            MONTHS.stream().map(month -> month.substring(0, 3)).collect(Collectors.joining("|"));

    /** What has digits and is no figure, each with a sign that has none. */
    private static final Map<Pattern, String> SIGNS = new LinkedHashMap<>();

    static {
        sign("\\d{4}-\\d\\d-\\d\\d-[0-9a-f]{12}", "‡");
        sign("\\b\\d\\.\\d\\d\\.\\d\\.\\d\\d\\.\\d\\.\\d\\d\\.\\d\\d\\.\\d{4}\\b", "§");
        sign("Nomor 480/263/2020", "№");
        sign("\\b(?:\\d{1,2} )?(?:" + String.join("|", MONTHS) + ") 2020\\b", "@");
        sign("\\b\\d{1,2} (?:" + SHORT + ")\\b", "@");
        sign("< 3|kurang dari 3 pegawai", "‹");
        for (String text : SummaryNumbers.texts()) {
            if (text.chars().anyMatch(Character::isDigit)) {
                sign(Pattern.quote(text), "¶");
            }
        }
    }

    private final List<Rule> rules = new ArrayList<>();
    private final List<Copies> copies = new ArrayList<>();
    private final String what;
    private final Set<String> used;

    /**
     * Rules of a kind of file.
     *
     * @param used gets the names of the rules that have a case
     */
    Derivations(String what, Set<String> used) {
        this.what = what;
        this.used = used;
    }

    /** Numbers of a line in the order in which they stand there; null for what need not be said, as it is 0. */
    interface Derived {
        List<? extends @Nullable Object> of(SaidLine line);
    }

    private record Rule(Pattern where, String template, Pattern text, Derived derived) {}

    private record Copies(Pattern where, Function<SaidLine, Set<String>> texts) {}

    private static void sign(String pattern, String sign) {
        SIGNS.put(Pattern.compile(pattern), sign);
    }

    /**
     * A rule.
     *
     * @param where a pattern of it
     * @param template its words, with {@code #} for a number, {@code ~} for any words, and braces around what need not be there
     */
    void says(String where, String template, Derived derived) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            text.append(
                    switch (c) {
                        case '#' -> NUMBER;
                        case '~' -> "\\D*?";
                        case '{' -> "(?:";
                        case '}' -> ")?";
                        default -> Pattern.quote(String.valueOf(c));
                    });
        }
        rules.add(new Rule(Pattern.compile(where), template, Pattern.compile(text.toString()), derived));
    }

    /** Labels of a scale, and the like: words with digits that are the same every night. */
    void names(String where, String... texts) {
        for (String text : texts) {
            String pattern = Pattern.quote(text);
            rules.add(new Rule(Pattern.compile(where), text, Pattern.compile(pattern), line -> List.of()));
        }
    }

    /** Texts that stand in a table as they are. */
    void copies(String where, Function<SaidLine, Set<String>> texts) {
        copies.add(new Copies(Pattern.compile(where), texts));
    }

    Set<String> names() {
        return rules.stream().map(this::name).collect(Collectors.toSet());
    }

    private String name(Rule rule) {
        return what + " " + rule.where() + ": " + rule.template();
    }

    List<String> faults(List<SaidLine> lines) {
        List<String> faults = new ArrayList<>();
        for (SaidLine line : lines) {
            String text = line.text();
            for (Map.Entry<Pattern, String> sign : SIGNS.entrySet()) {
                text = sign.getKey().matcher(text).replaceAll(sign.getValue());
            }
            if (text.chars().anyMatch(Character::isDigit) && !isCopy(line)) {
                fault(line, text, faults);
            }
        }
        return faults;
    }

    private boolean isCopy(SaidLine line) {
        return copies.stream()
                .filter(copy -> copy.where().matcher(line.where()).matches())
                .anyMatch(copy -> copy.texts().apply(line).contains(line.text()));
    }

    private void fault(SaidLine line, String text, List<String> faults) {
        for (Rule rule : rules) {
            Matcher said = rule.text().matcher(text);
            if (rule.where().matcher(line.where()).matches() && said.matches()) {
                used.add(name(rule));
                List<? extends @Nullable Object> derived = rule.derived().of(line);
                List<@Nullable BigDecimal> expected =
                        derived.stream().map(Derivations::number).toList();
                List<@Nullable BigDecimal> numbers = new ArrayList<>();
                for (int i = 1; i <= said.groupCount(); i++) {
                    numbers.add(number(said.group(i)));
                }
                if (!isSame(numbers, expected)) {
                    faults.add(line + ": derived " + derived);
                }
                return;
            }
        }
        faults.add(line + ": by nothing");
    }

    private static boolean isSame(List<@Nullable BigDecimal> said, List<@Nullable BigDecimal> derived) {
        for (int i = 0; i < said.size(); i++) {
            BigDecimal a = said.get(i);
            BigDecimal b = i < derived.size() ? derived.get(i) : null;
            boolean isSilent = a == null && (b == null || b.signum() == 0);
            if (!isSilent && (a == null || b == null || a.compareTo(b) != 0)) {
                return false;
            }
        }
        return said.size() == derived.size();
    }

    private static @Nullable BigDecimal number(@Nullable Object number) {
        if (number instanceof String text) {
            return new BigDecimal(
                    text.replace("+", "").replace("−", "-").replace(".", "").replace(',', '.'));
        }
        return number == null ? null : new BigDecimal(number.toString());
    }

    static List<@Nullable Object> numbers(@Nullable Object... numbers) {
        return Arrays.asList(numbers);
    }
}

package id.rekap.register;

import id.rekap.tabular.Row;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes an agency of a row, or lists everything that keeps it from being one. */
final class AgencyReader {
    private static final int CODE_LENGTH = 64;
    private static final int NAME_LENGTH = 250;
    private static final int ALIASES_LENGTH = 2000;
    private static final Set<String> YES = Set.of("", "yes", "y", "ya", "1", "true", "wajib");
    private static final Set<String> NO = Set.of("no", "n", "tidak", "tdk", "t", "0", "false");

    private static final Pattern ADDRESS =
            Pattern.compile("[!-~&&[^@,;:<>()\\[\\]\"\\\\|]]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}");

    private final List<Problem> problems;

    AgencyReader(List<Problem> problems) {
        this.problems = problems;
    }

    /** An agency and where it stands in the file. */
    record Written(Agency agency, Source source, int row) {
        Problem problem(Field field, String found, String expected, String action) {
            return source.problem(row, field.names().get(0), found, expected, action);
        }
    }

    /** Adds what can be read of the row's agency, for comparing it with others; what is wrong with it is listed. */
    void read(Source source, Row row, List<Written> list) {
        RegisterHeading.Cell code = source.heading().cell(row, Field.CODE);
        if (code.blank()) {
            problem(source, row, code, "no code", "the agency's code");
        } else if (!codeSurvived(code)) {
            problem(source, row, code, code.text() + " (" + code.kind() + ")", "the code as text");
        } else if (!usableAsFolder(code.text())) {
            problem(
                    source,
                    row,
                    code,
                    code.text(),
                    "at most " + CODE_LENGTH + " plain characters that can name a folder, not beginning with . or _");
        }
        RegisterHeading.Cell name = source.heading().cell(row, Field.NAME);
        if (name.blank() || name.text().codePointCount(0, name.text().length()) > NAME_LENGTH) {
            problem(
                    source,
                    row,
                    name,
                    name.blank() ? "no name" : "a name that is too long",
                    "the agency's name, at most " + NAME_LENGTH + " characters");
        }
        RegisterHeading.Cell parent = source.heading().cell(row, Field.PARENT);
        if (!codeSurvived(parent)) {
            problem(source, row, parent, parent.text() + " (" + parent.kind() + ")", "the code as text");
        }
        RegisterHeading.Cell alias = source.heading().cell(row, Field.ALIASES);
        List<String> aliases = Aliases.split(alias.text());
        if (Aliases.joined(aliases).length() > ALIASES_LENGTH) {
            problem(source, row, alias, "too many aliases", "at most " + ALIASES_LENGTH + " characters");
        }
        RegisterHeading.Cell expected = source.heading().cell(row, Field.EXPECTED);
        String word = expected.text().toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            problem(source, row, expected, expected.text(), "ya or tidak, yes or no");
        }
        RegisterHeading.Cell contact = source.heading().cell(row, Field.CONTACT);
        if (!none(contact) && !ADDRESS.matcher(contact.text()).matches()) {
            problem(source, row, contact, contact.text(), "one address such as opd@example.go.id, or nothing");
        }
        String above = none(parent) || !codeSurvived(parent) ? null : parent.text();
        Agency agency = new Agency(
                codeSurvived(code) ? code.text() : "",
                name.text(),
                above,
                aliases,
                YES.contains(word),
                none(contact) ? "" : contact.text());
        list.add(new Written(agency, source, row.number()));
    }

    private static boolean none(RegisterHeading.Cell cell) {
        return cell.blank() || cell.text().equals("-");
    }

    /** A code that a spreadsheet took for a number is the same only without a fraction: 1.10 has become 1.1. */
    static boolean codeSurvived(RegisterHeading.Cell cell) {
        return switch (cell.kind()) {
            case TEXT, BLANK -> true;
            case NUMBER -> cell.text().chars().allMatch(c -> c >= '0' && c <= '9');
            case FORMULA, BOOLEAN, DATE -> false;
        };
    }

    private static boolean usableAsFolder(String code) {
        return code.length() <= CODE_LENGTH
                && code.chars().allMatch(c -> c >= ' ' && c <= '~' && "/\\:*?\"<>|".indexOf(c) < 0)
                && !code.startsWith(".")
                && !code.startsWith("_")
                && !code.endsWith(".");
    }

    private void problem(Source source, Row row, RegisterHeading.Cell cell, String found, String expected) {
        problems.add(source.problem(row.number(), cell.column(), found, expected, ""));
    }
}

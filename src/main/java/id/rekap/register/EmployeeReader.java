package id.rekap.register;

import id.rekap.mandate.EmploymentType;
import id.rekap.mandate.Mandate;
import id.rekap.tabular.CellKind;
import id.rekap.tabular.Row;
import id.rekap.value.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes an employee of a row, or lists everything that keeps it from being one. */
final class EmployeeReader {
    private static final int NUMBER_LENGTH = 32;
    private static final int NAME_LENGTH = 250;

    private final Mandate mandate;
    private final RegisterRules rules;
    private final AgencyDirectory agencies;
    private final List<Problem> problems;
    private final Map<String, Optional<EmploymentType>> types = new HashMap<>();
    private final Map<String, Optional<RegisterRules.Status>> statuses = new HashMap<>();

    EmployeeReader(Mandate mandate, RegisterRules rules, AgencyDirectory agencies, List<Problem> problems) {
        this.mandate = mandate;
        this.rules = rules;
        this.agencies = agencies;
        this.problems = problems;
    }

    /** Makes a reader that lists its problems there. */
    interface Maker {
        EmployeeReader reader(List<Problem> problems);
    }

    /** What can be read of the row, for comparing it with others; what keeps it from being used is listed as problems. */
    EmployeeRow read(Source source, Row row) {
        String number = number(source, row);
        List<String> former = former(source, row, number);
        String name = name(source, row);
        String type = type(source, row);
        String agency = agency(source, row);
        RegisterRules.Status status = status(source, row);
        Standing standing = status == null
                ? new Standing(agency, number, name, type, "", false)
                : new Standing(agency, number, name, type, status.code(), status.active());
        return new EmployeeRow(source, row.number(), standing, former);
    }

    /** Empty where it is refused. */
    private String number(Source source, Row row) {
        Heading.Cell cell = source.heading().cell(row, Field.NUMBER);
        String number = Identifier.clean(cell.text());
        if (number.isEmpty() && cell.kind() != CellKind.NUMBER && cell.kind() != CellKind.FORMULA) {
            problem(source, row, cell, "no number", "the person's NIP, NI PPPK or NIK", "");
            return "";
        }
        return isSound(source, row, cell, number) ? number : "";
    }

    private List<String> former(Source source, Row row, String number) {
        Heading.Cell cell = source.heading().cell(row, Field.FORMER);
        if (cell.blank()) {
            return List.of();
        }
        List<String> numbers = new ArrayList<>();
        for (String part : Aliases.split(cell.text())) {
            String former = Identifier.clean(part);
            if (!former.isEmpty()
                    && !former.equals(number)
                    && !numbers.contains(former)
                    && isSound(source, row, cell, former)) {
                numbers.add(former);
            }
        }
        return List.copyOf(numbers);
    }

    private boolean isSound(Source source, Row row, Heading.Cell cell, String number) {
        if (cell.kind() != CellKind.TEXT || Identifier.damaged(number)) {
            problem(
                    source,
                    row,
                    cell,
                    cell.text() + " (" + cell.kind() + ") is damaged by a spreadsheet",
                    "the number as text",
                    "Format the column as text and enter the number again");
            return false;
        }
        if (number.length() > NUMBER_LENGTH || !number.chars().allMatch(c -> c > ' ' && c <= '~')) {
            problem(source, row, cell, number, "at most " + NUMBER_LENGTH + " digits and plain letters", "");
            return false;
        }
        return true;
    }

    private String name(Source source, Row row) {
        Heading.Cell cell = source.heading().cell(row, Field.NAME);
        if (cell.blank()) {
            problem(source, row, cell, "no name", "the person's name", "");
        } else if (cell.text().codePointCount(0, cell.text().length()) > NAME_LENGTH) {
            problem(source, row, cell, "a name that is too long", "at most " + NAME_LENGTH + " characters", "");
        }
        return cell.text();
    }

    private String type(Source source, Row row) {
        Heading.Cell cell = source.heading().cell(row, Field.TYPE);
        String written = cell.text();
        Optional<EmploymentType> type = typeNamed(written);
        if (source.heading().national()) {
            Heading.Cell candidate = source.heading().cell(row, Field.CANDIDATE);
            Optional<EmploymentType> pns = typeNamed("pns");
            boolean decides =
                    !candidate.blank() && (written.isEmpty() || type.equals(pns) || type.equals(typeNamed("cpns")));
            if (decides) {
                cell = candidate;
                written = candidate.text();
                type = switch (written.toUpperCase(java.util.Locale.ROOT)) {
                    case "C", "CPNS" -> typeNamed("cpns");
                    case "P", "PNS" -> pns;
                    default -> Optional.empty();
                };
            }
        }
        if (type.isEmpty()) {
            problem(
                    source,
                    row,
                    cell,
                    written.isEmpty() ? "no employment type" : "unknown employment type \"" + written + "\"",
                    mandate.types().stream().map(EmploymentType::code).collect(Collectors.joining(", ")),
                    "Correct it, or name it under types of the mandate " + mandate.id());
            return "";
        }
        return type.get().code();
    }

    private Optional<EmploymentType> typeNamed(String written) {
        return types.computeIfAbsent(written, mandate::typeNamed);
    }

    private String agency(Source source, Row row) {
        Heading.Cell cell = source.heading().cell(row, Field.AGENCY);
        if (!AgencyReader.codeSurvived(cell)) {
            problem(source, row, cell, cell.text() + " (" + cell.kind() + ")", "the agency's code as text", "");
            return "";
        }
        Optional<Agency> agency = agencies.named(cell.text());
        if (agency.isEmpty()) {
            problem(
                    source,
                    row,
                    cell,
                    cell.blank() ? "no agency" : "unknown agency \"" + cell.text() + "\"",
                    "code or alias of an agency that the register has on this date",
                    "Correct it, or import the agencies first");
            return "";
        }
        return agency.get().code();
    }

    private RegisterRules.@Nullable Status status(Source source, Row row) {
        Heading.Cell cell = source.heading().cell(row, Field.STATUS);
        Optional<RegisterRules.Status> status = statuses.computeIfAbsent(cell.text(), rules::status);
        if (status.isEmpty()) {
            problem(
                    source,
                    row,
                    cell,
                    "unknown status \"" + cell.text() + "\"",
                    "a code or name of jobs/register.yml",
                    "Correct it, or name it there");
        }
        return status.orElse(null);
    }

    private void problem(Source source, Row row, Heading.Cell cell, String found, String expected, String action) {
        problems.add(source.problem(row.number(), cell.column(), found, expected, action));
    }
}

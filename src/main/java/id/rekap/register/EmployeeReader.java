package id.rekap.register;

import id.rekap.mandate.EmploymentType;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.TypeWords;
import id.rekap.tabular.CellKind;
import id.rekap.tabular.Row;
import id.rekap.value.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes an employee of a row, or lists everything that keeps it from being one. */
final class EmployeeReader {
    private static final String LETTERS = "LETTERS";
    private static final int NUMBER_LENGTH = 32;
    private static final int NAME_LENGTH = 250;
    /** The register has room for these. */
    private static final int MOST_FORMER = 100;
    /** A column that is not the status's may hold another text in each row. */
    private static final int MOST_REMEMBERED = 1_000;

    private final Mandate mandate;
    private final RegisterRules rules;
    private final AgencyDirectory agencies;
    private final List<Problem> problems;
    private final TypeWords types;
    private final Map<String, Optional<RegisterRules.Status>> statuses = new HashMap<>();
    private final UnknownValues unknown = new UnknownValues();
    private final DoubtfulRows doubtful = new DoubtfulRows();

    EmployeeReader(Mandate mandate, RegisterRules rules, AgencyDirectory agencies, List<Problem> problems) {
        this.mandate = mandate;
        this.rules = rules;
        this.agencies = agencies;
        this.problems = problems;
        this.types = new TypeWords(mandate.types());
    }

    /** A name as the register has room for; a longer one is a problem. */
    static String fitting(String name) {
        return name.codePointCount(0, name.length()) <= NAME_LENGTH
                ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME_LENGTH));
    }

    /** After the last row: lists what is told of all rows together. */
    void finish(List<String> warnings) {
        warnings.addAll(doubtful.warnings());
        problems.addAll(new Acceptance(mandate, rules).problems(unknown));
    }

    /** What can be read of the row, for comparing it with others; what keeps it from being used is listed as problems. */
    EmployeeRow read(long count, int sheet, Source source, Row row) {
        String number = number(source, row);
        List<String> former = former(source, row, number);
        String name = name(source, row);
        String type = type(source, row);
        String agency = agency(source, row);
        RegisterRules.Status status = status(source, row);
        compare(source, row, type, status);
        lookAt(source, row, number);
        String joined = EmployeeVersion.joined(former);
        EmployeeVersion version = status == null
                ? new EmployeeVersion(agency, number, name, type, "", false, joined)
                : new EmployeeVersion(agency, number, name, type, status.code(), status.active(), joined);
        return new EmployeeRow(count, source, sheet, row.number(), version, null);
    }

    /** Empty where it is refused. */
    private String number(Source source, Row row) {
        RegisterHeading.Cell cell = source.heading().cell(row, Field.NUMBER);
        String number = Identifier.clean(cell.text());
        if (number.isEmpty() && cell.kind() != CellKind.NUMBER && cell.kind() != CellKind.FORMULA) {
            problem(source, row, cell, "no number", "the person's NIP, NI PPPK or NIK", "");
            return "";
        }
        return isSound(source, row, cell, number) ? number : "";
    }

    /** With its digits it would be a NIP or NIK: whoever writes it right is unknown, and counted beside this one. */
    private void lookAt(Source source, Row row, String number) {
        if (Identifier.hint(number).equals(LETTERS)) {
            String column = source.heading().cell(row, Field.NUMBER).column();
            doubtful.add(
                    source, row.number(), column + " has letters where digits belong (O for 0, l for 1)", "it stands");
        }
    }

    private List<String> former(Source source, Row row, String number) {
        RegisterHeading.Cell cell = source.heading().cell(row, Field.FORMER);
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
        if (numbers.size() > MOST_FORMER) {
            problem(source, row, cell, numbers.size() + " former numbers", "at most " + MOST_FORMER, "");
            return List.of();
        }
        return List.copyOf(numbers);
    }

    private boolean isSound(Source source, Row row, RegisterHeading.Cell cell, String number) {
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
        RegisterHeading.Cell cell = source.heading().cell(row, Field.NAME);
        if (cell.blank()) {
            problem(source, row, cell, "no name", "the person's name", "");
        } else if (cell.text().codePointCount(0, cell.text().length()) > NAME_LENGTH) {
            problem(source, row, cell, "a name that is too long", "at most " + NAME_LENGTH + " characters", "");
        }
        return cell.text();
    }

    private String type(Source source, Row row) {
        RegisterHeading.Cell cell = source.heading().cell(row, Field.TYPE);
        Optional<EmploymentType> type = types.named(cell.text());
        if (source.heading().national() && (cell.blank() || ofPns(type))) {
            RegisterHeading.Cell candidate = source.heading().cell(row, Field.CANDIDATE);
            Optional<EmploymentType> told = candidate(candidate);
            if (!candidate.blank() && told.isEmpty()) {
                unknown.add(UnknownValues.Kind.CANDIDATE, source, row.number(), candidate, "");
                return "";
            }
            type = ofPns(told) || cell.blank() ? told : type;
        }
        if (type.isEmpty()) {
            unknown.add(UnknownValues.Kind.TYPE, source, row.number(), cell, "");
        }
        return type.map(EmploymentType::code).orElse("");
    }

    /** {@code C} and {@code P} tell CPNS from PNS. */
    private Optional<EmploymentType> candidate(RegisterHeading.Cell cell) {
        return types.named(
                switch (cell.text().toUpperCase(Locale.ROOT)) {
                    case "C" -> "cpns";
                    case "P" -> "pns";
                    default -> cell.text();
                });
    }

    private boolean ofPns(Optional<EmploymentType> type) {
        return type.isPresent() && (type.equals(types.named("pns")) || type.equals(types.named("cpns")));
    }

    /** What says otherwise than the type that the row is read as: a PNS is not of PPPK by legal status, for one. */
    private void compare(Source source, Row row, String type, RegisterRules.@Nullable Status status) {
        String called = source.heading().second(row, Field.STATUS);
        if (status != null
                && rules.status(called)
                        .filter(other -> other.active() != status.active())
                        .isPresent()
                && !called.isEmpty()) {
            doubtful.add(
                    source,
                    row.number(),
                    "the legal status is " + status.code() + ", but beside it stands \"" + called + "\"",
                    status.code());
        }
        if (type.isEmpty()) {
            return;
        }
        List<String> others = new ArrayList<>(0);
        if (status != null && !status.fits(type)) {
            others.add("the legal status " + status.code() + " is of " + String.join(" or ", status.types()));
        }
        if (source.heading().national() && ofPns(types.named(type))) {
            RegisterHeading.Cell cell = source.heading().cell(row, Field.CANDIDATE);
            candidate(cell)
                    .filter(told -> !ofPns(Optional.of(told)))
                    .ifPresent(told -> others.add(cell.column() + " is " + told.code()));
        }
        if (!others.isEmpty()) {
            doubtful.add(source, row.number(), "the type is " + type + ", but " + String.join(" and ", others), type);
        }
    }

    private String agency(Source source, Row row) {
        RegisterHeading.Cell cell = source.heading().cell(row, Field.AGENCY);
        if (!AgencyReader.codeSurvived(cell)) {
            problem(source, row, cell, cell.text() + " (" + cell.kind() + ")", "the agency's code as text", "");
            return "";
        }
        Optional<Agency> agency = agencies.named(cell.text());
        if (agency.isEmpty()) {
            unknown.add(UnknownValues.Kind.AGENCY, source, row.number(), cell, "");
        }
        return agency.map(Agency::code).orElse("");
    }

    private RegisterRules.@Nullable Status status(Source source, Row row) {
        RegisterHeading.Cell cell = source.heading().cell(row, Field.STATUS);
        Optional<RegisterRules.Status> status = statuses.get(cell.text());
        if (status == null) {
            status = rules.status(cell.text());
            if (statuses.size() < MOST_REMEMBERED) {
                statuses.put(cell.text(), status);
            }
        }
        if (status.isEmpty()) {
            String called = source.heading().second(row, Field.STATUS);
            unknown.add(UnknownValues.Kind.STATUS, source, row.number(), cell, called);
        }
        return status.orElse(null);
    }

    private void problem(
            Source source, Row row, RegisterHeading.Cell cell, String found, String expected, String action) {
        problems.add(source.problem(row.number(), cell.column(), found, expected, action));
    }
}

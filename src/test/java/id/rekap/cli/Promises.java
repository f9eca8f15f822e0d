package id.rekap.cli;

import static id.rekap.cli.NightTables.IS_OPEN;
import static id.rekap.cli.NightTables.ofCode;
import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.value.Names;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/** Whom an agency's page may promise to make count: by the tables, each of its people who are not reported once at most. */
final class Promises {
    private static final List<ExceptionCode> NUMBERS = List.of(
            ExceptionCode.ID_MISSING,
            ExceptionCode.ID_DAMAGED,
            ExceptionCode.ID_MALFORMED,
            ExceptionCode.EMPLOYEE_UNKNOWN);
    private static final Pattern PEOPLE = Pattern.compile("([\\d.]+) pegawai terhitung\\.");

    private final Map<ExceptionCode, Long> byKind = new EnumMap<>(ExceptionCode.class);
    private final long unreported;

    Promises(NightTables now, Predicate<CSVRecord> own) {
        Predicate<CSVRecord> toMend = IS_OPEN.and(own).and(row -> !now.isAcknowledged(row));
        List<CSVRecord> left = new ArrayList<>(now.exceptions.stream()
                .filter(toMend.and(ofCode(ExceptionCode.EMPLOYEE_NOT_REPORTED)))
                .toList());
        unreported = left.size();
        for (ExceptionCode code : NUMBERS) {
            byKind.put(
                    code,
                    now.exceptions.stream()
                            .filter(toMend.and(ofCode(code)))
                            .filter(row -> find(left, row).filter(left::remove).isPresent())
                            .count());
        }
        byKind.put(ExceptionCode.EMPLOYEE_NOT_REPORTED, (long) left.size());
    }

    private static Optional<CSVRecord> find(List<CSVRecord> people, CSVRecord row) {
        String name = Names.normalised(row.get("employee_name"));
        return people.stream()
                .filter(person -> person.get("employee_no").equals(row.get("suggestion")))
                .findFirst()
                .or(() -> people.stream()
                        .filter(person -> !name.isEmpty()
                                && Names.normalised(person.get("employee_name")).equals(name))
                        .findFirst());
    }

    long of(SaidLine line) {
        return byKind.getOrDefault(kind(line), 0L);
    }

    private static ExceptionCode kind(SaidLine line) {
        return ExceptionCode.valueOf(line.of());
    }

    /** What makes people count comes first, and all of it is no more than are missing. */
    void hold(List<SaidLine> page) {
        long promised = 0;
        boolean isOfOthers = false;
        for (SaidLine line : page) {
            Matcher people = PEOPLE.matcher(line.text());
            if (line.where().equals("anomalies/p.mends") && !line.text().startsWith("Mengirim daftar")) {
                boolean counts = people.find();
                assertThat(counts && isOfOthers).as(line.text()).isFalse();
                isOfOthers |= line.text().contains("diketahui");
                promised += counts ? Long.parseLong(people.group(1).replace(".", "")) : 0;
            }
        }
        assertThat(promised).isLessThanOrEqualTo(unreported);
    }
}

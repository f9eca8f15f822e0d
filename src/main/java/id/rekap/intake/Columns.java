package id.rekap.intake;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.intake.HeadingMeanings.Meaning;
import id.rekap.mandate.Header;
import id.rekap.tabular.FileRefused;
import id.rekap.tabular.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a sheet means what.
 *
 * @param row of the header, its last, as the sender's spreadsheet shows it
 * @param width cells that a row may have
 * @param identifiers positions of identifier columns in the order in which the filled one counts
 * @param name position, -1 without one
 * @param type position, -1 without one
 * @param obligations position of each obligation of the mandate, -1 where the sheet has none
 * @param extras positions of the columns that are not Rekap's and have a header
 * @param lowers of each header the part that stands in a second row, empty where none does
 */
record Columns(
        int row,
        int width,
        List<Integer> identifiers,
        int name,
        int type,
        List<Integer> obligations,
        List<Integer> extras,
        List<String> headers,
        List<String> lowers) {

    /** @param width cells that a row may have */
    static Columns of(Heading heading, int width, String sheet, int obligationCount) throws FileRefused {
        Map<Meaning, Integer> own = new HashMap<>();
        List<Integer> extras = new ArrayList<>();
        List<String> headers =
                heading.columns().stream().map(Heading.Column::text).toList();
        for (int i = 0; i < headers.size(); i++) {
            Meaning meaning = heading.columns().get(i).meaning();
            Integer before = meaning == null ? null : own.put(meaning, i);
            if (before != null) {
                throw twice(headers, before, i, sheet);
            }
            if (meaning == null && !Header.folded(headers.get(i)).isEmpty()) {
                extras.add(i);
            }
        }
        List<Integer> identifiers = own.keySet().stream()
                .filter(Meaning::isIdentifier)
                .sorted(Comparator.comparing(Meaning::kind).thenComparing(Meaning::position))
                .map(own::get)
                .collect(Collectors.toCollection(ArrayList::new));
        Integer lastResort = own.get(Meaning.LAST_RESORT);
        if (lastResort != null && identifiers.size() > 1) {
            identifiers.remove(lastResort);
            extras.add(lastResort);
        }
        return new Columns(
                heading.row(),
                width,
                List.copyOf(identifiers),
                own.getOrDefault(Meaning.NAME, -1),
                own.getOrDefault(Meaning.TYPE, -1),
                IntStream.range(0, obligationCount)
                        .mapToObj(i -> own.getOrDefault(Meaning.obligation(i), -1))
                        .toList(),
                extras.stream().sorted().limit(StoredLimits.OWN_COLUMNS).toList(),
                headers.stream().map(StoredLimits::header).toList(),
                heading.columns().stream()
                        .map(Heading.Column::lower)
                        .map(StoredLimits::header)
                        .toList());
    }

    private static FileRefused twice(List<String> headers, int first, int second, String sheet) {
        String found = Stream.of(first, second)
                .map(i -> "\"" + headers.get(i) + "\" (" + letters(i) + ")")
                .collect(Collectors.joining(", "));
        return new FileRefused(ExceptionCode.FILE_COLUMN_DUPLICATE, sheet, found, headers.get(second));
    }

    /** Has the row cells behind the header's, so that nobody can say which column each of its cells belongs to? */
    boolean isTooWide(Row row) {
        return row.size() > width && row.isFilledBehind(width);
    }

    String identifierHeader() {
        return headers.get(identifiers.get(0));
    }

    /** The header under which each obligation is reported, null where it is not. */
    List<@Nullable String> obligationHeaders() {
        List<@Nullable String> named = new ArrayList<>();
        for (int position : obligations) {
            named.add(position < 0 ? null : headers.get(position));
        }
        return named;
    }

    List<String> extraHeaders() {
        return extras.stream().map(headers::get).toList();
    }

    /** Null where all headers are of one row. */
    @Nullable
    List<String> extraLower() {
        List<String> lower = extras.stream().map(lowers::get).toList();
        return lower.stream().allMatch(String::isEmpty) ? null : lower;
    }

    /** A column as spreadsheets name it: A, B, … AA. */
    static String letters(int column) {
        String tail = Character.toString((char) ('A' + column % 26));
        return column < 26 ? tail : letters(column / 26 - 1) + tail;
    }
}

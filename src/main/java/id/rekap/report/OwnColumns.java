package id.rekap.report;

import id.rekap.reconcile.Finding;
import id.rekap.reconcile.SenderCell;
import id.rekap.value.Identifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The columns that an agency keeps for itself, under its own headers and in its own order. */
final class OwnColumns {
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final List<String> headers = new ArrayList<>();

    /** @param taken names that stand in the same header already: a reader by name must still find those */
    OwnColumns(List<ExceptionLine> lines, String... taken) {
        Set<String> names = new HashSet<>();
        Arrays.stream(taken).forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        for (ExceptionLine line : lines) {
            Set<String> seen = new HashSet<>();
            for (SenderCell cell : line.finding().own()) {
                String key = key(cell.header(), seen);
                if (!positions.containsKey(key)) {
                    positions.put(key, headers.size());
                    headers.add(distinct(Identifier.masked(cell.header()), names));
                }
            }
        }
    }

    /** Two columns of a file may have the same header. */
    private static String key(String header, Set<String> seen) {
        String key = header;
        for (int n = 2; !seen.add(key); n++) {
            key = header + "\u0000" + n;
        }
        return key;
    }

    private static String distinct(String header, Set<String> names) {
        String name = header;
        for (int n = 2; !names.add(name.toLowerCase(Locale.ROOT)); n++) {
            name = header + " (" + n + ")";
        }
        return name;
    }

    List<String> headers() {
        return headers;
    }

    /** The cells of a finding's row, empty where its file has no such column. */
    List<String> cells(Finding finding) {
        List<String> cells = new ArrayList<>(Collections.nCopies(headers.size(), ""));
        Set<String> seen = new HashSet<>();
        for (SenderCell cell : finding.own()) {
            Integer position = positions.get(key(cell.header(), seen));
            if (position != null) {
                cells.set(position, Identifier.masked(cell.value()));
            }
        }
        return cells;
    }
}

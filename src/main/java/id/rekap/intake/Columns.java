package id.rekap.intake;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.mandate.Header;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.tabular.FileRefused;
import id.rekap.tabular.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a sheet means what, found from its header row.
 *
 * @param row of the header, as the sender's spreadsheet shows it
 * @param identifiers positions of identifier columns in the order in which the filled one counts
 * @param name position, -1 without one
 * @param type position, -1 without one
 * @param obligations position of each obligation of the mandate, -1 where the sheet has none
 * @param extras positions of the columns that are not Rekap's and have a header
 */
record Columns(
        int row,
        List<Integer> identifiers,
        int name,
        int type,
        List<Integer> obligations,
        List<Integer> extras,
        List<String> headers) {

    private static final List<String> IDENTIFIERS = List.of("nip", "nipnik", "nipbaru", "nomorindukpegawai", "nik");
    private static final String LAST_RESORT = "nomor";
    private static final String NAME = "nama";
    private static final String TYPE = "jenis";

    /** What the header names of a mandate mean: the position of the obligation. */
    static Map<String, Integer> meanings(Mandate mandate) {
        Map<String, Integer> meanings = new HashMap<>();
        List<Obligation> obligations = mandate.obligations();
        for (int i = 0; i < obligations.size(); i++) {
            for (String column : obligations.get(i).columns()) {
                meanings.put(Header.folded(column), i);
            }
        }
        return meanings;
    }

    /** Does this row name an identifier and at least one of these obligations? */
    static boolean isHeader(Row row, Map<String, Integer> meanings) {
        boolean identifier = false;
        boolean obligation = false;
        for (int i = 0; i < row.size(); i++) {
            String folded = Header.folded(row.text(i));
            identifier |= isFoldedIdentifier(folded);
            obligation |= meanings.containsKey(folded);
        }
        return identifier && obligation;
    }

    static boolean isIdentifier(String header) {
        return isFoldedIdentifier(Header.folded(header));
    }

    static boolean hasObligation(Row row, Map<String, Integer> meanings) {
        for (int i = 0; i < row.size(); i++) {
            if (meanings.containsKey(Header.folded(row.text(i)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFoldedIdentifier(String folded) {
        return IDENTIFIERS.contains(folded) || folded.equals(LAST_RESORT);
    }

    static Columns of(Row row, String sheet, Map<String, Integer> meanings, int obligationCount) throws FileRefused {
        Map<String, Integer> own = new HashMap<>();
        int[] obligations = new int[obligationCount];
        Arrays.fill(obligations, -1);
        List<Integer> extras = new ArrayList<>();
        List<String> headers = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String header = row.text(i).strip();
            headers.add(header);
            String folded = Header.folded(header);
            Integer obligation = meanings.get(folded);
            @Nullable Integer before = null;
            if (obligation != null) {
                before = obligations[obligation] < 0 ? null : obligations[obligation];
                obligations[obligation] = i;
            } else if (isFoldedIdentifier(folded) || folded.equals(NAME) || folded.equals(TYPE)) {
                before = own.put(folded, i);
            } else if (!folded.isEmpty()) {
                extras.add(i);
            }
            if (before != null) {
                throw new FileRefused(
                        ExceptionCode.FILE_COLUMN_DUPLICATE,
                        sheet,
                        "\"" + headers.get(before) + "\" (" + letters(before) + "), \"" + header + "\" (" + letters(i)
                                + ")",
                        header);
            }
        }
        List<Integer> identifiers = new ArrayList<>();
        for (String identifier : IDENTIFIERS) {
            if (own.containsKey(identifier)) {
                identifiers.add(own.get(identifier));
            }
        }
        Integer lastResort = own.get(LAST_RESORT);
        if (lastResort != null) {
            if (identifiers.isEmpty()) {
                identifiers.add(lastResort);
            } else {
                extras.add(lastResort);
            }
        }
        return new Columns(
                row.number(),
                List.copyOf(identifiers),
                own.getOrDefault(NAME, -1),
                own.getOrDefault(TYPE, -1),
                Arrays.stream(obligations).boxed().toList(),
                extras.stream().sorted().toList(),
                List.copyOf(headers));
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

    /** A column as spreadsheets name it: A, B, … AA. */
    static String letters(int column) {
        String tail = Character.toString((char) ('A' + column % 26));
        return column < 26 ? tail : letters(column / 26 - 1) + tail;
    }
}

package id.rekap.report;

import id.rekap.reconcile.FindingState;
import java.util.List;
import java.util.Set;

/**
 * What an agency has to mend, and what is resolved.
 *
 * @param acknowledged how many open ones are left out, since somebody has acknowledged them
 */
record AgencyToDo(List<ExceptionLine> lines, int acknowledged) {
    static AgencyToDo of(List<ExceptionLine> lines, Set<String> acknowledged) {
        if (acknowledged.isEmpty()) {
            return new AgencyToDo(lines, 0);
        }
        List<ExceptionLine> left = lines.stream()
                .filter(line -> line.finding().state() == FindingState.RESOLVED
                        || !acknowledged.contains(line.finding().fingerprint()))
                .toList();
        return new AgencyToDo(left, lines.size() - left.size());
    }

    /** What is said of those that are left out; empty where none is. */
    String note(ListWording words) {
        return acknowledged == 0 ? "" : words.text("acknowledged", words.number(acknowledged));
    }
}

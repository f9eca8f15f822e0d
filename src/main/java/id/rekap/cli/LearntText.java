package id.rekap.cli;

import id.rekap.snapshot.Learnt;
import id.rekap.snapshot.Learnt.DatedLater;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What was learnt after a set was published, in words. */
final class LearntText {
    private LearntText() {}

    static String of(Learnt learnt) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("register imports", learnt.imports());
        counts.put("exemptions granted", learnt.exemptions());
        counts.put("exemptions ended", learnt.exemptionsEnded());
        counts.put("exceptions acknowledged", learnt.acknowledged());
        counts.put("acknowledgements taken back", learnt.acknowledgementsEnded());
        counts.put("lists received", learnt.lists());
        counts.put("chats received", learnt.chats());
        counts.put("lists withdrawn", learnt.withdrawals());
        return words(counts);
    }

    static String of(DatedLater later) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("register imports", later.imports());
        counts.put("exemptions granted", later.exemptions());
        counts.put("exemptions ended", later.exemptionsEnded());
        counts.put("lists withdrawn", later.withdrawals());
        return words(counts);
    }

    private static String words(Map<String, Integer> counts) {
        String words = counts.entrySet().stream()
                .filter(of -> of.getValue() > 0)
                .map(of -> of.getKey() + " " + of.getValue())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "nothing" : words;
    }
}

package id.rekap.cli;

import id.rekap.claims.ChatReading;
import id.rekap.claims.ChatReport;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@link CheckChatCommand} says. */
record ChatWords(Locale locale) implements Bilingual {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    List<String> lines(ChatReading reading, List<ChatReport> unreadable, boolean register) {
        if (reading.refusal().isPresent()) {
            return List.of("CHAT_UNREADABLE: " + reading.refusal().get().text(locale));
        }
        ChatReading.Counts counts = reading.counts();
        List<String> lines = new ArrayList<>();
        lines.add(say("Baris", "Lines") + ": " + counts.lines());
        lines.add(say("Awal pesan", "Heads") + ": " + counts.headers());
        lines.add(say("Sambungan", "Continuations") + ": " + counts.continuations());
        lines.add(say("Pemberitahuan WhatsApp", "Notices of WhatsApp") + ": " + counts.notices());
        if (register) {
            lines.add(say("Laporan", "Reports") + ": " + counts.reports());
            lines.add(say("Di antaranya tidak terbaca", "Of these unreadable") + ": " + counts.unreadable());
        } else {
            lines.add(say(
                    "Laporan tidak dicari: tidak ada data induk perangkat daerah pada tanggal ini. Impor dahulu dengan ./rekap"
                            + " import agencies FILE",
                    "Reports were not looked for: no register of agencies holds on this date. Import it first with ./rekap"
                            + " import agencies FILE"));
        }
        if (reading.dateAssumed()) {
            lines.add(
                    say(
                            "CHAT_DATE_ASSUMED: tanggal dapat dibaca dengan dua cara; dibaca hari lebih dahulu, karena ponselnya"
                                    + " berbahasa Indonesia",
                            "CHAT_DATE_ASSUMED: dates can be read in two ways; the day is read first, as on Indonesian phones"));
        }
        unreadable.forEach(report -> lines.add(line(report)));
        long more = counts.unreadable() - unreadable.size();
        if (more > 0) lines.add(say("… dan " + more + " lagi", "… and " + more + " more"));
        return lines;
    }

    private String line(ChatReport report) {
        return "COUNT_UNREADABLE " + say("baris ", "line ") + report.line() + ", " + TIME.format(report.sent()) + ", "
                + report.agency() + ": " + report.why(locale) + ": \"" + report.words() + "\"";
    }
}

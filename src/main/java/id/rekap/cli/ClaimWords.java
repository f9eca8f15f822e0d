package id.rekap.cli;

import id.rekap.claims.Count;
import id.rekap.mandate.Group;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@link ClaimsCommand} says. */
record ClaimWords(Locale locale) implements Bilingual {
    List<String> lines(List<ClaimsCommand.Line> agencies, LocalDate day) {
        List<String> lines = new ArrayList<>();
        if (agencies.isEmpty()) {
            lines.add(say(
                    "Belum ada laporan jumlah dari grup sampai " + day
                            + ". Letakkan ekspor obrolannya di inbox/_whatsapp; run berikutnya mengambilnya.",
                    "No count was reported in the group up to " + day
                            + ". Put its exported chat into inbox/_whatsapp; the next run takes it."));
        }
        for (ClaimsCommand.Line agency : agencies) {
            lines.add(agency.agency() + "  " + agency.name() + ": " + claimed(agency));
            agency.messages().forEach(message -> lines.add(line(message)));
        }
        return lines;
    }

    private String claimed(ClaimsCommand.Line agency) {
        if (agency.nil()) return say("nihil", "nothing to report");
        return agency.claimed().isEmpty()
                ? say("tidak ada laporan yang berlaku", "no report in force")
                : counts(agency.claimed());
    }

    private String counts(Map<Group, Count> counts) {
        List<String> parts = new ArrayList<>();
        for (Group group : Group.values()) {
            Count count = counts.get(group);
            if (count != null) {
                String name = group == Group.ASN ? "ASN" : say("tenaga kontrak", "contract staff");
                parts.add(name + " " + count.people() + ", " + say("mengikuti ", "following ") + count.following());
            }
        }
        return String.join("; ", parts);
    }

    private String line(ClaimsCommand.Message message) {
        String read = !message.doubt().isEmpty()
                ? say("tidak terbaca: ", "cannot be read: ") + message.why()
                : message.nil() ? say("nihil", "nothing to report") : counts(message.counts());
        String holds = message.inForce() ? say("berlaku", "in force") : say("tidak berlaku", "not in force");
        return "  " + message.sent().replace('T', ' ') + "  \"" + message.words() + "\" = " + read + " ("
                + (message.doubt().isEmpty() ? holds + ", " : "") + message.file() + say(" baris ", " line ")
                + message.line() + say(", diterima ", ", received ") + message.received() + ")";
    }
}

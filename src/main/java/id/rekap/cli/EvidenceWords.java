package id.rekap.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@link EvidenceCommand} says. */
record EvidenceWords(Locale locale) implements Bilingual {
    List<String> lines(List<EvidenceCommand.Line> accounts, LocalDate day) {
        List<String> lines = new ArrayList<>();
        if (accounts.isEmpty()) {
            lines.add(say("Mandat ini tidak menyebut akun resmi.", "This mandate names no official account."));
        }
        for (EvidenceCommand.Line account : accounts) {
            EvidenceCommand.InForce held = account.inForce();
            lines.add(account.account() + "  "
                    + (held == null
                            ? say(
                                    "tidak ada ekspor yang berlaku pada " + day
                                            + ": jawaban ya dihitung menurut pengakuan. Letakkan ekspornya dan control.txt di inbox/_followers/"
                                            + account.account(),
                                    "no export holds on " + day
                                            + ": a yes counts as declared. Put its export and control.txt into inbox/_followers/"
                                            + account.account())
                            : inForce(held)));
            for (EvidenceCommand.Open open : account.open()) {
                lines.add("  " + open.code() + say(", diterima ", ", received ") + open.received() + ": " + open.why());
            }
        }
        return lines;
    }

    private String inForce(EvidenceCommand.InForce held) {
        return say("ekspor ", "export of ") + held.exported() + say(", diterima ", ", received ") + held.received()
                + ": " + held.entries() + say(" pengikut dari ", " followers of ") + held.control()
                + say(", umur ", ", ") + held.ageDays()
                + say(
                        " hari, berlaku sampai ",
                        held.ageDays() == 1 ? " day old, holds until " : " days old, holds until ")
                + held.holdsUntil() + "; "
                + say("dari ", "of ") + held.lookedFor() + say(" akun di daftar, ", " handles on lists ")
                + held.found() + say(" ada di antaranya", " are among them");
    }
}

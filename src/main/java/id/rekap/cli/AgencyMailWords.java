package id.rekap.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What stands in the letter that an agency's list goes with: no person, those are in the list. */
record AgencyMailWords(Locale locale, LocalDate date) implements Bilingual {
    String subject(String agency) {
        return say("Daftar perbaikan ", "To be corrected: ") + agency + ", " + date;
    }

    String text(String agency, String mandate, int open) {
        String head = mandate + "\n" + agency + ", " + say("posisi ", "as of ") + date + "\n\n";
        if (open == 0) {
            return head
                    + say(
                            "Semua yang diminta diperbaiki sudah beres. Tidak ada yang perlu dilakukan.\n",
                            "Everything that was to be corrected is done. Nothing is left to do.\n");
        }
        return head
                + say(
                        open + " hal perlu diperbaiki. Lampiran menunjukkan baris mana, apa yang ditemukan, apa yang"
                                + " seharusnya, dan apa yang dilakukan. Perbaiki daftar Anda dan kirim kembali ke folder yang"
                                + " biasa; malam berikutnya menghitungnya.\n\nLampiran memuat data pegawai: jangan diteruskan"
                                + " ke luar perangkat daerah Anda.\n",
                        open + (open == 1 ? " thing is" : " things are")
                                + " to be corrected. The attachment says which row, what was found, what was expected, and"
                                + " what to do. Correct your list and send it to the usual folder again; the next night counts"
                                + " it.\n\nThe attachment names employees: do not pass it on outside your agency.\n");
    }

    /** To the operator: addresses that the mail server refuses. */
    String refused(List<String> agencies) {
        return say("Daftar perbaikan tidak diterima untuk ", "Lists to be corrected were not taken for ")
                + String.join(", ", agencies)
                + say(
                        ": periksa kolom email_kontak dalam data induk perangkat daerah dan impor kembali",
                        ": look at the column contact_email in the register of agencies, and import it again");
    }
}

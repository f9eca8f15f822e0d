package id.rekap.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The group in which heads of agency report, as an Android phone in Indonesian exports it on a night: everything that was
 * written until then. Most report what is so; some round up, one says that all do and no number, and some have nothing to say.
 */
final class Chat {
    private static final LocalDate DAY_BEFORE = LocalDate.of(2020, 7, 28);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yy", Locale.ROOT);

    private static final List<String> HEADS =
            List.of("Kadis Sosok Contoh", "~ Sekretaris Contoh", "+62 811-0000-0000", "Camat Contoh", "Humas Contoh");

    private final List<Office> offices;
    private final List<Person> people;

    Chat(List<Office> offices, List<Person> people) {
        this.offices = offices;
        this.people = people;
    }

    void dropInto(Path inbox, int night) throws IOException {
        new Letter("Chat WhatsApp dengan Pelaporan OPD.txt", export(night).getBytes(StandardCharsets.UTF_8))
                .dropInto(inbox.resolve("_whatsapp"));
    }

    private String export(int night) {
        List<String> lines = new ArrayList<>();
        lines.add(head(0, 540) + "Pesan dan panggilan dienkripsi secara end-to-end. Tidak seorang pun di luar chat ini"
                + " dapat membaca atau mendengarkannya.");
        lines.add(head(0, 541) + HEADS.get(4)
                + ": Bapak/Ibu, mohon laporan jumlah ASN dan tenaga kontrak yang mengikuti.");
        for (int day = 1; day <= night; day++) {
            for (int i = 0; i < offices.size(); i++) {
                Office office = offices.get(i);
                if (isReporting(office, day)) {
                    String sender = HEADS.get(office.habit(4));
                    lines.add(head(day, 480 + i) + sender + ": " + report(i, office, day));
                    if (i % 9 == 0) lines.add(head(day, 480 + i) + HEADS.get(4) + ": Terima kasih " + sender);
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** Most on the first day, some again on the third, and from then on each of those on a day of the week. */
    private static boolean isReporting(Office office, int day) {
        if (day > 1 && day <= 3) return day == 3 && office.habit(3) == 1;
        return office.habit(7) > 0 && (day == 1 || day % 7 == office.habit(6));
    }

    private static String head(int day, int minute) {
        int of = minute % 60;
        return DAY_BEFORE.plusDays(day).format(DAY) + " " + (minute / 60 < 10 ? "0" : "") + minute / 60 + "."
                + (of < 10 ? "0" : "") + of + " - ";
    }

    private String report(int at, Office office, int day) {
        if (office.habit(23) == 5) return office.name() + " ASN dan tenaga kontrak sudah semua";
        if (office.nights().stream().allMatch(Sending.NOTHING::equals) && office.habit(2) == 0) {
            return office.name() + ": nihil";
        }
        int[] asn = counted(at, office, false, day);
        int[] contract = counted(at, office, true, day);
        return switch (office.habit(4)) {
            case 0 ->
                "Assalamu'alaikum, izin melaporkan " + office.name() + ": ASN " + asn[0] + " org, sudah follow "
                        + asn[1] + ", tenaga kontrak " + contract[0] + " org, sudah " + contract[1] + ". Tks";
            case 1 -> office.name() + " ASN=" + asn[1] + "/" + asn[0] + " TK=" + contract[1] + "/" + contract[0];
            case 2 ->
                office.name() + "\nJumlah ASN : " + asn[0] + "\nSudah : " + asn[1] + "\nJumlah tenaga kontrak : "
                        + contract[0] + "\nSudah : " + contract[1];
            default ->
                (day == 1 ? "" : "Ralat: ") + office.name() + " " + asn[1] + " dari " + asn[0] + " ASN, " + contract[1]
                        + " dari " + contract[0] + " tenaga kontrak";
        };
    }

    /** People of an office, and those who follow, as its head says. */
    private int[] counted(int at, Office office, boolean contract, int day) {
        List<Person> own = people.stream()
                .filter(p -> p.office() == at
                        && p.isContractStaff() == contract
                        && p.standing().counts())
                .toList();
        int follow = (int) own.stream()
                .filter(p -> p.conduct().followsHumas(day) && p.conduct().followsMediaCenter(day))
                .count();
        return new int[] {own.size(), office.habit(5) == 1 ? Math.min(own.size(), follow + 2) : follow};
    }
}

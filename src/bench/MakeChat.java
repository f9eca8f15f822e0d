import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes the exported chat of a group that has talked for years, and a register of its agencies: {@code java MakeChat.java DIR
 * MEGABYTES [android|ios]}. What heads of agency say to each other, one message in thirty a report, the last on 2020-07-30.
 */
final class MakeChat {
    private static final LocalDateTime LAST = LocalDateTime.of(2020, 7, 30, 20, 0);
    /** Days for each MB: a large one is years old. */
    private static final int DAYS_A_MB = 10;

    private static final int BYTES_A_MESSAGE = 92;
    private static final String[] FIRST = {
        "Abdullah", "Siti", "Muhammad", "Cut", "Teuku", "Ratna", "Zulkifli", "Nurul", "Iskandar", "Mariani", "Bustami", "Yusra"
    };
    private static final String[] SECOND = {
        "Amin", "Hajar", "Iqbal", "Meutia", "Rizal", "Dewi", "Hasan", "Aini", "Putra", "Safitri", "Ibrahim", "Yani"
    };
    private static final List<String> OFFICES = List.of(
            "Dinas Sosial", "Dinas Pendidikan", "Dinas Kesehatan", "Kecamatan Lhoknga", "Kecamatan Ingin Jaya", "Baitul Mal", "Inspektorat",
            "Dinas Perhubungan", "BPBD", "Bappeda", "Dinas Pertanian", "Satpol PP dan WH", "DPMG", "Kecamatan Darul Imarah");
    private static final List<String> CHATTER = List.of(
            "Siap pak, terima kasih",
            "Assalamualaikum wr wb, selamat pagi bapak ibu sekalian",
            "Waalaikumsalam",
            "Mohon izin pak, besok kami rapat di aula lantai 2 jam 09.00 wib, mohon kehadiran bapak/ibu semua",
            "👍👍",
            "Baik, segera kami tindak lanjuti. Terima kasih atas informasinya",
            "Alhamdulillah, sudah selesai semua 🙏",
            "<Media tidak disertakan>",
            "Pesan ini telah dihapus",
            "Nomor saya yang baru 0812-3456-7890, mohon disimpan",
            "Undangan.pdf (file terlampir)",
            "@628123456789 mohon ditindaklanjuti surat kemarin",
            "Innalillahi wa inna ilaihi raji'un, semoga husnul khatimah",
            "Mohon kepada seluruh OPD agar segera menyampaikan laporan sebelum jam 16.00 hari ini",
            "Sudah kami kirim ke email pak, silakan dicek kembali. Kalau ada yang kurang mohon dikabari",
            "https://www.instagram.com/p/CDabcdefg/?igshid=1abc2def3ghi",
            "Pak {S} mohon dibantu untuk data yang kemarin, masih ada yang belum sesuai",
            "Kegiatan hari ini di {O}:\n1. Apel pagi\n2. Rapat koordinasi dengan bidang\n3. Monitoring lapangan\n\nDemikian, terima kasih",
            "Izin pak, untuk {O} besok kita koordinasikan lagi",
            "Kalau bisa jangan terlalu lama karena ini sudah ditunggu oleh pimpinan, tolong diperhatikan baik-baik",
            "Rapat ditunda ke hari Senin tanggal 27/7/2020, undangan menyusul");
    private static final List<String> REPORTS = List.of(
            "Izin melaporkan {O}: ASN {P} org, sudah follow {F}, tenaga kontrak {P} org, sudah {F}",
            "Lapor {O}\nASN = {F}/{P}\nTenaga kontrak = {F}/{P}",
            "{O} ASN {P} sudah {F}, TK {P} sudah {F}",
            "Laporan {O}\n\nJumlah ASN : {P} orang\nSudah follow : {F} orang\n\nTerima kasih",
            "{O} ASN idem kemarin");
    private static final List<String> NOTICES =
            List.of("{S} menambahkan {S}", "{S} keluar", "{S} bergabung menggunakan tautan undangan grup ini");

    private final SplittableRandom random = new SplittableRandom(200);

    private MakeChat() {}

    public static void main(String[] args) throws IOException {
        Path dir = Path.of(args[0]);
        register(dir);
        Path inbox = Files.createDirectories(dir.resolve("inbox/_whatsapp"));
        boolean ios = args.length > 2 && args[2].equals("ios");
        try (Writer out = Files.newBufferedWriter(inbox.resolve("chat.txt"), StandardCharsets.UTF_8)) {
            new MakeChat().write(Long.parseLong(args[1]) * 1_000_000, ios, out);
        }
    }

    /** One person in each. */
    private static void register(Path dir) throws IOException {
        StringBuilder agencies = new StringBuilder("kode,nama\n");
        StringBuilder employees = new StringBuilder("nomor,nama,jenis,kode_opd\n");
        for (int i = 0; i < OFFICES.size(); i++) {
            agencies.append("%d.01.01,%s%n".formatted(i + 1, OFFICES.get(i)));
            employees.append("1970010120100110%02d,Orang %d,PNS,%d.01.01%n".formatted(i + 11, i, i + 1));
        }
        Files.createDirectories(dir);
        Files.writeString(dir.resolve("agencies.csv"), agencies);
        Files.writeString(dir.resolve("employees.csv"), employees);
    }

    private void write(long bytes, boolean ios, Writer out) throws IOException {
        DateTimeFormatter head = DateTimeFormatter.ofPattern(ios ? "'['dd/MM/yy, HH.mm.ss'] '" : "dd/MM/yy HH.mm' - '");
        long minutes = Math.max(1, bytes * DAYS_A_MB / 1_000_000) * 1440;
        long messages = bytes / BYTES_A_MESSAGE;
        long written = 0;
        for (long i = 0; written < bytes; i++) {
            LocalDateTime sent = LAST.minusMinutes(Math.max(0, minutes - i * minutes / messages));
            String message = head.format(sent) + message() + "\n";
            out.write(message);
            written += message.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    private String message() {
        if (random.nextInt(300) == 0) return filled(pick(NOTICES));
        return sender() + ": " + filled(pick(random.nextInt(30) == 0 ? REPORTS : CHATTER));
    }

    private String sender() {
        int number = random.nextInt(300);
        return number < 30
                ? "+62 812-0000-%04d".formatted(number)
                : FIRST[number % 12] + " " + SECOND[number / 12 % 12] + (number % 5 == 0 ? " " + pick(OFFICES) : "");
    }

    private String filled(String form) {
        int people = 2 + random.nextInt(90);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < form.length(); i++) {
            if (form.charAt(i) != '{') {
                out.append(form.charAt(i));
                continue;
            }
            switch (form.charAt(i + 1)) {
                case 'O' -> out.append(pick(OFFICES));
                case 'S' -> out.append(FIRST[random.nextInt(12)]).append(' ').append(SECOND[random.nextInt(12)]);
                case 'P' -> out.append(people);
                default -> out.append(random.nextInt(people + 1));
            }
            i += 2;
        }
        return out.toString();
    }

    private String pick(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}

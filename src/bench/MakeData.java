import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Makes what a night is measured on: {@code java MakeData.java DIR PEOPLE AGENCIES}.
 *
 * <pre>
 * DIR/agencies.csv, employees.csv             the register
 * DIR/night1/inbox/AGENCY/daftar.csv          everybody's list: 2 % of the people missing, 0.5 % unknown numbers, 0.5 % other names
 * DIR/night2/inbox/AGENCY/daftar.csv          everybody again, 2 % of the rows changed
 * DIR/night1.csv, night2.csv                  the same rows in one file, the agency in front: what plain SQL loads
 * </pre>
 */
final class MakeData {
    private static final String HEADER =
            "nip,nama,jenis,instagram,follow humasacehbesar,follow mediacenter acehbesar,repost,ajak keluarga\n";
    private static final String[] FIRST = words("Muhammad Ahmad Siti Nur Cut Teuku Abdul Fitri Rahmat Zulkifli Ismail"
            + " Yusuf Aisyah Dewi Mawardi Muhajir Safrina Ridwan Hasan Husna");
    private static final String[] LAST = words("Ali Ibrahim Usman Daud Saputra Lestari Hidayat Rahman Fauzi Syah Jamil"
            + " Amin Idris Basri Wahyuni Putri Nasution Siregar");

    private final SplittableRandom random = new SplittableRandom(7);
    private final Path dir;
    private final int people;
    private final int agencies;
    private final int[] order;
    private int spare;

    private MakeData(Path dir, int people, int agencies) {
        this.dir = dir;
        this.people = people;
        this.agencies = agencies;
        this.order = shuffled(people + people / 50 + 1);
        this.spare = people;
    }

    public static void main(String[] args) throws IOException {
        new MakeData(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2])).write();
    }

    private void write() throws IOException {
        Files.createDirectories(dir);
        try (PrintWriter register = open(dir.resolve("employees.csv"));
                PrintWriter all1 = open(dir.resolve("night1.csv"));
                PrintWriter all2 = open(dir.resolve("night2.csv"));
                PrintWriter agencyFile = open(dir.resolve("agencies.csv"))) {
            register.print("nomor,nama,jenis,kode_opd,status\n");
            agencyFile.print("kode,nama\n");
            for (int a = 0; a < agencies; a++) {
                String code = "%05d".formatted(a);
                agencyFile.print(code + ",Unit " + code + "\n");
                try (PrintWriter list1 = list(1, code);
                        PrintWriter list2 = list(2, code)) {
                    int end = (int) ((a + 1L) * people / agencies);
                    for (int i = (int) ((long) a * people / agencies); i < end; i++) {
                        person(i, code, register, new PrintWriter[] {list1, list2}, new PrintWriter[] {all1, all2});
                    }
                }
            }
        }
    }

    private void person(int i, String agency, PrintWriter register, PrintWriter[] lists, PrintWriter[] alls) {
        boolean isContract = random.nextInt(100) < 20;
        String type = isContract ? "TENAGA_KONTRAK" : "PNS";
        String number = number(order[i], isContract);
        String name = one(FIRST) + " " + one(LAST) + " " + one(LAST);
        register.print(number + "," + name + "," + type + "," + agency + ",AKTIF\n");
        int fate = random.nextInt(1000);
        if (fate < 20) {
            return;
        }
        if (fate < 25) {
            number = number(order[spare++], isContract);
        } else if (fate < 30) {
            name = "Xaverius Tampubolon Wongso";
        }
        boolean humas = random.nextInt(100) < 80;
        String rest = (random.nextInt(100) < 70 ? "ya" : "tidak") + ",";
        String repost = Integer.toString(random.nextInt(6));
        String family = "," + random.nextInt(9) + "\n";
        for (int night = 0; night < 2; night++) {
            if (night == 1 && random.nextInt(100) < 2) {
                humas = !humas;
                repost = "9";
            }
            String row = number + "," + name + "," + type + ",akun" + i + ".resmi," + (humas ? "ya" : "tidak") + ","
                    + rest + repost + family;
            lists[night].print(row);
            alls[night].print(agency + "," + row);
        }
    }

    /** The n-th possible number: digits of n in mixed radix, so that no two are equal. */
    private static String number(int n, boolean isContract) {
        if (isContract) {
            int serial = n % 9999 + 1;
            int rest = n / 9999;
            return "1106%02d%02d%02d%02d%04d"
                    .formatted(
                            rest % 23 + 1,
                            rest / 23 % 28 + 1,
                            rest / (23 * 28) % 12 + 1,
                            70 + rest / (23 * 28 * 12) % 29,
                            serial);
        }
        int sequence = n % 999 + 1;
        int rest = n / 999;
        int born = 1964 + rest % 34;
        return "%d%02d%02d%d%02d%d%03d"
                .formatted(
                        born,
                        rest / 34 % 12 + 1,
                        rest / (34 * 12) % 28 + 1,
                        born + 22,
                        rest / (34 * 12 * 28) % 12 + 1,
                        1 + n % 2,
                        sequence);
    }

    private int[] shuffled(int size) {
        int[] shuffled = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            shuffled[i] = shuffled[j];
            shuffled[j] = i;
        }
        return shuffled;
    }

    private PrintWriter list(int night, String agency) throws IOException {
        Path folder = Files.createDirectories(dir.resolve("night" + night).resolve("inbox").resolve(agency));
        PrintWriter list = open(folder.resolve("daftar.csv"));
        list.print(HEADER);
        return list;
    }

    private static PrintWriter open(Path file) throws IOException {
        return new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    }

    private String one(String[] of) {
        return of[random.nextInt(of.length)];
    }

    private static String[] words(String words) {
        return words.split(" ");
    }
}

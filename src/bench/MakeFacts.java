import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Makes what is known beside the lists that {@code MakeData} has made: {@code java MakeFacts.java DIR}.
 *
 * <pre>
 * DIR/exemptions.csv                     one in twenty people, half of them from everything
 * DIR/nightN/evidence/_followers/…       both accounts' exports: of those who say so 3 % are missing, and as many citizens again as a fifth
 * DIR/nightN/claims/_whatsapp/chat.txt   what each agency's head reports, on night 2 below what was said on night 1
 * </pre>
 */
final class MakeFacts {
    private static final String[] ACCOUNTS = {"humasacehbesar", "mediacenter.acehbesar"};
    /** Of the rows, agency, number, name, type and handle before them. */
    private static final int[] COLUMN = {5, 6};
    private static final int IN_A_FILE = 100_000;

    private final SplittableRandom random = new SplittableRandom(11);
    private final Path dir;

    /** People and those who follow both accounts, of civil servants and of contract staff. */
    private final Map<String, int[]> counts = new TreeMap<>();

    private MakeFacts(Path dir) {
        this.dir = dir;
    }

    public static void main(String[] args) throws IOException {
        MakeFacts facts = new MakeFacts(Path.of(args[0]));
        facts.exemptions();
        StringBuilder chat = new StringBuilder();
        for (int night = 1; night <= 2; night++) {
            for (int account = 0; account < ACCOUNTS.length; account++) {
                facts.export(night, account);
            }
            facts.count(night);
            facts.chat(night, chat);
        }
    }

    private void exemptions() throws IOException {
        try (BufferedReader register = Files.newBufferedReader(dir.resolve("employees.csv"));
                PrintWriter out = open(dir.resolve("exemptions.csv"))) {
            out.print("employee,obligation,ground,from\n");
            register.readLine();
            for (String row = register.readLine(); row != null; row = register.readLine()) {
                int fate = random.nextInt(40);
                if (fate < 2) {
                    out.print(row.substring(0, row.indexOf(',')) + (fate == 0 ? ",all" : ",repost") + ",cuti,2020-07-01\n");
                }
            }
        }
    }

    private void export(int night, int account) throws IOException {
        Path folder = Files.createDirectories(folder(night, "evidence/_followers").resolve(ACCOUNTS[account]));
        int written = 0;
        PrintWriter out = null;
        try (BufferedReader rows = rows(night)) {
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                String[] cells = row.split(",", -1);
                boolean follows = cells[COLUMN[account]].equals("ya") && random.nextInt(100) < 97;
                for (String name : new String[] {follows ? cells[4] : "", random.nextInt(5) == 0 ? "warga" + written : ""}) {
                    if (name.isEmpty()) {
                        continue;
                    }
                    if (written % IN_A_FILE == 0) {
                        close(out);
                        out = open(folder.resolve("followers_" + (written / IN_A_FILE + 1) + ".json"));
                        out.print("[\n");
                    }
                    out.print((written % IN_A_FILE == 0 ? "" : ",\n") + entry(name, night, written));
                    written++;
                }
            }
        } finally {
            close(out);
        }
        Files.writeString(folder.resolve("control.txt"), written + "\n");
    }

    private static void close(PrintWriter out) {
        if (out != null) {
            out.print("\n]\n");
            out.close();
        }
    }

    /** The newest is of the day of the night: 2020-07-31 or the day after. */
    private static String entry(String name, int night, int number) {
        return ("{\"title\": \"\", \"media_list_data\": [], \"string_list_data\": [{\"href\":"
                        + " \"https://www.instagram.com/%1$s\", \"value\": \"%1$s\", \"timestamp\": %2$d}]}")
                .formatted(name, 1_596_168_000L + (night - 1) * 86_400L - number % 80_000);
    }

    private void count(int night) throws IOException {
        counts.clear();
        try (BufferedReader rows = rows(night)) {
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                String[] cells = row.split(",", -1);
                int[] of = counts.computeIfAbsent(cells[0], agency -> new int[4]);
                int group = cells[3].equals("PNS") ? 0 : 2;
                of[group]++;
                of[group + 1] += cells[5].equals("ya") && cells[6].equals("ya") ? 1 : 0;
            }
        }
    }

    private void chat(int night, StringBuilder chat) throws IOException {
        int minute = 0;
        for (Map.Entry<String, int[]> agency : counts.entrySet()) {
            int[] of = agency.getValue();
            String head = "%02d/%02d/20 %02d.%02d - Kepala Unit %s: "
                    .formatted(night == 1 ? 31 : 1, night == 1 ? 7 : 8, minute / 60 % 24, minute % 60, agency.getKey());
            minute += minute < 1_400 ? 1 : 0;
            chat.append(head)
                    .append("izin melaporkan Unit %s: ASN %d org, sudah follow %d, tenaga kontrak %d org, sudah %d\n"
                            .formatted(agency.getKey(), of[0], of[1], of[2], of[3] - random.nextInt(2) * Math.min(1, of[3])));
            chat.append(head).append("terima kasih\n");
        }
        Files.writeString(folder(night, "claims/_whatsapp").resolve("chat.txt"), chat);
    }

    private Path folder(int night, String name) throws IOException {
        return Files.createDirectories(dir.resolve("night" + night).resolve(name));
    }

    private BufferedReader rows(int night) throws IOException {
        return Files.newBufferedReader(dir.resolve("night" + night + ".csv"));
    }

    private static PrintWriter open(Path file) throws IOException {
        return new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    }
}

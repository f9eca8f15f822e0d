package id.rekap.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/** Names as Aceh has them: one word or several, noble titles that belong to the name, degrees that do not. */
final class Names {
    private static final List<String> MEN = words(
            "Muhammad Muhamad Mohd. Ahmad Abdul Zulkifli Ismail Yusuf Mawardi Muhajir Ridwan Hasan Rahmat Iskandar Fauzi"
                    + " Marzuki Saifuddin Azhar Nasruddin Bukhari Jamaluddin Munawar Safrizal Hendra Irwan Mukhlis Zainal");
    private static final List<String> WOMEN = words(
            "Siti Nur Fitri Aisyah Dewi Safrina Husna Nurhayati Rosmiati Cutnyak Mariana Yusnidar Rahmawati Zuraida Eliza"
                    + " Nurlaila Khairunnisa Mutia Suryani Hasanah Asmawati Ernita Juliana Maulida Nuraini Putri Salmiah");
    private static final List<String> LAST = words(
            "Ali Ibrahim Usman Daud Saputra Hidayat Rahman Syah Jamil Amin Idris Basri Nasution Siregar Hamzah Yahya"
                    + " Abdullah Arifin Sulaiman Thaib Bakri Umar Nurdin Mahmud Gani Latif Husein Razali Jalil Zakaria Yunus");
    private static final List<String> DEGREES = List.of(
            "S.Pd",
            "S.Pd",
            "S.Pd",
            "S.E",
            "S.H",
            "S.Sos",
            "S.T",
            "S.Kep",
            "A.Md.Kep",
            "A.Md",
            "S.Ag",
            "S.STP, M.Si",
            "M.Pd",
            "S.Kom",
            "S.P",
            "SKM",
            "S.IP, M.A.P");

    private final SplittableRandom random;
    private final Set<String> handles = new HashSet<>();

    Names(SplittableRandom random) {
        this.random = random;
    }

    String of(boolean woman) {
        String first = one(woman ? WOMEN : MEN);
        if (random.nextInt(100) < 20 && !first.endsWith(".")) {
            return withDegree(first);
        }
        String name = first + " " + one(LAST) + (random.nextInt(3) == 0 ? " " + one(LAST) : "");
        int title = random.nextInt(100);
        if (title < 8) {
            name = (woman ? "Cut " : title < 5 ? "Teuku " : "T. ") + name;
        } else if (title < 13) {
            name = (woman ? "Hj. " : "H. ") + name;
        } else if (title < 15) {
            name = (woman ? "Dra. " : "Drs. ") + name;
        }
        return withDegree(name);
    }

    /** An account name that nobody else of the regency has. */
    String handleOf(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll(",.*", "").replaceAll("[^a-z ]", "");
        String base = letters.strip().replaceAll(" +", random.nextBoolean() ? "." : "_");
        base = base.substring(0, Math.min(base.length(), 18)).replaceAll("[._]$", "")
                + one(List.of("", ".aceh", "_"))
                + random.nextInt(10, 1000);
        while (!handles.add(base)) {
            base = base.replaceAll("[0-9]+$", "") + random.nextInt(1000, 100_000);
        }
        return base;
    }

    /** The same name as a clerk might write it: without degrees, in capitals, Muhammad shortened. */
    static String asWritten(String name, SplittableRandom random) {
        return switch (random.nextInt(12)) {
            case 0 -> name.replaceAll(",.*", "");
            case 1 -> name.toUpperCase(Locale.ROOT);
            case 2 -> name.replaceFirst("^(Muhammad|Muhamad) ", "M. ");
            case 3 -> name.replaceFirst("^(T\\.|Teuku) ", "T. ");
            default -> name;
        };
    }

    private String withDegree(String name) {
        return random.nextInt(100) < 43 ? name + ", " + one(DEGREES) : name;
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<String> words(String words) {
        return List.of(words.split(" ", -1));
    }
}

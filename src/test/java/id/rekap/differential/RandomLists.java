package id.rekap.differential;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What agencies drop before a night. */
final class RandomLists {
    private static final String HEADER =
            "nip,nama,instagram,follow humasacehbesar,follow mediacenter acehbesar,repost\n";

    private final Regency regency;
    private final Random random;
    private final Map<String, String> last = new HashMap<>();

    RandomLists(Regency regency, Random random) {
        this.regency = regency;
        this.random = random;
    }

    /** A file by its path below the inbox. */
    record Dropped(String path, String text) {}

    List<Dropped> drops() {
        List<Dropped> drops = new ArrayList<>();
        for (String code : Regency.CODES) {
            switch (random.nextInt(6)) {
                case 0, 1 -> drops.add(list(code));
                case 2 -> corrections(code, drops);
                case 3 -> again(code, drops);
                default -> {}
            }
        }
        return drops;
    }

    private Dropped list(String code) {
        String text = random.nextInt(12) == 0 ? "catatan rapat\n" : HEADER + rows(code);
        last.put(code, text);
        return new Dropped(code + "/daftar.csv", text);
    }

    private String rows(String code) {
        StringBuilder rows = new StringBuilder();
        int mood = random.nextInt(6);
        for (Regency.Soul soul : regency.people) {
            boolean own = soul.agency.equals(code);
            boolean leftOut = mood == 0 && soul.type.equals("TENAGA_KONTRAK");
            if ((own && !leftOut && random.nextInt(8) > 0) || (!own && random.nextInt(9) == 0)) {
                rows.append(regency.row(soul)).append('\n');
                if (random.nextInt(12) == 0) {
                    rows.append(regency.row(soul)).append('\n');
                }
            }
        }
        switch (random.nextInt(6)) {
            case 0 -> rows.append("198001012005011999,Orang Asing,akun.asing,ya,ya,1\n");
            case 1 -> rows.append(",Tanpa Nomor,akun.tanpa,ya,ya,1\n");
            case 2 -> rows.append("1980,Nomor Salah,akun.salah,ya,ya,1\n");
            default -> {}
        }
        return rows.isEmpty() ? regency.row(regency.anybody()) + "\n" : rows.toString();
    }

    private void corrections(String code, List<Dropped> drops) {
        int files = 1 + random.nextInt(2);
        if (random.nextInt(4) == 0) {
            drops.add(list(code));
        }
        for (int file = 0; file < files; file++) {
            StringBuilder text = new StringBuilder(HEADER);
            for (int row = 1 + random.nextInt(3); row > 0; row--) {
                text.append(regency.row(regency.anybody())).append('\n');
            }
            if (random.nextInt(4) == 0) {
                text.append("198001012005011998,Tanpa Nomor,akun.tanpa,tidak,ya,2\n");
            }
            drops.add(new Dropped(code + "/ralat" + file + ".csv", text.toString()));
        }
    }

    private void again(String code, List<Dropped> drops) {
        String text = last.get(code);
        if (text != null) {
            drops.add(new Dropped(code + "/sama.csv", text));
        }
    }
}

package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Three agencies, two mandates, and what may come in three nights. */
abstract class ThreeNights {
    private static final String HEADER =
            "nip,nama,instagram,follow humasacehbesar,follow mediacenter acehbesar,repost\n";
    static final String FIRST = "2020-07-01";
    static final String SECOND = "2020-07-02";
    static final String THIRD = "2020-07-03";
    static final String FOURTH = "2020-07-04";

    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    Office office;

    @BeforeEach
    void register() throws IOException {
        office = new Office(home);
        office.write("agencies.csv", "code,name,parent\nA,Dinas Alam,\nB,Badan Bina,\nC,Bidang Cipta,B\n");
        StringBuilder people = new StringBuilder("employee_no,name,employment_type,agency_code\n");
        for (int i = 0; i < 70; i++) {
            people.append(number(i))
                    .append(",Pegawai,PNS,")
                    .append(i < 30 ? "A" : i < 60 ? "B" : "C")
                    .append('\n');
        }
        office.write("employees.csv", people.toString());
        for (String what : List.of("agencies", "employees")) {
            done(office, "import", what, home.resolve(what + ".csv").toString(), "--date", FIRST);
        }
        String mandate = Files.readString(Path.of("jobs/mandates/se-480-263-2020.yml"));
        office.write("jobs/mandates/dua.yml", mandate.replaceFirst("(?m)^id: .*", "id: dua"));
    }

    private static String number(int i) {
        return "1980%02d%02d2005%02d1%03d".formatted(1 + i % 12, 1 + i % 28, 1 + i % 12, 1 + i);
    }

    static String list(int from, int to, int reposts) {
        StringBuilder list = new StringBuilder(HEADER);
        IntStream.range(from, to)
                .forEach(i -> list.append(number(i))
                        .append(",Pegawai,akun.contoh,ya,ya,")
                        .append(reposts)
                        .append('\n'));
        return list.toString();
    }

    static Said done(Office office, String... arguments) {
        Said said = office.rekap(arguments);
        assertThat(said.exit())
                .as(String.join(" ", arguments) + "\n" + said.err())
                .isZero();
        return said;
    }

    void first() {
        office.write("inbox/A/daftar.csv", list(0, 30, 1));
        office.write("inbox/B/daftar.csv", list(30, 60, 1));
        runs(FIRST);
    }

    private void runs(String date) {
        done(office, "run", "--date", date);
        done(office, "run", "--date", date, "--mandate", "dua");
    }

    /** A correction, a held list, a refused file, a folder of nobody and a subfolder; a second drop with a revision. */
    void second() {
        office.write("inbox/A/ralat – Juli.csv", list(3, 5, 9));
        office.write("inbox/B/daftar.csv", list(30, 36, 2));
        office.write("inbox/C/rusak.pdf", "%PDF-1.4");
        office.write("inbox/Z/siapa.csv", list(0, 3, 1));
        office.write("inbox/A/lama/daftar.csv", list(0, 3, 1));
        runs(SECOND);
        office.write("inbox/C/daftar.csv", list(60, 70, 3));
        done(office, "run", "--date", SECOND, "--again");
    }

    void third() throws IOException {
        Files.delete(home.resolve("inbox/Z/siapa.csv"));
        office.write("inbox/A/daftar.csv", list(0, 29, 4));
        office.write("inbox/C/daftar.csv", list(60, 70, 3));
        runs(THIRD);
    }
}

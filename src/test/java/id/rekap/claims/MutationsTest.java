package id.rekap.claims;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Reports put together and spoilt at random: what is claimed is what was planted, or nothing. */
class MutationsTest {
    private static final int CASES = 2_000;

    private static final Map<String, List<String>> AGENCIES = Map.of(
            "1.06.01", List.of("Dinas Sosial", "Dinsos", "1.06.01", "DINAS SOSIAL", "*Dinas Sosial*"),
            "DISDIK", List.of("Dinas Pendidikan", "DISDIK", "Dinas  Pendidikan"),
            "DISDIK-DAYAH", List.of("Dinas Pendidikan Dayah", "DISDIK-DAYAH"),
            "KEC-LHOKNGA", List.of("Kec. Lhoknga", "Kecamatan Lhoknga", "Camat Lhoknga"));

    private static final List<String> ASN =
            List.of("ASN", "PNS", "asn", "*ASN*", "Aparatur Sipil Negara", "Pegawai ASN");
    private static final List<String> CONTRACT =
            List.of("TK", "Tenaga Kontrak", "honorer", "THL", "non ASN", "Non-ASN", "kontrak", "TKK", "PTT");

    /**
     * {@code G} the group, {@code P} its people, {@code F} those who follow, {@code N} those who do not, {@code A} and
     * {@code B} its parts.
     */
    private static final List<String> FORMS = List.of(
            "G P sudah follow F",
            "G=F/P",
            "G: P/F",
            "F dari P G",
            "G F dari P",
            "G P org, sdh F org",
            "Jumlah G : P, Sudah : F",
            "G P sudah F belum N",
            "G P, belum follow N",
            "P G sudah follow F",
            "G P orang (sudah follow F)",
            "G P: F sudah, N belum",
            "G yang sudah follow F dari P orang",
            "total G P, yang follow F",
            "G P (Alk/Bpr) sudah follow F",
            "G P (lk A, pr B), sudah F",
            "G P org (A laki-laki + B perempuan) sdh F",
            "P G (A laki-laki, B perempuan) sudah follow F",
            "G P terdiri dari A laki-laki dan B perempuan, sudah follow F",
            "G P, laki-laki A, perempuan B, sudah F",
            "G P (termasuk N orang cuti) sudah F",
            "G P, sudah F atau R%",
            "G P sudah F org = R%",
            "G P sudah R% atau F orang");

    /** Of ASN alone. */
    private static final List<String> ASN_FORMS = List.of(
            "asn P (pns A, pppk B) sudah follow F",
            "asn P (pns A + pppk B), sudah F",
            "asn P (Apns/Bpppk) sudah F",
            "P asn (A pns, B pppk) sudah follow F",
            "asn P terdiri dari pns A pppk B, sudah follow F",
            "asn P terdiri dari pns A pppk B sudah follow F",
            "asn P, pns A, pppk B, sudah F",
            "asn P\npns A\npppk B\nsudah F",
            "asn P (termasuk pppk B), sudah F");

    private static final List<String> ADDED = List.of(
            " ",
            "  ",
            " 👍 ",
            " (95,5%) ",
            " 31/7/2020 ",
            " jam 10.00 wib ",
            " pukul 16:30 ",
            " 0812-3456-7890 ",
            " UPTD 3 ",
            " (L 20, P 25) ",
            " 31 Juli 2020 ",
            " org ",
            " yang ",
            " bapak ",
            ", ",
            ". ",
            "\n",
            " : ",
            " - ",
            " dan ",
            " lebih ",
            " baru ",
            " hampir ",
            " 7 ",
            " 12/11 ",
            " sudah ",
            " semua ",
            " ASN ",
            " TK ",
            " idem ",
            " nihil ",
            " 2,5 ",
            " ± ",
            " Rp ",
            " jumlah ",
            " total ",
            " dari ",
            " (",
            ") ",
            "?",
            " xyz ",
            " tidak ",
            " s/d ",
            " kemarin ",
            " hari ini ",
            " tidak ada ",
            " tidak termasuk ",
            " ke ",
            " Dinas Perhubungan ",
            " atau ",
            " atau 95% ",
            " 95% ",
            " (20L/26P) ",
            " (2 orang cuti) ",
            " termasuk 2 cuti ",
            " termasuk ",
            " terdiri dari ",
            " (PNS 40 + PPPK 5) ",
            " + ",
            " PPPK ",
            " pr ",
            " pns 7, ",
            "\n09:15\n",
            " 18.20 ",
            " nihil hari ini ",
            " persentase ");

    private final SplittableRandom random = new SplittableRandom(480_263_2020L);

    private record Planted(String agency, String group, int people, int following) {}

    @Test
    void claimsNothingButWhatWasPlanted() {
        int claimed = 0;
        for (int i = 0; i < CASES; i++) {
            List<Planted> planted = new ArrayList<>();
            String message = message(planted, i % 4 == 0 ? 2 : 1);
            for (int n = random.nextInt(4); n > 0; n--) message = spoilt(message);
            claimed += check(message, planted);
        }
        assertThat(claimed).isGreaterThan(CASES / 5);
    }

    @Test
    void readsEveryFormUnspoilt() {
        for (int i = 0; i < CASES; i++) {
            List<Planted> planted = new ArrayList<>();
            String message = message(planted, 1);
            assertThat(check(message, planted)).as(message).isOne();
        }
    }

    private int check(String message, List<Planted> planted) {
        int claimed = 0;
        for (AgencyReading reading : Wordings.readings(message)) {
            assertThat(reading.nil()).as(message).isFalse();
            Map<String, Planted> of = new HashMap<>();
            planted.stream().filter(p -> p.agency().equals(reading.agency())).forEach(p -> of.put(p.group(), p));
            reading.counts()
                    .forEach((group, count) -> assertThat(of.get(group.name()))
                            .as(message)
                            .isEqualTo(new Planted(reading.agency(), group.name(), count.people(), count.following())));
            if (!reading.counts().isEmpty()) claimed = 1;
        }
        return claimed;
    }

    private String message(List<Planted> planted, int agencies) {
        List<String> codes = new ArrayList<>(AGENCIES.keySet().stream().sorted().toList());
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < agencies; i++) {
            String code = codes.remove(random.nextInt(codes.size()));
            var line = new StringBuilder(
                    agencies > 1 ? "" : pick(List.of("", "Izin melaporkan ", "Assalamualaikum. ", "Ralat: ")));
            line.append(pick(requireNonNull(AGENCIES.get(code)))).append(pick(List.of(": ", " ", ", ")));
            line.append(report(planted, code, "ASN", pick(ASN)));
            if (random.nextInt(2) == 0) {
                line.append(pick(List.of(", ", "; ", ". ", "\n".repeat(agencies > 1 ? 0 : 1) + " ; ")));
                line.append(report(planted, code, "TENAGA_KONTRAK", pick(CONTRACT)));
            }
            lines.add(agencies > 1 ? line.toString().replace('\n', ' ') : line.toString());
        }
        return String.join("\n", lines);
    }

    private String report(List<Planted> planted, String agency, String group, String word) {
        int people = 40 + random.nextInt(1_400);
        int following = people - random.nextInt(30);
        planted.add(new Planted(agency, group, people, following));
        String form = pick(group.equals("ASN") && random.nextInt(3) == 0 ? ASN_FORMS : FORMS);
        int others = people - following;
        int part = others + 1 + random.nextInt(following - 1);
        Map<Character, String> values = Map.of(
                'G', word,
                'P', number(people),
                'F', number(following),
                'N', number(others),
                'A', number(part),
                'B', number(people - part),
                'R', String.valueOf(100 * following / people));
        return form.chars()
                .mapToObj(c -> values.getOrDefault((char) c, String.valueOf((char) c)))
                .collect(Collectors.joining());
    }

    private String number(int number) {
        boolean dotted = number >= 1000 && random.nextInt(2) == 0;
        return dotted
                ? number / 1000 + "." + String.valueOf(1000 + number % 1000).substring(1)
                : String.valueOf(number);
    }

    /** Beside digits nothing is taken away or put in: the number would be another one. */
    private String spoilt(String message) {
        int at = random.nextInt(message.length());
        boolean digits = isDigit(message, at - 1) || isDigit(message, at) || isDigit(message, at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> digits ? message : message.substring(0, at) + message.substring(at + 1);
            case 1 ->
                digits ? message : message.substring(0, at) + (char) ('a' + random.nextInt(26)) + message.substring(at);
            default -> {
                int blank = message.indexOf(' ', at);
                yield blank < 0 ? message : message.substring(0, blank) + pick(ADDED) + message.substring(blank + 1);
            }
        };
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && Glyphs.isDigit(text.charAt(at));
    }

    private String pick(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}

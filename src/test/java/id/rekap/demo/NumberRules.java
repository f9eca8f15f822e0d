package id.rekap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

/** The national shapes, written down once more so that the demo is not judged by its own code. */
final class NumberRules {
    private NumberRules() {}

    static void check(String number, String type) {
        if (type.equals("TENAGA_KONTRAK")) {
            nik(number);
        } else {
            nip(number, type.startsWith("PPPK"));
        }
    }

    private static void nip(String number, boolean isContract) {
        assertThat(number).matches("\\d{14}[12]\\d{3}").doesNotEndWith("000");
        LocalDate born = LocalDate.of(part(number, 0, 4), part(number, 4, 6), part(number, 6, 8));
        int appointed = part(number, 8, 12);
        assertThat(appointed - born.getYear()).isBetween(15, 60);
        assertThat(appointed).isBetween(1955, 2020);
        assertThat(part(number, 12, 14)).isBetween(isContract ? 21 : 1, isContract ? 29 : 12);
    }

    private static void nik(String number) {
        assertThat(number).matches("1106\\d{12}").doesNotEndWith("0000");
        int day = part(number, 6, 8);
        assertThat(LocalDate.of(1900 + part(number, 10, 12), part(number, 8, 10), day > 40 ? day - 40 : day))
                .isNotNull();
    }

    private static int part(String number, int from, int to) {
        return Integer.parseInt(number, from, to, 10);
    }
}

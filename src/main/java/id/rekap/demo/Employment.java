package id.rekap.demo;

import java.util.SplittableRandom;

/** Employment types, and how offices write them in their lists. */
enum Employment {
    PNS("PNS", 55),
    CPNS("CPNS", 3),
    PPPK("PPPK", 12),
    PPPK_PARUH_WAKTU("PPPK Paruh Waktu", 5),
    TENAGA_KONTRAK("Tenaga Kontrak", 25);

    private final String written;
    private final int percent;

    Employment(String written, int percent) {
        this.written = written;
        this.percent = percent;
    }

    String written() {
        return written;
    }

    static Employment draw(SplittableRandom random) {
        int left = random.nextInt(100);
        for (Employment type : values()) {
            left -= type.percent;
            if (left < 0) {
                return type;
            }
        }
        return TENAGA_KONTRAK;
    }
}

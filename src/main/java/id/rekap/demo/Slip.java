package id.rekap.demo;

import java.util.SplittableRandom;

/** What can be wrong with a person's row in a list, and with how many of 10,000 rows it is. */
enum Slip {
    NONE(0),
    LEFT_OUT(160),
    ONE_DIGIT_WRONG(40),
    STRANGER_BESIDE(20),
    WRITTEN_TWICE(30),
    CONTRADICTED(20),
    DAMAGED_BY_SPREADSHEET(40),
    DIGIT_LOST(20),
    NUMBER_LEFT_BLANK(10),
    OTHER_NAME(40),
    OTHER_TYPE(30),
    UNCLEAR_ANSWER(80),
    NO_HANDLE(70),
    HANDLE_OF_THE_NEIGHBOUR(20),
    ONLY_WITH_ANOTHER_OFFICE(20),
    ALSO_WITH_ANOTHER_OFFICE(15);

    private final int perTenThousand;

    Slip(int perTenThousand) {
        this.perTenThousand = perTenThousand;
    }

    static Slip draw(SplittableRandom random) {
        int left = random.nextInt(10_000);
        for (Slip slip : values()) {
            left -= slip.perTenThousand;
            if (left < 0) {
                return slip;
            }
        }
        return NONE;
    }
}

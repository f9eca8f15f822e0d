package id.rekap.demo;

import java.util.SplittableRandom;

/**
 * A slip in a person's row and the nights on whose lists it stands: some stay, some are put right, some come back; what stands
 * after the third night is put right within the weeks after it.
 *
 * @param nights bit n-1 is night n
 * @param host number of the other office that lists the person too, where the slip is of that sort
 */
record Flaw(Slip slip, int nights, int host) {
    private static final int[] COURSES = {0b111, 0b111, 0b111, 0b111, 0b001, 0b001, 0b001, 0b101, 0b101, 0b110};

    private static final int NIGHTS = 3;
    private static final int MENDED_WITHIN = 40;

    static Flaw draw(SplittableRandom random, int offices) {
        return new Flaw(Slip.draw(random), COURSES[random.nextInt(COURSES.length)], random.nextInt(offices));
    }

    Slip on(int night) {
        boolean isMended = night > NIGHTS && night - NIGHTS > host % MENDED_WITHIN;
        return !isMended && ((nights >> (Math.min(night, NIGHTS) - 1)) & 1) == 1 ? slip : Slip.NONE;
    }

    /** Does another office list this person on that night? */
    boolean isGuestOf(int office, int night) {
        return switch (on(night)) {
            case ONLY_WITH_ANOTHER_OFFICE, ALSO_WITH_ANOTHER_OFFICE -> host == office;
            case NONE,
                    LEFT_OUT,
                    ONE_DIGIT_WRONG,
                    STRANGER_BESIDE,
                    WRITTEN_TWICE,
                    CONTRADICTED,
                    DAMAGED_BY_SPREADSHEET,
                    DIGIT_LOST,
                    NUMBER_LEFT_BLANK,
                    OTHER_NAME,
                    OTHER_TYPE,
                    UNCLEAR_ANSWER,
                    NO_HANDLE,
                    HANDLE_OF_THE_NEIGHBOUR -> false;
        };
    }
}

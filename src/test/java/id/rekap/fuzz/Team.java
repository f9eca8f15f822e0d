package id.rekap.fuzz;

/** The few people of an agency that sends what is large, and the crowd of one that does not. */
record Team(int agency) {
    static final int PEOPLE = 6;
    static final int CROWD = 12_000;
    static final String OF_THE_CROWD = "9.00.00";

    String code() {
        return agency == 0 ? OF_THE_CROWD : "5.%02d.01".formatted(agency);
    }

    String no(int person) {
        return "1975%02d%02d200501%d%03d"
                .formatted(1 + person % PEOPLE, 1 + agency / 10 % 28, 1 + agency % 2, agency % 1000);
    }

    static String crowd(int person) {
        return "1970%02d%02d2010031%03d".formatted(1 + person / 28 / 999, 1 + person / 999 % 28, 1 + person % 999);
    }

    /** The same with one digit wrong: nobody's number, and each of the crowd has to be asked whether it is theirs. */
    static String slipped(int person) {
        String no = crowd(person);
        return no.substring(0, 14) + "2" + no.substring(15);
    }

    static String letters(int column) {
        String tail = Character.toString((char) ('A' + column % 26));
        return column < 26 ? tail : letters(column / 26 - 1) + tail;
    }
}

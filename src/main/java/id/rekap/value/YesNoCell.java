package id.rekap.value;

final class YesNoCell {
    private YesNoCell() {}

    static Answer read(String written) {
        String text = Blanks.collapsed(written);
        if (text.isEmpty() || NoValue.isIn(text)) {
            return Answer.BLANK;
        }
        return switch (Words.of(text)) {
            case YES -> Answer.YES;
            case NO -> Answer.NO;
            case AMBIGUOUS -> Answer.unreadable(text, Reason.AMBIGUOUS);
            case NONE -> Answer.unreadable(text, Reason.NOT_YES_NO);
        };
    }
}

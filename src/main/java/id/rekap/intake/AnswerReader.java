package id.rekap.intake;

import id.rekap.mandate.Obligation;
import id.rekap.value.Answer;

/** Reads a cell as the kind of its obligation. */
public final class AnswerReader {
    private AnswerReader() {}

    public static Answer read(Obligation obligation, String written) {
        return switch (obligation.kind()) {
            case HANDLE -> Answer.handle(written);
            case YES_NO -> Answer.yesNo(written);
            case COUNT -> Answer.count(written, obligation.atLeast());
        };
    }
}

package id.rekap.evidence;

import id.rekap.catalogue.ExceptionCode;

/** Why a delivery of an account's export proves nothing. None of them says anything of a person. */
public enum ExportProblem {
    /** There is no file of followers in it. */
    NO_FOLLOWERS(ExceptionCode.EVIDENCE_UNREADABLE),
    /** A file is cut off, or is no JSON, HTML or ZIP. */
    BROKEN(ExceptionCode.EVIDENCE_UNREADABLE),
    /** A file has another layout than those that are known. */
    LAYOUT(ExceptionCode.EVIDENCE_UNREADABLE),
    /** There is more in it than is kept in memory. */
    TOO_LARGE(ExceptionCode.EVIDENCE_UNREADABLE),
    /** Nothing says of which day it is: pages without a dated ZIP, or entries without a time. */
    DATE_MISSING(ExceptionCode.EVIDENCE_UNREADABLE),
    /** ZIPs of several days: which of them holds cannot be told. */
    DATES_DIFFER(ExceptionCode.EVIDENCE_INCOMPLETE),
    /** A numbered file between others is missing. */
    GAP(ExceptionCode.EVIDENCE_INCOMPLETE),
    /** There is no control.txt, or none with one number. */
    CONTROL_MISSING(ExceptionCode.EVIDENCE_INCOMPLETE),
    /** There are fewer entries than the account has followers. */
    SHORT(ExceptionCode.EVIDENCE_INCOMPLETE);

    private final ExceptionCode code;

    ExportProblem(ExceptionCode code) {
        this.code = code;
    }

    /** The exception that it is published as. */
    public ExceptionCode code() {
        return code;
    }
}

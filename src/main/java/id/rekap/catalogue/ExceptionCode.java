package id.rekap.catalogue;

import java.util.Set;

/** Every exception code that Rekap can report. What each means stands in codes.yml, how it is decided in docs/rules.md. */
public enum ExceptionCode {
    FOLDER_UNKNOWN,
    FILE_UNREADABLE,
    FILE_TOO_LARGE,
    FILE_ENCODING,
    FILE_EMPTY,
    FILE_NO_HEADER,
    FILE_COLUMN_DUPLICATE,
    FILE_UNSAFE,
    LIST_SHRANK,
    LIST_FOREIGN,
    CHAT_UNREADABLE,
    EVIDENCE_UNREADABLE,
    EVIDENCE_INCOMPLETE,
    CHAT_DATE_ASSUMED,
    FILE_UNCHANGED,
    COLUMN_ABSENT,
    ID_TAIL_SUSPECT,
    ROW_TOO_WIDE,
    ID_MISSING,
    ID_DAMAGED,
    ID_MALFORMED,
    ROW_CONFLICT,
    ROW_DUPLICATE,
    EMPLOYEE_UNKNOWN,
    EMPLOYEE_INACTIVE,
    EMPLOYEE_TWICE,
    EMPLOYEE_ELSEWHERE,
    TYPE_DIFFERS,
    NAME_DIFFERS,
    VALUE_UNREADABLE,
    HANDLE_INVALID,
    HANDLE_SHARED,
    FOLLOW_UNVERIFIED,
    EMPLOYEE_NOT_REPORTED,
    FOLLOW_UNDECLARED,
    AGENCY_SILENT,
    AGENCY_STALE,
    COUNT_DIFFERS,
    COUNT_UNREADABLE;

    /** A file with one of these is not read. */
    public static final Set<ExceptionCode> REFUSED_FILES = Set.of(
            FILE_UNREADABLE,
            FILE_TOO_LARGE,
            FILE_ENCODING,
            FILE_EMPTY,
            FILE_NO_HEADER,
            FILE_COLUMN_DUPLICATE,
            FILE_UNSAFE);
}

package id.rekap.tabular;

/** How the sender's file holds a cell. A CSV cell is always {@code TEXT}. */
public enum CellKind {
    TEXT,
    NUMBER,
    FORMULA,
    BOOLEAN,
    DATE,
    BLANK
}

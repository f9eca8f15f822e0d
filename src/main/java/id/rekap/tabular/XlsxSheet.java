package id.rekap.tabular;

/** A visible worksheet of an XLSX. */
record XlsxSheet(Workbook workbook, String name, String part) implements Sheet {
    @Override
    public Rows open() throws FileRefused {
        return new XlsxRows(workbook, name, part);
    }
}

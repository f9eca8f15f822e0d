package id.rekap.register;

/** Where rows come from: a sheet of a file, and its header. */
record Source(String file, String sheet, RegisterHeading heading) {
    Problem problem(int row, String column, String found, String expected, String action) {
        return new Problem(file, sheet, row, column, found, expected, action);
    }

    /** Where a row is, for people. */
    String place(int row) {
        return file + (sheet.isEmpty() ? "" : ", sheet " + sheet) + ", row " + row;
    }
}

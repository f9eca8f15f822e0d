/** A file, CSV or XLSX, as sheets of rows of cells, or the reason why it cannot be read. */
@NullMarked
package id.rekap.tabular;

import org.jspecify.annotations.NullMarked;

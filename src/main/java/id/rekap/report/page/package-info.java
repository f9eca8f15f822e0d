/** The morning page: what it says of a night, in words and rounded numbers, without any person. */
@NullMarked
package id.rekap.report.page;

import org.jspecify.annotations.NullMarked;

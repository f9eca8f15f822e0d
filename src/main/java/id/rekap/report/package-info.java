/** From a night's tables to the published set: CSV, page, workbook, message. */
@NullMarked
package id.rekap.report;

import org.jspecify.annotations.NullMarked;

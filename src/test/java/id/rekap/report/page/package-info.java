@NullMarked
package id.rekap.report.page;

import org.jspecify.annotations.NullMarked;

@NullMarked
package id.rekap.report;

import org.jspecify.annotations.NullMarked;

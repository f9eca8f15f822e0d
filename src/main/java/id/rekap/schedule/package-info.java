/** When which job is due, what became of each date, and which missed ones are caught up. */
@NullMarked
package id.rekap.schedule;

import org.jspecify.annotations.NullMarked;

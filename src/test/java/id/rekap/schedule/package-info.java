/** Tests of dates and times that nobody waits for. */
@NullMarked
package id.rekap.schedule;

import org.jspecify.annotations.NullMarked;

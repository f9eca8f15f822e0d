/** The job: its steps in order, its lock, its restart. */
@NullMarked
package id.rekap.nightly;

import org.jspecify.annotations.NullMarked;

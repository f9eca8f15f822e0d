/** What a night holds: outcomes, tallies, findings and their lifecycle. */
@NullMarked
package id.rekap.snapshot;

import org.jspecify.annotations.NullMarked;

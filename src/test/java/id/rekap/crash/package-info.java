/** Real processes, killed for real at a statement of a step, and what their restarts publish. */
@NullMarked
package id.rekap.crash;

import org.jspecify.annotations.NullMarked;

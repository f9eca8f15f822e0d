/** From a file in the inbox to a list in force, kept as it was read, or to a refusal. */
@NullMarked
package id.rekap.intake;

import org.jspecify.annotations.NullMarked;

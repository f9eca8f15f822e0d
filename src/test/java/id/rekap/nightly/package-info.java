/** Tests of what cannot be provoked through the commands. */
@NullMarked
package id.rekap.nightly;

import org.jspecify.annotations.NullMarked;

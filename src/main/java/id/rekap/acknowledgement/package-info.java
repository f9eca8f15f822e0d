/** Exceptions that somebody knows of: they stay counted, and nobody is asked to mend them until a day. */
@NullMarked
package id.rekap.acknowledgement;

import org.jspecify.annotations.NullMarked;

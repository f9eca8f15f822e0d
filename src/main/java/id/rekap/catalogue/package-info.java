/** The exception codes: severity, who acts, and both languages' texts, all from one data file. */
@NullMarked
package id.rekap.catalogue;

import org.jspecify.annotations.NullMarked;

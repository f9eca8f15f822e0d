/** What is owed: employment types and obligations of a mandate file. */
@NullMarked
package id.rekap.mandate;

import org.jspecify.annotations.NullMarked;

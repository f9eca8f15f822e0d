/** Files that survive a power cut, that only those may read who are meant to, and workbooks that do not tell the time. */
@NullMarked
package id.rekap.files;

import org.jspecify.annotations.NullMarked;

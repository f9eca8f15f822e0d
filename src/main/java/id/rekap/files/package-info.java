/** Files that survive a power cut, and workbooks that do not tell the time. */
@NullMarked
package id.rekap.files;

import org.jspecify.annotations.NullMarked;

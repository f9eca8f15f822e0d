/** Files that survive a power cut. */
@NullMarked
package id.rekap.files;

import org.jspecify.annotations.NullMarked;

/** Tests of what others are told, on real servers. */
@NullMarked
package id.rekap.watch;

import org.jspecify.annotations.NullMarked;

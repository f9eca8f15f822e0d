@NullMarked
package id.rekap.snapshot;

import org.jspecify.annotations.NullMarked;

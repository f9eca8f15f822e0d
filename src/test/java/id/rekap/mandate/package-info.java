@NullMarked
package id.rekap.mandate;

import org.jspecify.annotations.NullMarked;

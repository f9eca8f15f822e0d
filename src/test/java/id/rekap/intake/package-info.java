@NullMarked
package id.rekap.intake;

import org.jspecify.annotations.NullMarked;

@NullMarked
package id.rekap.register;

import org.jspecify.annotations.NullMarked;

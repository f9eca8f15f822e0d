/** Agencies and employees, effective-dated: what holds on which date. */
@NullMarked
package id.rekap.register;

import org.jspecify.annotations.NullMarked;

/** List rows beside the register: who counts, who stands where, and what is wrong with which row. */
@NullMarked
package id.rekap.reconcile;

import org.jspecify.annotations.NullMarked;

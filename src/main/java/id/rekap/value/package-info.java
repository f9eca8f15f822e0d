/** What a single cell can mean: identifiers, names, yes and no, counts, handles. Pure rules, no I/O. */
@NullMarked
package id.rekap.value;

import org.jspecify.annotations.NullMarked;

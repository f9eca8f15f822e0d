/** Files that nobody thought of: mutants of the corpus and of generated lists, on the way that a night takes them. */
@NullMarked
package id.rekap.fuzz;

import org.jspecify.annotations.NullMarked;

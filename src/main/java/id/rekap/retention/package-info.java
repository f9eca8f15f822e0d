/** What is kept for how long; what is older and serves nothing that is kept goes. */
@NullMarked
package id.rekap.retention;

import org.jspecify.annotations.NullMarked;

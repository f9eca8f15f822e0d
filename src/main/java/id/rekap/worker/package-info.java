/** Other machines that work on parts of a run: who is there, what each works on, and the messages that offer it. */
@NullMarked
package id.rekap.worker;

import org.jspecify.annotations.NullMarked;

/** Who follows an official account, as the account's own export says: read into memory, matched there, and gone. */
@NullMarked
package id.rekap.evidence;

import org.jspecify.annotations.NullMarked;

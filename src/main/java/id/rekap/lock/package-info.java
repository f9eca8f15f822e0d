/**
 * Who owns a date of a mandate, and the inbox: one process at a time, with a heartbeat by the database's clock and a token
 * that grows.
 */
@NullMarked
package id.rekap.lock;

import org.jspecify.annotations.NullMarked;

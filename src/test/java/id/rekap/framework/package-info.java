/** What Rekap relies on in Batch, the driver and the servers: each fails when another version behaves otherwise. */
@NullMarked
package id.rekap.framework;

import org.jspecify.annotations.NullMarked;

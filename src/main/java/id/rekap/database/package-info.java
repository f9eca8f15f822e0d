/** The database: which server, how it is reached, its schema; the embedded server for trying. */
@NullMarked
package id.rekap.database;

import org.jspecify.annotations.NullMarked;

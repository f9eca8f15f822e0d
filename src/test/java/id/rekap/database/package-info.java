@NullMarked
package id.rekap.database;

import org.jspecify.annotations.NullMarked;

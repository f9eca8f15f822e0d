/** A made-up regency with three nights of lists, to look at. */
@NullMarked
package id.rekap.demo;

import org.jspecify.annotations.NullMarked;

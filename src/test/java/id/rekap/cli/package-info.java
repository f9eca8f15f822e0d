/** Tests through the front door: files in, commands, published bytes out. */
@NullMarked
package id.rekap.cli;

import org.jspecify.annotations.NullMarked;

/** What tests of several packages share: a database server and fresh databases on it. */
@NullMarked
package id.rekap.testing;

import org.jspecify.annotations.NullMarked;

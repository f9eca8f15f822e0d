/** What people type and what they get back: commands, messages, exit codes. */
@NullMarked
package id.rekap.cli;

import org.jspecify.annotations.NullMarked;

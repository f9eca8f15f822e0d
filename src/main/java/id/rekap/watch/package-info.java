/** What others are told of nights: monitors, metrics, and who has to act. No person is in any of it. */
@NullMarked
package id.rekap.watch;

import org.jspecify.annotations.NullMarked;

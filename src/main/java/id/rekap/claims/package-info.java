/** What heads of agency report in the WhatsApp group: from an exported chat to messages, reports, and claims in force. */
@NullMarked
package id.rekap.claims;

import org.jspecify.annotations.NullMarked;

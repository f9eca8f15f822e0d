package id.rekap.claims;

import java.time.LocalDate;

/**
 * A report, and from where it is known.
 *
 * @param received the business date of the night that took its chat
 * @param file the chat's name, without what could be somebody's
 */
public record Claim(ChatReport report, LocalDate received, String file) {}

package id.rekap.claims;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A chat that a batch has taken.
 *
 * @param file its name, without what could be somebody's
 * @param sha256 of what is kept of it; empty where nothing could be
 * @param refusal why nothing of it is used, or nothing
 * @param dateAssumed that dates allow several orders, and Indonesian marks decided for the day first
 * @param first date of its first message, of a refused one that of receipt
 */
public record TakenChat(
        String file, String sha256, Optional<ChatReading.Refusal> refusal, boolean dateAssumed, LocalDate first) {}

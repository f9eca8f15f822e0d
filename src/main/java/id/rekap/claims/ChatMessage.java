package id.rekap.claims;

/**
 * A message as it was sent.
 *
 * @param line of its head in the file, from 1
 * @param text of all its lines, without what WhatsApp added; empty when there is none, or it was deleted
 * @param cut whether it is longer than any message can be
 */
record ChatMessage(long line, MessageHeader header, String text, boolean cut) {}

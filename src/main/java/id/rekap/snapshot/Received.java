package id.rekap.snapshot;

/**
 * A file that counts for this night: of a list in force, or taken by this run. Its name is its agency's, and is not shown.
 *
 * @param agency the agency's code, empty for a chat
 * @param sha256 its content, in hex
 * @param outcome what became of it, as a machine word: {@code in-force}, {@code unchanged}, {@code held}, {@code refused};
 *     {@code chat}, {@code chat-refused}
 */
public record Received(String agency, String sha256, String outcome) {}

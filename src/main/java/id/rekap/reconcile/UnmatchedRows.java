package id.rekap.reconcile;

import id.rekap.register.Person;
import id.rekap.value.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Digests of what an agency's outcome owes to other lists and to people of other agencies. */
final class UnmatchedRows {
    /** What a register can hold as a number; the shortest column has room for these. */
    private static final Pattern OF_A_REGISTER = Pattern.compile("[!-~]{1,32}");

    private UnmatchedRows() {}

    /** A row whose number the register does not know, well formed or not; empty where no register can ever know it. */
    static Optional<UnmatchedRow> unknown(String no) {
        return silent(no, state(null, ""));
    }

    /** A number of which only that is asked what the register says of it; empty where no register can ever know it. */
    static Optional<UnmatchedRow> silent(String no, String state) {
        return OF_A_REGISTER.matcher(no).matches()
                ? Optional.of(new UnmatchedRow(no, null, state, false, ""))
                : Optional.empty();
    }

    /**
     * What the register says of an unmatched number on the night's date, and what the person is exempt from: 16 hex digits, equal
     * where judging would be equal.
     */
    static String state(@Nullable Person person, String exempt) {
        if (person == null) {
            return "unknown";
        }
        String facts = String.join(
                "\u0000",
                person.id(),
                person.no(),
                person.name(),
                person.type(),
                person.agency(),
                person.status(),
                Boolean.toString(person.active()),
                String.valueOf(person.endedOn()),
                exempt);
        return HexFormat.of().formatHex(Sha256.of(facts), 0, 8);
    }

    /** Digest of what the register says of an outcome's unmatched numbers. */
    static byte[] digest(Collection<UnmatchedRow> unmatchedRows) {
        Map<String, String> states = new HashMap<>();
        unmatchedRows.forEach(unmatched -> states.put(unmatched.no(), unmatched.state()));
        return digest(states);
    }

    /** The same of states by number. */
    static byte[] digest(Map<String, String> states) {
        TreeSet<String> facts = new TreeSet<>();
        states.forEach((no, state) -> facts.add(no + "\u0000" + state));
        return digest(facts);
    }

    /** Digest over an agency's matches across agencies; the order in which they are given does not matter. */
    static byte[] key(Collection<CrossAgencyMatch> matches) {
        TreeSet<String> facts = new TreeSet<>();
        for (CrossAgencyMatch c : matches) {
            facts.add(String.join("\u0000", c.kind().name(), c.no(), c.obligation(), c.other(), c.answers()));
        }
        return digest(facts);
    }

    private static byte[] digest(SortedSet<String> facts) {
        MessageDigest digest = Sha256.digest();
        for (String fact : facts) {
            byte[] bytes = fact.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return digest.digest();
    }
}

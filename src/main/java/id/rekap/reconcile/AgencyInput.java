package id.rekap.reconcile;

import id.rekap.exemption.ExemptOn;
import id.rekap.value.Sha256;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that an agency's outcome on a date is made of, by reference. Reconciling loads from this and from nothing else,
 * and an outcome holds until its digest is another one: what is not in here cannot be read, and what is cannot be forgotten.
 * Beside it stand what the register says of the list's numbers that are not of the agency's people, and what other agencies'
 * lists mean for it, which are known only once the list was judged (the keys of {@link OutcomeKeys}).
 *
 * @param state of the agency; {@link NightRow#GONE}
 * @param list in force, null without one
 * @param isStale the list in force is older than allowed
 * @param held waits for a decision, null without one
 * @param refused since the last accepted submission
 * @param coveredBy the agency above whose list speaks for it, null without one
 * @param people the agencies for whose people it answers, itself and those that its list covers, each with the register's
 *     version of it
 * @param exempt of these people who owe what not on the date
 * @param evidence by account, what its export proves of those who stand on the list
 * @param rules by which it is judged
 */
record AgencyInput(
        String agency,
        String state,
        NightSubmissions.@Nullable Key list,
        boolean isStale,
        NightSubmissions.@Nullable Key held,
        List<NightSubmissions.Key> refused,
        @Nullable String coveredBy,
        SortedMap<String, String> people,
        ExemptOn exempt,
        SortedMap<String, Proof> evidence,
        Rules rules) {

    /**
     * Versions of what says how facts are judged and told.
     *
     * @param revision of the program's rules
     * @param program its version: another one judges everything again
     */
    record Rules(int revision, String program, String language, String mandate) {}

    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    /** The same, with this proven. */
    AgencyInput with(SortedMap<String, Proof> evidence) {
        return new AgencyInput(agency, state, list, isStale, held, refused, coveredBy, people, exempt, evidence, rules);
    }

    static AgencyInput of(String json) {
        return JsonMapper.shared().readValue(json, AgencyInput.class);
    }

    String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    /**
     * Of all its components, whichever it has: by reflection, which begins faster than the JSON of a night in which nothing
     * is to be judged.
     */
    byte[] digest() {
        StringBuilder words = new StringBuilder();
        append(this, words);
        return Sha256.of(words.toString());
    }

    /** Each value with its length before it, so that no two inputs read alike. */
    private static void append(@Nullable Object value, StringBuilder words) {
        if (value instanceof Record of) {
            for (RecordComponent component : COMPONENTS.get(of.getClass())) {
                append(valueOf(component, of), words);
            }
        } else if (value instanceof Collection<?> all) {
            words.append(all.size()).append('[');
            all.forEach(one -> append(one, words));
        } else if (value instanceof Map<?, ?> all) {
            append(all.keySet(), words);
            append(all.values(), words);
        } else if (value == null) {
            words.append('-');
        } else {
            String text = value.toString();
            words.append(text.length()).append(':').append(text);
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A component cannot be read: " + component, e);
        }
    }
}

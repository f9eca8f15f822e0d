package id.rekap.reconcile;

import id.rekap.evidence.FollowerAnswers.Looked;
import id.rekap.intake.Submissions.Place;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks the handles that a list's counted rows claim up in exports, row by row. */
final class ListLookup {
    static final ListLookup NONE = new ListLookup(List.of());

    private final List<In> exports;

    ListLookup(List<In> exports) {
        this.exports = exports;
    }

    /** One export, and what was found in it so far. */
    static final class In {
        private final FollowersArrived export;
        private final List<NightSubmissions.Key> others;
        private final List<Place> places;
        private final @Nullable HandlesHeld before;
        private final List<String> people = new ArrayList<>();
        private final BitSet found = new BitSet();

        /**
         * Of a list.
         *
         * @param others lists in which a handle must stand too, so that it has stood there without a break since the export's day
         * @param before the handles in these lists; null where there are none
         */
        In(
                FollowersArrived export,
                List<NightSubmissions.Key> others,
                List<Place> places,
                @Nullable HandlesHeld before) {
            this.export = export;
            this.others = others;
            this.places = places;
            this.before = before;
        }

        String account() {
            return export.account();
        }

        List<NightSubmissions.Key> others() {
            return others;
        }

        private void claimed(String person, String handle) {
            if (before == null || before.held(person, handle, places)) {
                found.set(people.size(), export.names().contains(handle));
                people.add(person);
            }
        }

        private @Nullable Boolean lastOf(String person) {
            int last = people.size() - 1;
            if (last < 0 || !people.get(last).equals(person)) {
                return null;
            }
            return found.get(last);
        }
    }

    List<In> exports() {
        return exports;
    }

    /** A row that counts claims this handle for the person. */
    void claimed(String person, String handle) {
        exports.forEach(export -> export.claimed(person, handle));
    }

    /** Is the person whose row came last among the account's followers? Null: nothing says so or otherwise. */
    @Nullable
    Boolean last(String account, String person) {
        for (In export : exports) {
            if (export.account().equals(account)) {
                return export.lastOf(person);
            }
        }
        return null;
    }

    /** Of each account for which something was looked up, what is kept of it. */
    Map<String, Looked> looked(Place list) {
        Map<String, Looked> looked = new HashMap<>();
        for (In export : exports) {
            if (!export.people.isEmpty()) {
                looked.put(
                        export.account(),
                        Looked.of(list.agency(), list.receivedOn(), list.batch(), export.people, export.found));
            }
        }
        return looked;
    }

    @Override
    public String toString() {
        return "a lookup in " + exports.size() + " exports";
    }
}

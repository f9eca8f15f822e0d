package id.rekap.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * User names in memory, exact and close together: about 25 bytes for each, where a set of strings takes 90. They are other
 * people's: nothing gives them out again.
 */
public final class FollowerNames {
    /** As many as fit beside a night; an account with more is refused, not cut. */
    static final int MOST = 5_000_000;

    private static final int LONGEST = 30;

    /** Each name behind its length. */
    private byte[] names = new byte[1 << 12];

    private int end = 1;

    /** Where a name begins, or 0: a table of open places, at most half full. */
    private int[] places = new int[1 << 8];

    private int size;

    FollowerNames() {}

    /** How many different ones. */
    public int size() {
        return size;
    }

    /** Is a handle, in small letters as cells of lists are read, among them? */
    public boolean contains(String handle) {
        return isName(handle) && places[place(handle.getBytes(StandardCharsets.US_ASCII))] != 0;
    }

    /** Digits alone are a name here: somebody may be called so, although nobody's cell is read so. */
    static boolean isName(String lower) {
        if (lower.isEmpty() || lower.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_')) {
                return false;
            }
        }
        return true;
    }

    /** Adds a name for which {@link #isName} holds. */
    void add(String lower) {
        byte[] name = lower.getBytes(StandardCharsets.US_ASCII);
        int place = place(name);
        if (places[place] != 0) {
            return;
        }
        if (end + name.length + 1 > names.length) {
            names = Arrays.copyOf(names, names.length + (names.length >> 1) + LONGEST);
        }
        places[place] = end;
        names[end++] = (byte) name.length;
        System.arraycopy(name, 0, names, end, name.length);
        end += name.length;
        size++;
        if (size > places.length / 2) {
            grow();
        }
    }

    /** Where a name stands, or would stand. */
    private int place(byte[] name) {
        int mask = places.length - 1;
        int place = spread(Arrays.hashCode(name)) & mask;
        while (places[place] != 0 && !isAt(places[place], name)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private boolean isAt(int at, byte[] name) {
        return names[at] == name.length && Arrays.equals(names, at + 1, at + 1 + name.length, name, 0, name.length);
    }

    private void grow() {
        int[] before = places;
        places = new int[before.length * 2];
        for (int at : before) {
            if (at != 0) {
                places[place(Arrays.copyOfRange(names, at + 1, at + 1 + names[at]))] = at;
            }
        }
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 16;
    }
}

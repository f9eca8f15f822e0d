package id.rekap.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * User names in memory, exact and close together: about 25 bytes for each, where a set of strings takes 90. They are other
 * people's: nothing gives them out again.
 */
public final class FollowerNames {
    /** As many as fit beside a night; an account with more is refused, not cut. */
    public static final int MOST = 5_000_000;

    static final int LONGEST = 30;

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
        return isName(handle) && places[place(handle.getBytes(StandardCharsets.US_ASCII), 0, handle.length())] != 0;
    }

    /** Digits alone are a name here: somebody may be called so, although nobody's cell is read so. */
    static boolean isName(String lower) {
        if (lower.isEmpty() || lower.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < lower.length(); i++) {
            if (!isOfName(lower.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** May it stand in a name in small letters? */
    static boolean isOfName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
    }

    /** Adds a name of so many letters, for which {@link #isName} holds. */
    void add(byte[] name, int length) {
        int place = place(name, 0, length);
        if (places[place] != 0) {
            return;
        }
        if (end + length + 1 > names.length) {
            names = Arrays.copyOf(names, names.length + (names.length >> 1) + LONGEST);
        }
        places[place] = end;
        names[end++] = (byte) length;
        System.arraycopy(name, 0, names, end, length);
        end += length;
        size++;
        if (size > places.length / 2) {
            grow();
        }
    }

    /** Where a name stands, or would stand. */
    private int place(byte[] name, int from, int length) {
        int mask = places.length - 1;
        int place = hash(name, from, length) & mask;
        while (places[place] != 0 && !isAt(places[place], name, from, length)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private boolean isAt(int at, byte[] name, int from, int length) {
        return names[at] == length && Arrays.equals(names, at + 1, at + 1 + length, name, from, from + length);
    }

    private void grow() {
        int[] before = places;
        places = new int[before.length * 2];
        int mask = places.length - 1;
        for (int at : before) {
            if (at != 0) {
                int place = hash(names, at + 1, names[at]) & mask;
                while (places[place] != 0) {
                    place = (place + 1) & mask;
                }
                places[place] = at;
            }
        }
    }

    private static int hash(byte[] name, int from, int length) {
        int hash = 1;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + name[i];
        }
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 16;
    }
}

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

    private static final int BLOCK = 1 << 16;

    /** Each name behind its length, none in two blocks: what grows is never copied. */
    private byte[][] blocks = {new byte[BLOCK]};

    private int end = 1;

    /** Where a name begins, or 0: a table of open places, two thirds of them full at most. */
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
        if (end % BLOCK + length >= BLOCK) {
            end += BLOCK - end % BLOCK;
        }
        if (end / BLOCK == blocks.length) {
            blocks = Arrays.copyOf(blocks, blocks.length + 1);
            blocks[end / BLOCK] = new byte[BLOCK];
        }
        byte[] block = blocks[end / BLOCK];
        block[end % BLOCK] = (byte) length;
        System.arraycopy(name, 0, block, end % BLOCK + 1, length);
        places[place] = end;
        end += length + 1;
        size++;
        if (size > places.length / 3 * 2) {
            grow();
        }
    }

    /** Where a name stands, or would stand. */
    private int place(byte[] name, int from, int length) {
        int place = first(hash(name, from, length));
        while (places[place] != 0 && !isAt(places[place], name, from, length)) {
            place = next(place);
        }
        return place;
    }

    /** Where the search for a name of this hash begins. */
    private int first(int hash) {
        return (int) (Integer.toUnsignedLong(hash) * places.length >>> Integer.SIZE);
    }

    private int next(int place) {
        return place + 1 == places.length ? 0 : place + 1;
    }

    private boolean isAt(int at, byte[] name, int from, int length) {
        byte[] block = blocks[at / BLOCK];
        int begin = at % BLOCK + 1;
        return block[begin - 1] == length
                && Arrays.equals(block, begin, begin + length, name, from, from + length);
    }

    private void grow() {
        int[] before = places;
        places = new int[before.length + (before.length >> 1)];
        for (int at : before) {
            if (at != 0) {
                byte[] block = blocks[at / BLOCK];
                int begin = at % BLOCK;
                int place = first(hash(block, begin + 1, block[begin]));
                while (places[place] != 0) {
                    place = next(place);
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

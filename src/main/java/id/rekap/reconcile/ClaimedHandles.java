package id.rekap.reconcile;

import id.rekap.value.Answer;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Handles that counted rows claim, packed: for each 8 bytes of hash and 4 of the row's position in its list. One name under
 * two obligations (two networks) is two handles.
 */
final class ClaimedHandles {
    /** Bytes of one claim. */
    static final int SIZE = 12;

    private ByteBuffer packed = ByteBuffer.allocate(SIZE * 256);

    void add(String obligation, String handle, int position) {
        if (!packed.hasRemaining()) {
            packed = ByteBuffer.wrap(Arrays.copyOf(packed.array(), packed.capacity() * 2))
                    .position(packed.capacity());
        }
        packed.putLong(Answer.handleHash(obligation) ^ Answer.handleHash(handle))
                .putInt(position);
    }

    byte[] bytes() {
        return Arrays.copyOf(packed.array(), packed.position());
    }
}

package org.wirechief.client;

import java.io.IOException;
import org.wirechief.net.FifoCall;

/// What has come of an answer over a FIFO. Belongs to the thread that reads it.
final class FifoAnswer implements FifoCall.Taker {
    private final FifoSpeech speech;
    private final int longest;
    private final Pieces pieces;
    private boolean tooLong;
    private int looked;
    private byte last;

    /// @param longest bytes beyond which it is refused
    FifoAnswer(FifoSpeech speech, int longest) {
        this.speech = speech;
        this.longest = longest;
        this.pieces = new Pieces(longest);
    }

    Pieces pieces() {
        return pieces;
    }

    boolean isTooLong() {
        return tooLong;
    }

    @Override
    public void take(byte[] bytes, int from, int to) throws IOException {
        if (to - from > longest - pieces.filled()) {
            tooLong = true;
            throw new IOException("the answer is longer than " + longest + " bytes");
        }
        pieces.add(bytes, from, to);
        last = bytes[to - 1];
    }

    /// Looks at the same bytes once only, and puts them together only where they may be whole.
    @Override
    public boolean isWhole() {
        boolean more = pieces.filled() > looked;
        looked = pieces.filled();
        return more && speech.mayEndWith(last) && speech.isWhole(pieces.joined());
    }
}

package org.wirechief.net.linux;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Remembers what was made of the senders of datagrams, so that whoever sends again costs a look
/// and no memory. Bounded: a new sender may take the place of another. One thread at a time.
///
/// @param <P> what stands for a sender
public final class SenderMemory<P> {
    /// A power of two, so many that some clients seldom share a place.
    private static final int PLACES = 256;

    private final Maker<? extends P> maker;
    private final @Nullable Known<P>[] places;

    /// Makes what stands for a sender.
    @FunctionalInterface
    public interface Maker<P> {
        /// Makes it.
        ///
        /// @param sender null where the kernel does not vouch for anybody
        P of(DatagramName name, @Nullable Sender sender);
    }

    private record Known<P>(MemorySegment sender, P made) {}

    /// An empty one.
    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of generic types
    public SenderMemory(Maker<? extends P> maker) {
        this.maker = maker;
        this.places = new Known[PLACES];
    }

    /// The sender of a datagram.
    public P of(ReceiveBatch batch, int index) {
        int place = batch.senderHash(index) & (PLACES - 1);
        Known<P> known = places[place];
        if (known == null || !batch.isFrom(index, known.sender)) {
            known = new Known<>(
                    MemorySegment.ofArray(batch.senderBytes(index)), maker.of(batch.name(index), batch.sender(index)));
            places[place] = known;
        }
        return known.made;
    }
}

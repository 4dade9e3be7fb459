package org.wirechief.it.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A socket that exchanges datagrams with one server and knows nothing of what they mean. Whatever
/// it waits for it waits for at most [RawStream#LIMIT].
public interface RawDatagrams extends AutoCloseable {
    /// Opens one.
    ///
    /// @param address `unixd:/path`, `udp:127.0.0.1:port` or `udp:[::1]:port`
    static RawDatagrams to(String address) throws IOException {
        return address.startsWith("unixd:") ? RawUnixDatagrams.to(address) : RawUdpDatagrams.to(address);
    }

    /// Sends one datagram, which may be empty.
    void send(byte[] bytes) throws IOException;

    /// The next datagram.
    byte[] receive() throws IOException;

    @Override
    void close() throws IOException;

    /// The next datagrams, for as long as they are the beginning of what was expected; none where
    /// nothing was.
    default List<byte[]> receiveAsLongAs(byte[] expected) throws IOException {
        List<byte[]> datagrams = new ArrayList<>();
        byte[] so = joined(datagrams);
        while (so.length < expected.length && Arrays.equals(so, 0, so.length, expected, 0, so.length)) {
            try {
                datagrams.add(receive());
            } catch (SocketTimeoutException e) {
                throw new AssertionError("nothing more after " + so.length + " bytes of " + expected.length, e);
            }
            so = joined(datagrams);
        }
        return datagrams;
    }

    /// The bytes of several datagrams, one behind the other.
    static byte[] joined(List<byte[]> datagrams) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        datagrams.forEach(all::writeBytes);
        return all.toByteArray();
    }
}

package org.wirechief.it.live;

import java.io.IOException;
import java.util.Arrays;
import org.wirechief.net.Address;
import org.wirechief.net.AddressRules;
import org.wirechief.net.DatagramDial;

/// Unix datagrams, which the JDK does not have. The socket is bound to an abstract name, so it gets
/// answers.
final class RawUnixDatagrams implements RawDatagrams {
    private final DatagramDial dial;
    private final byte[] room = new byte[65536];

    private RawUnixDatagrams(DatagramDial dial) {
        this.dial = dial;
    }

    static RawUnixDatagrams to(String address) throws IOException {
        return new RawUnixDatagrams(DatagramDial.connect(Address.parse(address, AddressRules.CTL_CLIENT)));
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        dial.send(bytes, 0, bytes.length, RawStream.LIMIT);
    }

    @Override
    public byte[] receive() throws IOException {
        int length = dial.receive(room, 0, room.length, RawStream.LIMIT);
        return Arrays.copyOf(room, length);
    }

    @Override
    public void close() throws IOException {
        dial.close();
    }
}

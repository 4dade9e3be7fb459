package org.wirechief.it.live;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.wirechief.net.Address;
import org.wirechief.net.DatagramHandler;
import org.wirechief.net.DatagramLimits;
import org.wirechief.net.DatagramListener;
import org.wirechief.net.DatagramReaders;
import org.wirechief.net.FileAccess;
import org.wirechief.net.NetCounters;

/// A node that answers a datagram with those a test says.
public final class ScriptedDatagramNode implements AutoCloseable {
    private final TempFolder folder;
    private final DatagramListener door;

    /// What it does with a request.
    @FunctionalInterface
    public interface Script {
        /// Answers.
        ///
        /// @param request a whole datagram
        /// @return the datagrams to send, in their order
        List<byte[]> answer(byte[] request);
    }

    private ScriptedDatagramNode(TempFolder folder, DatagramListener door) {
        this.folder = folder;
        this.door = door;
    }

    public static ScriptedDatagramNode overUdp(Script script) throws IOException {
        return start(TempFolder.create(), Address.udp("127.0.0.1", 0), script);
    }

    public static ScriptedDatagramNode atAPath(Script script) throws IOException {
        TempFolder folder = TempFolder.create();
        return start(folder, Address.unixDatagram(folder.resolve("node").toString()), script);
    }

    private static ScriptedDatagramNode start(TempFolder folder, Address address, Script script) throws IOException {
        DatagramHandler handler = (peer, bytes, from, to, replies) -> {
            for (byte[] reply : script.answer(Arrays.copyOfRange(bytes, from, to))) {
                replies.send(peer, reply, 0, reply.length);
            }
        };
        DatagramListener door = DatagramListener.open(
                DatagramReaders.one("scripted", handler),
                address,
                FileAccess.PRIVATE,
                DatagramLimits.DEFAULT,
                new NetCounters());
        return new ScriptedDatagramNode(folder, door);
    }

    /// `udp:127.0.0.1:40000` or `unixd:/tmp/x`.
    public String address() {
        return door.local().toString();
    }

    @Override
    public void close() throws IOException {
        door.close();
        folder.close();
    }
}

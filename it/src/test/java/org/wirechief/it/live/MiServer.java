package org.wirechief.it.live;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.wirechief.endpoint.midatagram.MiDatagram;
import org.wirechief.server.Wirechief;
import org.wirechief.server.WirechiefBuilder;

/// A server that lives as long as a test: `mi_datagram` on one carrier.
public final class MiServer implements AutoCloseable {
    private final TempFolder folder;
    private final Wirechief chief;

    private MiServer(TempFolder folder, Wirechief chief) {
        this.folder = folder;
        this.chief = chief;
    }

    /// Starts one.
    ///
    /// @param carrier as the vectors spell it: `udp4`, `udp6`, `unix`
    /// @param program adds commands
    /// @param parameters sets those of `mi_datagram`
    public static MiServer start(
            String carrier, UnaryOperator<WirechiefBuilder> program, UnaryOperator<MiDatagram> parameters)
            throws IOException {
        TempFolder folder = TempFolder.create();
        try {
            MiDatagram mi = switch (carrier) {
                case "udp4" -> MiDatagram.udp("127.0.0.1", 0);
                case "udp6" -> MiDatagram.udp("::1", 0);
                case "unix" -> MiDatagram.listening(folder.resolve("mi").toString());
                default -> throw new IllegalArgumentException("carrier " + carrier);
            };
            Wirechief chief = program.apply(Wirechief.builder())
                    .endpoint(parameters.apply(mi))
                    .start();
            return new MiServer(folder, chief);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /// One with the server's own commands only.
    public static MiServer start(String carrier, UnaryOperator<MiDatagram> parameters) throws IOException {
        return start(carrier, UnaryOperator.identity(), parameters);
    }

    public Wirechief chief() {
        return chief;
    }

    public TempFolder folder() {
        return folder;
    }

    /// What [RawDatagrams] take: `udp:[::1]:40000`, `unixd:/tmp/x/mi`.
    public String address() {
        return Doors.datagrams(chief);
    }

    public RawDatagrams connect() throws IOException {
        return RawDatagrams.to(address());
    }

    /// A number it keeps about the door.
    public long statistic(String name) {
        return chief.statistics().value("mi_datagram", name);
    }

    @Override
    public void close() throws IOException {
        chief.close();
        folder.close();
    }
}

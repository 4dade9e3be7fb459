package org.wirechief.it.live;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.server.Wirechief;
import org.wirechief.server.WirechiefBuilder;

/// A server that lives as long as a test: `ctl` on a Unix stream in a fresh folder and on a free
/// TCP port.
public final class LiveServer implements AutoCloseable {
    private final TempFolder folder;
    private final Wirechief chief;

    private LiveServer(TempFolder folder, Wirechief chief) {
        this.folder = folder;
        this.chief = chief;
    }

    public static LiveServer start(UnaryOperator<WirechiefBuilder> program) throws IOException {
        return start(program, UnaryOperator.identity());
    }

    /// Starts one whose `ctl` is set too.
    ///
    /// @param program adds the commands
    /// @param parameters sets those of `ctl`
    public static LiveServer start(UnaryOperator<WirechiefBuilder> program, UnaryOperator<Ctl> parameters)
            throws IOException {
        return start(TempFolder.create(), program, parameters);
    }

    /// Starts one that listens on datagrams too, so that there is a door for each transport.
    public static LiveServer onEveryCarrier(UnaryOperator<WirechiefBuilder> program, UnaryOperator<Ctl> parameters)
            throws IOException {
        TempFolder folder = TempFolder.create();
        return start(
                folder,
                program,
                ctl -> parameters.apply(
                        ctl.binrpc("unixd:" + folder.resolve("ctl.d")).udp("127.0.0.1", 0)));
    }

    private static LiveServer start(
            TempFolder folder, UnaryOperator<WirechiefBuilder> program, UnaryOperator<Ctl> parameters)
            throws IOException {
        try {
            Ctl ctl = Ctl.listening("unixs:" + folder.resolve("ctl")).tcp("127.0.0.1", 0);
            Wirechief chief = program.apply(Wirechief.builder())
                    .endpoint(parameters.apply(ctl))
                    .start();
            return new LiveServer(folder, chief);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    public Wirechief chief() {
        return chief;
    }

    public TempFolder folder() {
        return folder;
    }

    /// Where it can be reached over a transport, `unixs`, `unixd`, `udp` or `tcp`.
    public String address(String transport) {
        return Doors.address(chief, transport + ":");
    }

    public RawStream connect(String transport) throws IOException {
        return RawStream.to(address(transport));
    }

    /// A number it keeps about itself.
    public long statistic(String group, String name) {
        return chief.statistics().value(group, name);
    }

    @Override
    public void close() throws IOException {
        chief.close();
        folder.close();
    }
}

package org.wirechief.it.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.wirechief.endpoint.Endpoint;
import org.wirechief.endpoint.mififo.MiFifo;
import org.wirechief.it.live.Doors;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.TempFolder;
import org.wirechief.server.Wirechief;
import org.wirechief.server.WirechiefBuilder;

/// A server that lives as long as a test, with doors that are traced.
record TracedServer(TempFolder folder, Wirechief chief) implements AutoCloseable {
    /// @param program adds commands
    /// @param modules `proto_hep` and doors, which may have files in the folder
    static TracedServer start(
            UnaryOperator<WirechiefBuilder> program, Function<TempFolder, List<? extends Endpoint>> modules)
            throws IOException {
        TempFolder folder = TempFolder.create();
        try {
            WirechiefBuilder builder = program.apply(Wirechief.builder());
            modules.apply(folder).forEach(builder::endpoint);
            return new TracedServer(folder, builder.start());
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /// `mi_fifo` with its files in a folder.
    static MiFifo fifo(TempFolder folder) {
        try {
            Path replies = Files.createDirectory(folder.resolve("r"));
            return MiFifo.at(folder.resolve("fifo").toString()).replyDir(replies.toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    RawDatagrams datagrams() throws IOException {
        return RawDatagrams.to(Doors.datagrams(chief));
    }

    /// Where a door of `ctl` is that speaks BINRPC.
    String ctl(String transport) {
        return Doors.address(chief, "binrpc", transport + ":");
    }

    /// Where a door of `ctl` is that speaks lines.
    String lines(String transport) {
        return Doors.address(chief, "fifo", transport + ":");
    }

    /// The ports it listens at.
    Set<Integer> ports() {
        return chief.doors().stream()
                .filter(door -> !door.port().isEmpty())
                .map(door -> Integer.valueOf(door.port()))
                .collect(Collectors.toSet());
    }

    /// What comes on the reply FIFO `r1` for what is written to the FIFO.
    ///
    /// @param times how many answers there are; of one that is none nothing comes
    String askFifo(byte[] request, int times) throws Exception {
        Path reply = folder.resolve("r").resolve("r1");
        if (!Files.exists(reply)
                && new ProcessBuilder("mkfifo", "-m", "600", reply.toString())
                                .start()
                                .waitFor()
                        != 0) {
            throw new IOException("no reply FIFO could be made");
        }
        FutureTask<String> reading = new FutureTask<>(() -> {
            StringBuilder all = new StringBuilder();
            // two answers may come before one end
            do {
                all.append(Files.readString(reply, ISO_8859_1));
            } while (times > 1 && all.toString().split("\"jsonrpc\"", -1).length <= times);
            return all.toString();
        });
        Thread.ofPlatform().daemon().start(reading);
        write(request);
        return reading.get(RawStream.LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    void write(byte[] request) throws IOException {
        Files.write(folder.resolve("fifo"), request, StandardOpenOption.WRITE);
    }

    long hep(String name) {
        return statistic("proto_hep", name);
    }

    long statistic(String group, String name) {
        return chief.statistics().value(group, name);
    }

    @Override
    public void close() throws IOException {
        chief.close();
        folder.close();
    }
}

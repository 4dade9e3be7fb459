package org.wirechief.it.mijson;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.wirechief.endpoint.mififo.MiFifo;
import org.wirechief.it.live.RawFifo;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.TempFolder;
import org.wirechief.server.Wirechief;
import org.wirechief.server.WirechiefBuilder;

/// A server that lives as long as a test, taken for an OpenSIPS: `mi_fifo`, with a directory of its
/// own for reply FIFOs.
record MiFifoServer(TempFolder folder, Wirechief chief) implements AutoCloseable {
    static final String PARSE_ERROR =
            "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32700,\"message\":\"Parse error\"},\"id\":null}";

    /// Puts a value under a key.
    static final String STORE =
            "{\"jsonrpc\":\"2.0\",\"method\":\"cache_store\",\"params\":[\"local\",\"%s\",\"%s\"],\"id\":0}";

    static MiFifoServer start(UnaryOperator<WirechiefBuilder> program, UnaryOperator<MiFifo> parameters)
            throws IOException {
        TempFolder folder = TempFolder.create();
        try {
            MiFifo mi = MiFifo.at(folder.resolve("fifo").toString())
                    .replyDir(Files.createDirectory(folder.resolve("r")).toString())
                    .openTimeout(Duration.ofSeconds(5));
            Wirechief chief = program.apply(OpenSips.addTo(Wirechief.builder()))
                    .endpoint(parameters.apply(mi))
                    .start();
            return new MiFifoServer(folder, chief);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    static MiFifoServer start() throws IOException {
        return start(UnaryOperator.identity(), UnaryOperator.identity());
    }

    Path fifo() {
        return folder.resolve("fifo");
    }

    /// Where the reply FIFO of that name, a byte a character, is.
    Path reply(String name) {
        return folder.resolve("r").resolve(new String(name.getBytes(ISO_8859_1), StandardCharsets.UTF_8));
    }

    /// Makes a reply FIFO unless it is there.
    Path makeReply(String name) throws IOException, InterruptedException {
        Path path = reply(name);
        if (!Files.exists(path)) {
            makeReplies(List.of(name));
        }
        return path;
    }

    /// Makes reply FIFOs. To be done before several are read at once: a program that is started has
    /// for a moment open what its starter has, reading ends too, and the server takes these for
    /// readers.
    void makeReplies(List<String> names) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("mkfifo", "-m", "600"));
        names.forEach(name -> line.add(reply(name).toString()));
        Process mkfifo = new ProcessBuilder(line).start();
        if (mkfifo.waitFor() != 0) {
            throw new IOException(line + " ended with " + mkfifo.exitValue());
        }
    }

    /// Reads a reply FIFO to its end, from now on.
    FutureTask<String> reading(String name) throws IOException, InterruptedException {
        Path path = makeReply(name);
        FutureTask<String> task = new FutureTask<>(() -> Files.readString(path, ISO_8859_1));
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    /// Reads so many bytes of a reply FIFO, and reads on when it ends.
    FutureTask<String> reading(String name, int bytes) throws IOException, InterruptedException {
        Path path = makeReply(name);
        FutureTask<String> task = new FutureTask<>(() -> {
            StringBuilder read = new StringBuilder();
            try (InputStream reply = Files.newInputStream(path)) {
                while (read.length() < bytes) {
                    byte[] next = reply.readNBytes(bytes - read.length());
                    read.append(new String(next, ISO_8859_1));
                    if (next.length == 0) {
                        Thread.sleep(1);
                    }
                }
            }
            return read.toString();
        });
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    /// Opens a reply FIFO before this returns, and reads so many bytes of it.
    FutureTask<String> held(String name, int bytes) throws IOException, InterruptedException {
        // open for both, which waits for nobody
        RandomAccessFile reply = new RandomAccessFile(makeReply(name).toFile(), "rw");
        FutureTask<String> task = new FutureTask<>(() -> {
            try (reply) {
                byte[] read = new byte[bytes];
                reply.readFully(read);
                return new String(read, ISO_8859_1);
            }
        });
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    static <T> T get(FutureTask<T> task) throws Exception {
        return task.get(RawStream.LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    void write(byte[] bytes) throws IOException, InterruptedException {
        RawFifo.write(fifo(), bytes);
    }

    void write(String text) throws IOException, InterruptedException {
        write(text.getBytes(ISO_8859_1));
    }

    /// What comes on a reply FIFO for what is written.
    String ask(String name, byte[] request) throws Exception {
        FutureTask<String> reading = reading(name);
        write(request);
        return get(reading);
    }

    String ask(String name, String json) throws Exception {
        return ask(name, (":" + name + ":" + json).getBytes(ISO_8859_1));
    }

    /// What was stored under a key, in an answer.
    String fetched(String key) throws Exception {
        return ask(
                "f",
                "{\"jsonrpc\":\"2.0\",\"method\":\"cache_fetch\",\"params\":[\"local\",\"" + key + "\"],\"id\":1}");
    }

    long statistic(String name) {
        return chief.statistics().value("mi_fifo", name);
    }

    @Override
    public void close() throws IOException {
        chief.close();
        folder.close();
    }
}

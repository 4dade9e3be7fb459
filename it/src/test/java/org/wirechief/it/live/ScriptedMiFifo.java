package org.wirechief.it.live;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirechief.wire.json.JsonReader;
import org.wirechief.wire.json.JsonRules;

/// A FIFO of requests read as OpenSIPS 3.6 does (spec mi-json §7.3), one after the other: what one
/// read brings, 4096 bytes at most; a first request that is not whole, or no JSON, is dropped
/// without a word. How requests are answered a test says.
public final class ScriptedMiFifo implements AutoCloseable {
    private static final int READ = 4096;

    /// Answers a request, or does not.
    @FunctionalInterface
    public interface Script {
        void answer(Request request) throws Exception;
    }

    /// What was asked.
    ///
    /// @param name of its reply FIFO
    public record Request(ScriptedMiFifo server, String name, String json) {
        private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

        public String id() {
            Matcher id = ID.matcher(json);
            if (!id.find()) {
                throw new IllegalStateException("no id in " + json);
            }
            return id.group(1);
        }

        public Path replyFifo() {
            return server.replies().resolve(name);
        }

        /// The caller reads already, or this waits.
        public OutputStream open() throws IOException {
            return Files.newOutputStream(replyFifo(), StandardOpenOption.WRITE);
        }

        /// Opens the reply FIFO, writes these one by one, and closes it. `$id` is the call's id.
        public void answer(String... pieces) throws IOException, InterruptedException {
            try (OutputStream reply = open()) {
                for (String piece : pieces) {
                    reply.write(piece.replace("$id", id()).getBytes(ISO_8859_1));
                    Thread.sleep(pieces.length > 1 ? 5 : 0);
                }
            }
        }
    }

    private final TempFolder folder;
    private final RandomAccessFile fifo;
    private final Script script;
    private final Thread reading;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile boolean over;

    private ScriptedMiFifo(TempFolder folder, RandomAccessFile fifo, Script script) {
        this.folder = folder;
        this.fifo = fifo;
        this.script = script;
        this.reading = Thread.ofPlatform().daemon().start(this::run);
    }

    public static ScriptedMiFifo start(Script script) throws IOException, InterruptedException {
        TempFolder folder = TempFolder.create();
        Files.createDirectory(folder.resolve("r"));
        Process mkfifo = new ProcessBuilder("mkfifo", folder.resolve("fifo").toString()).start();
        if (mkfifo.waitFor() != 0) {
            throw new IOException("mkfifo ended with " + mkfifo.exitValue());
        }
        // for writing too, as the originals do: the end of the input never comes
        return new ScriptedMiFifo(
                folder, new RandomAccessFile(folder.resolve("fifo").toFile(), "rw"), script);
    }

    public Path path() {
        return folder.resolve("fifo");
    }

    /// `fifo:/tmp/x/fifo`
    public String address() {
        return "fifo:" + path();
    }

    /// Where reply FIFOs are looked for.
    public Path replies() {
        return folder.resolve("r");
    }

    /// Those that are there now.
    public List<String> replyFifos() throws IOException {
        try (var inside = Files.list(replies())) {
            return inside.map(path -> path.getFileName().toString()).toList();
        }
    }

    /// What has been asked so far.
    public List<Request> requests() {
        return requests;
    }

    /// Ends at once, from inside a script: the FIFO stays, nobody reads it.
    public void kill() throws IOException {
        over = true;
        fifo.close();
    }

    private void run() {
        byte[] buffer = new byte[READ];
        int kept = 0;
        try {
            while (!over) {
                int read = fifo.read(buffer, kept, READ - kept);
                kept = handle(buffer, kept, kept + read);
            }
        } catch (IOException e) {
            // closed
        }
    }

    /// Returns how many bytes wait for the next read, at the beginning of the buffer.
    private int handle(byte[] buffer, int kept, int to) {
        int from = 0;
        int rest = kept;
        while (!over) {
            String text = new String(buffer, from, to - from, ISO_8859_1);
            int begin = text.length() - text.stripLeading().length();
            int colon = text.indexOf(':', begin + 1);
            if (text.isBlank() || text.charAt(begin) != ':') {
                return 0;
            }
            JsonReader json = new JsonReader(JsonRules.REFERENCE);
            if (colon < 0 || json.read(buffer, from + colon + 1, to) != JsonReader.Outcome.WHOLE) {
                return rest;
            }
            int end = json.end();
            answer(new Request(this, text.substring(begin + 1, colon), text.substring(colon + 1, end - from)));
            byte[] behind = Arrays.copyOfRange(buffer, end, to);
            System.arraycopy(behind, 0, buffer, 0, behind.length);
            rest = behind.length;
            from = 0;
            to = behind.length;
        }
        return 0;
    }

    private void answer(Request request) {
        requests.add(request);
        try {
            script.answer(request);
        } catch (Exception e) {
            System.out.println("the answer to " + request.json() + " ended with " + e);
        }
    }

    @Override
    public void close() throws IOException {
        if (!over) {
            over = true;
            Files.writeString(path(), " ", StandardOpenOption.WRITE);
            try {
                reading.join(RawStream.LIMIT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            fifo.close();
        }
        folder.close();
    }
}

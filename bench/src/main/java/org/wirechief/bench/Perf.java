package org.wirechief.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Records with `perf` where the processes of a server are, until it is closed.
final class Perf implements Contestant.Presence {
    /// Samples a second; no divisor of a clock's ticks, so that it does not beat with them.
    private static final String FREQUENCY = "1997";

    private static final long START_MILLIS = 300;

    private final Process recorder;

    private Perf(Process recorder) {
        this.recorder = recorder;
    }

    /// Begins to record.
    ///
    /// @param data what is written when this is closed
    /// @throws IOException with what perf says, when it may not
    static Perf recording(Server server, Path data) throws IOException {
        Process recorder = new ProcessBuilder(
                        "perf", "record", "-q", "-g", "-F", FREQUENCY, "-p", processes(server), "-o", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(log(data).toFile())
                .start();
        try {
            if (recorder.waitFor(START_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException(
                        "perf cannot record, " + Files.readString(log(data)).strip()
                                + "\nit must see the kernel: run as root, or with sysctl kernel.perf_event_paranoid=1"
                                + " and kernel.kptr_restrict=0");
            }
        } catch (InterruptedException e) {
            recorder.destroy();
            throw new IOException("interrupted", e);
        }
        return new Perf(recorder);
    }

    private static Path log(Path data) {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private static String processes(Server server) {
        return ProcessHandle.of(server.pid()).stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .map(process -> Long.toString(process.pid()))
                .collect(Collectors.joining(","));
    }

    /// Where the processes were.
    ///
    /// @throws IOException when there is nothing, or it has no kernel in it
    static List<PerfScript.Sample> read(Path data) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("perf", "script", "-i", data.toString()));
        command.addAll(List.of("-F", "comm,pid,tid,ip,sym,dso"));
        List<PerfScript.Sample> samples = PerfScript.parse(Tool.run(command));
        boolean seesKernel = samples.stream()
                .flatMap(sample -> sample.frames().stream())
                .anyMatch(frame -> frame.isKernel() && !frame.symbol().equals("[unknown]"));
        if (!seesKernel) {
            throw new IOException("perf took " + samples.size() + " samples and none that names the kernel's"
                    + " functions: run as root, or with sysctl kernel.perf_event_paranoid=1 and"
                    + " kernel.kptr_restrict=0");
        }
        return samples;
    }

    @Override
    public void close() {
        recorder.destroy();
        try {
            if (!recorder.waitFor(30, TimeUnit.SECONDS)) {
                recorder.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

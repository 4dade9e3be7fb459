package org.wirechief.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A server that this program started, and ends.
final class ServerProcess implements AutoCloseable {
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final int LOG_LINES = 20;

    private final String name;
    private final Process process;
    private final Path log;
    private final Map<Carrier, Target> targets;

    private ServerProcess(String name, Process process, Path log, Map<Carrier, Target> targets) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.targets = targets;
    }

    /// @param folder where it runs and its log goes
    /// @param targets where it will listen
    static ServerProcess start(String name, List<String> command, Path folder, Map<Carrier, Target> targets)
            throws IOException {
        Path log = folder.resolve("log");
        List<String> whole = new ArrayList<>();
        if (Files.isExecutable(SETPRIV)) {
            // ends the server even when this program is killed and can do nothing more
            whole.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "TERM"));
        }
        whole.addAll(command);
        Process process = new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.getOutputStream().close();
        return new ServerProcess(name, process, log, targets);
    }

    /// Waits until the server answers on every carrier.
    ///
    /// @throws IOException with the end of its log, when it does not
    Server ready(Duration limit) throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (Map.Entry<Carrier, Target> each : targets.entrySet()) {
            Exchange any = Exchange.asking(each.getKey().dialect(), List.of());
            Generator generator = new Generator(each.getValue(), CpuTime.unknown());
            while (true) {
                try {
                    generator.learn(any, Duration.ofSeconds(2));
                    break;
                } catch (IOException e) {
                    if (!process.isAlive() || System.nanoTime() - end > 0) {
                        throw new IOException(trouble(each.getKey(), e), e);
                    }
                    Thread.sleep(50);
                }
            }
        }
        return new Server(name, process.pid(), targets, CpuTime.ofTree(process.toHandle()));
    }

    private String trouble(Carrier carrier, IOException error) throws IOException {
        List<String> lines = Files.readAllLines(log);
        String end = String.join("\n  ", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        return name
                + (process.isAlive()
                        ? " does not answer on " + carrier.word() + ": " + error.getMessage()
                        : " has ended with " + process.exitValue())
                + "; its log ends:\n  " + end;
    }

    /// Ends it and what it started: asks first, and kills what is left after 5 seconds.
    @Override
    public void close() {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        process.destroy();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        family.add(process.toHandle());
        family.forEach(ProcessHandle::destroyForcibly);
    }
}

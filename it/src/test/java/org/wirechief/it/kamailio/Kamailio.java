package org.wirechief.it.kamailio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.TempFolder;
import org.wirechief.it.live.Tool;

/// Debian's own Kamailio as a child of the test, on loopback and in a folder of its own only.
///
/// It runs in a session of its own, because it signals its whole process group when it stops.
public final class Kamailio implements AutoCloseable {
    private final TempFolder folder;
    private final Process process;
    private final List<String> addresses;

    private Kamailio(TempFolder folder, Process process, List<String> addresses) {
        this.folder = folder;
        this.process = process;
        this.addresses = addresses;
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::kill));
    }

    /// Starts one with a Unix stream and a TCP door, and waits until it can be called.
    static Kamailio start() throws IOException {
        TempFolder folder = TempFolder.create();
        List<String> addresses = List.of("unixs:" + folder.resolve("ctl"), "tcp:127.0.0.1:" + FreePort.tcp());
        return start(folder, "disable_tcp=yes\n" + modules(addresses), addresses);
    }

    /// Starts one in a folder of its own.
    ///
    /// @param lines of configuration: modules and their parameters
    /// @param addresses stream doors among them; it is waited for until it takes connections there
    public static Kamailio start(String lines, List<String> addresses) throws IOException {
        return start(TempFolder.create(), lines, addresses);
    }

    private static Kamailio start(TempFolder folder, String lines, List<String> addresses) throws IOException {
        Path config = folder.resolve("kamailio.cfg");
        Files.writeString(config, configuration(FreePort.udp(), lines));
        Process process = new ProcessBuilder(
                        Tool.require("setsid").toString(),
                        Tool.require("kamailio").toString(),
                        "-f",
                        config.toString(),
                        "-DD",
                        "-E",
                        "-m",
                        "64",
                        "-Y",
                        folder.path().toString(),
                        "-P",
                        folder.resolve("pid").toString(),
                        "-w",
                        folder.path().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Kamailio kamailio = new Kamailio(folder, process, addresses);
        try {
            Awaitility.await().atMost(RawStream.LIMIT).until(kamailio::answers);
            return kamailio;
        } catch (RuntimeException e) {
            String log = Files.readString(folder.resolve("log"));
            kamailio.close();
            throw new IllegalStateException("kamailio does not answer; it says: " + log, e);
        }
    }

    private static String configuration(int sipPort, String lines) {
        return """
            debug=0
            log_stderror=yes
            children=1
            auto_aliases=no
            listen=udp:127.0.0.1:%d
            %s
            request_route { exit; }
            """.formatted(sipPort, lines);
    }

    private static String modules(List<String> addresses) {
        StringBuilder lines = new StringBuilder("""
            loadmodule "ctl.so"
            loadmodule "kex.so"
            loadmodule "cfg_rpc.so"
            loadmodule "counters.so"
            loadmodule "pv.so"
            loadmodule "sl.so"
            loadmodule "htable.so"
            loadmodule "pipelimit.so"
            modparam("htable", "htable", "a=>size=4;")
            """);
        addresses.forEach(address -> lines.append("modparam(\"ctl\", \"binrpc\", \"%s\")\n".formatted(address)));
        return lines.toString();
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("it ended with " + process.exitValue());
        }
        try {
            for (String address : addresses) {
                RawStream.to(address).close();
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    String unix() {
        return addresses.getFirst();
    }

    String tcp() {
        return addresses.getLast();
    }

    /// Asks it to stop, and makes all of its processes.
    @Override
    public void close() throws IOException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        children.forEach(child ->
                child.onExit().completeOnTimeout(child, 20, TimeUnit.SECONDS).join());
        folder.close();
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}

package org.wirechief.it.kamailio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /// Starts one with a few modules and waits until it can be called.
    static Kamailio start() throws IOException {
        return start(KamailioSetup.SMALL);
    }

    /// Starts one with a door of each carrier, and waits until it can be called.
    static Kamailio start(KamailioSetup setup) throws IOException {
        TempFolder folder = TempFolder.create();
        List<String> addresses = List.of(
                "unixs:" + folder.resolve("ctl"),
                "tcp:127.0.0.1:" + FreePort.tcp(),
                "unixd:" + folder.resolve("ctld"),
                "udp:127.0.0.1:" + FreePort.udp());
        return start(folder, setup.lines(folder.path(), addresses), setup.options(), addresses);
    }

    /// Starts one in a folder of its own.
    ///
    /// @param lines of configuration: modules and their parameters
    /// @param addresses stream doors among them; it is waited for until it takes connections there
    public static Kamailio start(String lines, List<String> addresses) throws IOException {
        return start(TempFolder.create(), lines, List.of("-m", "64"), addresses);
    }

    private static Kamailio start(TempFolder folder, String lines, List<String> options, List<String> addresses)
            throws IOException {
        Path config = folder.resolve("kamailio.cfg");
        Files.writeString(config, configuration(FreePort.udp(), lines));
        List<String> words = new ArrayList<>(List.of(
                Tool.require("setsid").toString(), Tool.require("kamailio").toString()));
        words.addAll(List.of("-f", config.toString(), "-DD", "-E"));
        words.addAll(List.of("-Y", folder.path().toString(), "-w", folder.path().toString()));
        words.addAll(List.of("-P", folder.resolve("pid").toString()));
        words.addAll(options);
        Process process = new ProcessBuilder(words)
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

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("it ended with " + process.exitValue());
        }
        try {
            for (String address : addresses) {
                if (address.startsWith("unixs:") || address.startsWith("tcp:")) {
                    RawStream.to(address).close();
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// One of each carrier.
    List<String> addresses() {
        return addresses;
    }

    String unix() {
        return addresses.get(0);
    }

    String tcp() {
        return addresses.get(1);
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

package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// A server out of file descriptors waits instead of spinning, and goes on when it has some again.
/// It runs in a JVM of its own with few of them.
final class AcceptRecoveryTest {

    @Test
    void serverWithoutDescriptorsRestsAndGoesOn() throws Exception {
        String command = "ulimit -n 200 && exec \"$0\" \"$@\"";
        var jvm = new ProcessBuilder(
                        "sh",
                        "-c",
                        command,
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        String.join(":", classPath(EventLoop.class), classPath(Starved.class)),
                        Starved.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("accepted nobody: 0", "answered: <a>");
        // one error every 100 ms for a second; a spinning loop makes thousands
        int errors = Integer.parseInt(said.replaceFirst("(?s).*errors: (\\d+).*", "$1"));
        assertThat(errors).isBetween(1, 30);
    }

    private static String classPath(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().getPath();
    }

    /// The program that runs out of descriptors.
    static final class Starved {
        static void main() throws Exception {
            try (var door = Door.open(Carrier.UNIX, Lines.echoing())) {
                try (var warmUp = door.dial()) {
                    warmUp.send("a\n").read(4);
                }
                try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                    var files = new ArrayDeque<FileInputStream>();
                    exhaust(files);
                    long before = door.counters.accepted.sum();
                    channel.connect(door.listener.bound());
                    Thread.sleep(1000);
                    IO.println("accepted nobody: " + (door.counters.accepted.sum() - before));
                    IO.println("errors: " + door.counters.acceptErrors.sum());
                    for (FileInputStream file : files) {
                        file.close();
                    }
                    IO.println("answered: " + new RawClient(channel).send("a\n").read(4));
                }
            }
        }

        private static void exhaust(ArrayDeque<FileInputStream> files) {
            try {
                while (true) {
                    files.add(new FileInputStream("/dev/null"));
                }
            } catch (IOException e) {
                // that is the state to be in
            }
        }
    }
}

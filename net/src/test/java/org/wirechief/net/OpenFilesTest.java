package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A door that cannot be opened because the process has too many files open says which it is. That
/// process is a JVM of its own.
final class OpenFilesTest {

    @ParameterizedTest
    @EnumSource
    void theDoorIsNamed(Transport transport) throws Exception {
        String name = transport.isNetwork()
                ? "127.0.0.1"
                : Door.freshDirectory().resolve("door").toString();
        var jvm = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -n 200 && exec \"$0\" \"$@\"",
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        String.join(":", classPath(EventLoop.class), classPath(Starved.class)),
                        Starved.class.getName(),
                        transport.name(),
                        name)
                .redirectErrorStream(true)
                .start();
        String said = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said)
                .startsWith("java.net.BindException: cannot bind " + new Address(transport, name, 0, "") + ": ")
                .containsIgnoringCase("too many open files")
                .contains("; raise the limit (ulimit -n, LimitNOFILE)");
    }

    private static String classPath(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().getPath();
    }

    /// The program that runs out of descriptors.
    static final class Starved {
        static void main(String[] arguments) throws Exception {
            // to be loaded later a class would need a file
            try (Stream<Path> files = Files.walk(Path.of(classPath(EventLoop.class)))) {
                List<String> names = files.map(Path::toString)
                        .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                        .map(name -> name.substring(classPath(EventLoop.class).length(), name.length() - 6))
                        .toList();
                for (String name : names) {
                    Class.forName(name.replace('/', '.'));
                }
            }
            Address address = new Address(Transport.valueOf(arguments[0]), arguments[1], 0, "");
            try (EventLoop loop = EventLoop.start("starved")) {
                open(loop, address).close();
                var files = new ArrayDeque<FileInputStream>();
                exhaust(files);
                String said;
                try {
                    open(loop, address).close();
                    said = "it was opened";
                } catch (IOException e) {
                    said = e.toString();
                }
                for (FileInputStream file : files) {
                    file.close();
                }
                IO.println(said);
            }
        }

        private static AutoCloseable open(EventLoop loop, Address address) throws IOException {
            NetCounters counters = new NetCounters();
            return switch (address.transport()) {
                case UNIX_STREAM, TCP ->
                    StreamListener.open(
                            loop,
                            address,
                            FileAccess.PRIVATE,
                            StreamLimits.DEFAULT,
                            new ConnectionBudget(1),
                            counters,
                            Lines.echoing());
                case UNIX_DATAGRAM, UDP ->
                    DatagramListener.open(
                            DatagramReaders.one("starved", (_, _, _, _, _) -> {}),
                            address,
                            FileAccess.PRIVATE,
                            DatagramLimits.DEFAULT,
                            counters);
                case FIFO ->
                    FifoListener.open(
                            "starved", address, FileAccess.PRIVATE, FifoLimits.DEFAULT, counters, FifoDoor.SILENT);
            };
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

package org.wirechief.it.kamcmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.core.Value;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.TempFolder;
import org.wirechief.it.standin.StandIns;
import org.wirechief.it.vectors.NotServed;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;

/// Command lines that were captured with a Kamailio, on a live server of our own: the same output,
/// the same exit status, over Unix stream and TCP.
class KamcmdCasesIT {
    private static final String UNIX_PATH = "/tmp/kam/run/ctl.s";
    private static final String UNIX = "unixs:" + UNIX_PATH;
    private static final String TCP = "tcp:127.0.0.1:22049";

    /// What they print is about the server that answers; [KamcmdCommandsIT] has them.
    private static final Set<String> OURS = Set.of(
            "?",
            "cfg.help",
            "core.info",
            "core.modules",
            "core.ps",
            "core.psx",
            "core.sockets_list",
            "core.tcp_options",
            "core.uptime",
            "ctl.listen",
            "ctl.who",
            "help",
            "listen",
            "ls",
            "ps",
            "psx",
            "who");

    static Stream<Arguments> overUnixStream() {
        return captured().flatMap(KamcmdCasesIT::ofBoth);
    }

    static Stream<Arguments> overTcp() {
        return captured().filter(v -> words(v).contains(UNIX)).flatMap(KamcmdCasesIT::ofBoth);
    }

    private static Stream<Arguments> ofBoth(GoldenVector vector) {
        String line = String.join(" ", words(vector));
        String name = line.length() > 100 ? line.substring(0, 100) + "..." : line;
        return Stream.of(Kamcmd.values()).map(kamcmd -> Arguments.argumentSet(kamcmd + " " + name, kamcmd, vector));
    }

    /// Those that need no sound server: wrong options, addresses that lead nowhere; and the other
    /// carriers.
    static Stream<Arguments> withAnyAddress() {
        return GoldenVectors.read("ctl/kamcmd_cases").stream()
                .filter(v -> v.has("stdout") && v.json().get("exit").isInt() && !v.flag("volatile"))
                .filter(v -> words(v).stream().noneMatch(word -> word.endsWith(UNIX_PATH) || word.equals(TCP)))
                .flatMap(KamcmdCasesIT::ofBoth)
                // ours takes IPv6 addresses (docs/interpretation.md)
                .filter(args -> !(args.get()[0] == Kamcmd.OURS
                        && words((GoldenVector) args.get()[1]).contains("tcp:[::1]:22049")));
    }

    @ParameterizedTest
    @MethodSource
    void withAnyAddress(Kamcmd kamcmd, GoldenVector vector) throws IOException, InterruptedException {
        try (TempFolder folder = TempFolder.create();
                LiveServer server = LiveServer.start(
                        world()::addTo,
                        ctl -> ctl.binrpc("unixd:" + folder.resolve("ctl.d")).udp("127.0.0.1", 0))) {
            String udp = server.address("udp");
            UnaryOperator<String> here = text -> text.replace(TCP, server.address("tcp"))
                    .replace("127.0.0.1:22049", udp.substring("udp:".length()))
                    .replace("/tmp/kam/run", folder.path().toString());
            List<String> words = words(vector).stream().map(here).toList();

            assertThat(kamcmd.run(words))
                    .isEqualTo(new Outcome(
                            vector.json().get("exit").asInt(),
                            vector.text("stdout"),
                            here.apply(vector.text("stderr"))));
            assertThat(folder.names()).containsExactly("ctl.d");
        }
    }

    /// Those that a server has a part in and that end, help about kamcmd's own words included.
    private static Stream<GoldenVector> captured() {
        return GoldenVectors.read("ctl/kamcmd_cases").stream()
                .filter(v -> v.has("stdout")
                        && !v.has("stdin")
                        && v.json().get("exit").isInt())
                .filter(v -> !v.flag("volatile"))
                .filter(v -> words(v).stream().anyMatch(word -> word.endsWith(UNIX_PATH) || word.equals(TCP)))
                .filter(v -> !OURS.contains(command(v)) || aboutItself(v))
                .filter(v -> !NotServed.covers(called(command(v))));
    }

    private static boolean aboutItself(GoldenVector vector) {
        return vector.text("stdout").contains(" is an alias for ")
                || vector.text("stdout").startsWith("builtin command: ");
    }

    private static List<String> words(GoldenVector vector) {
        return vector.json()
                .get("argv")
                .valueStream()
                .skip(1)
                .map(word -> word.asString())
                .toList();
    }

    /// The first word that is neither an option nor an option's value.
    private static String command(GoldenVector vector) {
        List<String> words = words(vector);
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals("-s") || words.get(i).equals("-f")) {
                i++;
            } else if (!words.get(i).startsWith("-")) {
                return words.get(i);
            }
        }
        return "";
    }

    /// An alias of kamcmd for a command it may be, `dns_mem_info`.
    private static String called(String command) {
        return command.startsWith("dns_") ? "dns." + command.substring("dns_".length()) : command;
    }

    @ParameterizedTest
    @MethodSource
    void overUnixStream(Kamcmd kamcmd, GoldenVector vector) throws IOException, InterruptedException {
        try (LiveServer server = server()) {
            String path = server.address("unixs").substring("unixs:".length());
            List<String> words = words(vector).stream()
                    .map(word -> word.equals(TCP) ? server.address("tcp") : word.replace(UNIX_PATH, path))
                    .toList();

            assertThat(kamcmd.run(words)).isEqualTo(expected(vector, server));
        }
    }

    @ParameterizedTest
    @MethodSource
    void overTcp(Kamcmd kamcmd, GoldenVector vector) throws IOException, InterruptedException {
        try (LiveServer server = server()) {
            List<String> words = words(vector).stream()
                    .map(word -> word.replace(UNIX, server.address("tcp")))
                    .toList();

            assertThat(kamcmd.run(words)).isEqualTo(expected(vector, server));
        }
    }

    private static Outcome expected(GoldenVector vector, LiveServer server) {
        String own = words(vector).getLast().equals("cfg.list") ? ownSettings(server) : "";
        return new Outcome(vector.json().get("exit").asInt(), own + vector.text("stdout"), vector.text("stderr"));
    }

    /// Those that the test did not add are listed before those it did.
    private static String ownSettings(LiveServer server) {
        return server.chief().settings().list().stream()
                .filter(setting ->
                        setting.group().equals("server") || setting.group().equals("ctl"))
                .map(setting -> setting.group() + ": " + setting.name() + "\n")
                .collect(Collectors.joining());
    }

    private static LiveServer server() throws IOException {
        return LiveServer.start(world()::addTo);
    }

    private static StandIns world() {
        StandIns world = new StandIns();
        world.settings.set("core", "debug", Value.of(2));
        world.htables.create("t", 16, 7200);
        world.htables.create("big", 256, 0);
        world.htables.create("a", 16, 0);
        world.htables.place("a", 3, "k2", Value.of(55));
        world.htables.place("a", 6, "k1", Value.of("v1"));
        return world;
    }
}

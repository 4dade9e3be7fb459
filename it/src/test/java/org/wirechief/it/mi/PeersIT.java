package org.wirechief.it.mi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Access;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Value;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.endpoint.midatagram.MiDatagram;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.MiServer;
import org.wirechief.it.live.Perl;
import org.wirechief.it.live.TempFolder;
import org.wirechief.it.live.Tool;
import org.wirechief.server.Wirechief;

/// Who is answered, how, and who is not.
class PeersIT {
    private static final String ECHO = ":probe_code:\n299\n";

    @ParameterizedTest
    @ValueSource(strings = {"udp4", "udp6", "unix"})
    void lengths(String carrier) throws Exception {
        try (MiServer server = Probed.start(carrier, mi -> mi);
                MiTalk client = MiTalk.with(server)) {
            String longest = ":probe_code:\n299\n" + "\n".repeat(65457 - ECHO.length());
            client.send("");
            assertThat(client.ask(longest)).isEqualTo("299 \n\n");
            assertThat(client.ask(longest + "\n")).isEqualTo("413 Request too large\n\n");
            assertThat(client.ask(longest + "\n".repeat(43))).isEqualTo("413 Request too large\n\n");
            assertThat(client.ask(":probe_big:\n65443\n")).hasSize(65456).endsWith("x\n\n");
            assertThat(client.ask(":probe_big:\n65444\n")).isEqualTo("500 Reply too large\n\n");

            assertThat(server.statistic("truncated")).isEqualTo(2);
            assertThat(server.statistic("replies_too_large")).isEqualTo(1);
        }
    }

    /// Two servers would talk for ever.
    @Test
    void answersAreNotAnswered() throws Exception {
        try (MiServer server = Probed.start("udp4", mi -> mi);
                MiTalk client = MiTalk.with(server)) {
            client.send("200 OK\n\n");
            client.send("500 command not available\n");
            assertThat(client.ask(ECHO)).isEqualTo("299 \n\n");
            assertThat(server.statistic("stray")).isEqualTo(2);
        }
    }

    /// Vector `udp/self-reply-loop`; and two doors of one server would talk for ever just as well.
    @ParameterizedTest
    @CsvSource({"mi_datagram, mi_datagram", "ctl, mi_datagram", "mi_datagram, ctl"})
    void whatSeemsToComeFromTheServerItselfIsNotAnswered(String from, String to) throws Exception {
        Tool.requireRoot("packets with a sender of its choice");
        try (TempFolder folder = TempFolder.create();
                MiServer server = Probed.start(
                        "udp4",
                        builder -> builder.endpoint(
                                Ctl.listening("unixs:" + folder.resolve("ctl")).udp("127.0.0.1", 0)),
                        mi -> mi);
                MiTalk client = MiTalk.with(server)) {
            String own = to.equals("ctl") ? "own_datagrams" : "own";
            forged(port(server, from), port(server, to));

            Awaitility.await()
                    .untilAsserted(() -> assertThat(number(server, to, own)).isEqualTo(1));
            assertThat(client.ask(ECHO)).isEqualTo("299 \n\n");
            Awaitility.await()
                    .untilAsserted(() -> assertThat(server.statistic("sent")).isEqualTo(1));
            assertThat(number(server, "ctl", "datagrams_sent")).isZero();
        }
    }

    private static long number(MiServer server, String group, String name) {
        return server.chief().statistics().value(group, name);
    }

    private static int port(MiServer server, String module) {
        return server.chief().doors().stream()
                .filter(door -> door.module().equals(module))
                .filter(door -> door.transport().equals("udp"))
                .mapToInt(door -> Integer.parseInt(door.port()))
                .findFirst()
                .orElseThrow();
    }

    private static void forged(int from, int to) throws IOException, InterruptedException {
        Perl.run("socket(S,AF_INET,SOCK_RAW,255) or die $!;"
                + "my $d=\":x:\\n\"; my $a=inet_aton('127.0.0.1');"
                + "my $p=pack('CCnnnCCna4a4',0x45,0,28+length $d,0,0,64,17,0,$a,$a)"
                + ".pack('nnnn'," + from + "," + to + ",8+length $d,0).$d;"
                + "send(S,$p,0,sockaddr_in(" + to + ",$a)) or die $!;");
    }

    /// Vectors `unix/unbound-client` and `unix/unbound-client-was-executed`.
    @Test
    void unboundPeersHaveTheirCommandRun() throws Exception {
        AtomicInteger ran = new AtomicInteger();
        CommandSpec count = CommandSpec.named("count").run((_, reply) -> {
            ran.incrementAndGet();
            reply.ok();
        });
        try (MiServer server = Probed.start("unix", builder -> builder.command(count), mi -> mi)) {
            Perl.run("socket(S,AF_UNIX,SOCK_DGRAM,0) or die $!;" + "send(S,\":count:\\n\",0,sockaddr_un('"
                    + server.folder().resolve("mi") + "')) or die $!;");

            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(server.statistic("unaddressable")).isEqualTo(1));
            assertThat(ran).hasValue(1);
            assertThat(server.statistic("replies")).isEqualTo(1);
        }
    }

    /// Vectors `unix/bound` and `unix/reply-source-address`, which is empty there and ours here.
    @Test
    void peersWithAPathAreAnsweredFromTheBoundSocket() throws Exception {
        try (MiServer server = Probed.start("unix", mi -> mi)) {
            Path path = server.folder().resolve("client");
            String said = Perl.run("socket(S,AF_UNIX,SOCK_DGRAM,0) or die $!;"
                    + "bind(S,sockaddr_un('" + path + "')) or die $!;"
                    + "send(S,\":probe_code:\\n299\\n\",0,sockaddr_un('"
                    + server.folder().resolve("mi")
                    + "')) or die $!;"
                    + "my $f=recv(S,my $b,65536,0); print $b, length((sockaddr_un($f))[0])>0 ? 'named' : 'unnamed';");
            assertThat(said).isEqualTo("299 \n\nnamed");
            Files.delete(path);
        }
    }

    /// Startup24 `udp-v6-any-v4-client`, `udp-any`, `udp-v6-bare`, `udp-v4`; vector
    /// `udp/reply-source`: the answer comes from where the request was sent to.
    @ParameterizedTest
    @CsvSource({
        "udp:127.0.0.1:, 127.0.0.1",
        "udp:localhost:, 127.0.0.1",
        "udp:0.0.0.0:, 127.0.0.1",
        "udp:::1:, ::1",
        "udp:[::1]:, ::1",
        "udp:[::]:, ::1",
        "udp:[::]:, 127.0.0.1",
    })
    void addresses(String name, String asked) throws Exception {
        int port = FreePort.udp();
        try (Wirechief chief = Wirechief.builder()
                        .command(CommandSpec.named("hello").run((_, reply) -> reply.line("hello")))
                        .endpoint(MiDatagram.listening(name + port))
                        .start();
                DatagramSocket client = new DatagramSocket()) {
            assertThat(chief.doors())
                    .singleElement()
                    .satisfies(door -> assertThat(door.port()).isEqualTo(Integer.toString(port)));
            client.setSoTimeout(60_000);
            byte[] request = ":hello:\n".getBytes(ISO_8859_1);
            client.send(new DatagramPacket(request, request.length, InetAddress.ofLiteral(asked), port));
            DatagramPacket answer = new DatagramPacket(new byte[100], 100);
            client.receive(answer);

            assertThat(new String(answer.getData(), 0, answer.getLength(), ISO_8859_1))
                    .isEqualTo("200 OK\nhello\n\n");
            assertThat(answer.getAddress()).isEqualTo(InetAddress.ofLiteral(asked));
            assertThat(answer.getPort()).isEqualTo(port);
        }
    }

    @Test
    void accessIsLimitedAndRefusalsAreRare() throws Exception {
        CommandSpec admin = CommandSpec.named("danger").access(Access.ADMIN).run((_, reply) -> reply.ok());
        try (MiServer server = Probed.start("udp4", builder -> builder.command(admin), mi -> mi.access(Access.READ));
                MiTalk client = MiTalk.with(server)) {
            assertThat(client.ask(":danger:\n")).isEqualTo("403 Forbidden\n\n");
            assertThat(client.ask(ECHO)).isEqualTo("299 \n\n");
        }
        try (MiServer server = Probed.start("udp4", mi -> mi.allowFrom("192.0.2.0/24"));
                MiTalk client = MiTalk.with(server)) {
            assertThat(client.ask(ECHO)).isEqualTo("403 Forbidden\n\n");
            client.send(ECHO);
            client.send("x".repeat(65460));
            Awaitility.await()
                    .untilAsserted(() -> assertThat(server.statistic("refused")).isEqualTo(3));
            assertThat(server.statistic("sent")).isEqualTo(1);
            assertThat(server.statistic("requests")).isZero();
        }
    }

    @Test
    void settingsHoldAtOnce() throws Exception {
        try (MiServer server = Probed.start("unix", mi -> mi);
                MiTalk client = MiTalk.with(server)) {
            String tree = ":probe_tree:\n2\n1\n";
            assertThat(client.ask(tree)).isEqualTo("200 OK\nd2f0:: d2f0\n\td1f0:: d1f0\n\n");
            server.chief().settings().set("mi_datagram", "reply_indent", Value.of("--"));
            server.chief().settings().set("mi_datagram", "text_profile", Value.of("1.8"));
            assertThat(client.ask(tree)).isEqualTo("200 OK\nd2f0:: d2f0\n--d1f0:: d1f0\n");
            assertThat(client.ask(":probe_echo:\n\"")).isEqualTo("400 parse error in command\n");
        }
    }

    /// Startup24 `mode-0600`, `user-name`, `user-number`, `user-and-group`.
    @ParameterizedTest
    @CsvSource({
        "0, '', '', rw-------",
        "432, '', '', rw-rw----",
        "438, '', '', rw-rw-rw-",
        "384, nobody, '', rw-------",
        "384, 65534, '', rw-------",
        "384, nobody, daemon, rw-------",
    })
    void fileOfTheSocket(int mode, String user, String group, String permissions) throws Exception {
        if (!user.isEmpty()) {
            Tool.requireRoot("files of other users");
        }
        try (MiServer server = Probed.start("unix", mi -> {
            MiDatagram owned = user.isEmpty() ? mi : mi.user(user);
            return (group.isEmpty() ? owned : owned.group(group)).mode(mode);
        })) {
            Path file = server.folder().resolve("mi");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo(permissions);
            if (!user.isEmpty()) {
                int gid = (int) Files.getAttribute(file, "unix:gid");
                assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(65534);
                assertThat(gid).isEqualTo(group.isEmpty() ? (user.equals("nobody") ? 65534 : 0) : 1);
            }
        }
    }

    /// Vector `unix/file-after-stop`; and other than `unix/second-instance`, nobody takes a path
    /// over, nor removes what is not its own.
    @Test
    void aPathBelongsToOneServer() throws Exception {
        try (MiServer server = Probed.start("unix", mi -> mi)) {
            Path file = server.folder().resolve("mi");
            assertThatThrownBy(() -> Wirechief.builder()
                            .endpoint(MiDatagram.listening(file.toString()))
                            .start())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("a server is answering there");
            server.chief().close();
            assertThat(file).doesNotExist();

            Files.writeString(file, "notes");
            assertThatThrownBy(() -> Wirechief.builder()
                            .endpoint(MiDatagram.listening(file.toString()))
                            .start())
                    .hasMessageContaining("not a socket");
            assertThat(file).hasContent("notes");
        }
    }
}

package org.wirechief.it.tarball;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirechief.it.kamcmd.Terminal;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.TempFolder;
import org.wirechief.it.live.Tool;
import org.wirechief.net.Address;
import org.wirechief.net.DatagramLimits;
import org.wirechief.net.DatagramListener;
import org.wirechief.net.DatagramReaders;
import org.wirechief.net.FileAccess;
import org.wirechief.net.NetCounters;

/// The manual, completion and unit of the tarball, with the programs they are made for.
class ShareIT {
    @RegisterExtension
    static final Unpacked TARBALL = new Unpacked();

    private static final Pattern LINK = Pattern.compile("\\]\\(([\\w./-]+)(#[^)]*)?\\)");

    private static Path share(String file) {
        return TARBALL.root().home().resolve("share").resolve(file);
    }

    @Test
    void itBringsItsManualCompletionAndUnit() {
        assertThat(share("man/man1/chief.1"))
                .content()
                .startsWith(".TH CHIEF 1")
                .contains(".SS chief call\n");
        assertThat(share("bash-completion/completions/chief")).content().contains("complete -F _chief chief");
        assertThat(share("zsh/site-functions/_chief")).content().startsWith("#compdef chief\n");
        assertThat(share("systemd/wirechief.service"))
                .content()
                .contains("Type=notify", "RuntimeDirectory=wirechief", "User=wirechief")
                .containsPattern("(?m)^RestrictAddressFamilies=.*\\bAF_NETLINK\\b");
    }

    @Test
    void linksOfItsPagesLeadToOneAnother() throws IOException {
        try (Stream<Path> pages = Files.list(share("doc"))) {
            assertThat(pages)
                    .contains(share("doc/configuration.md"), share("doc/install.md"))
                    .allSatisfy(page -> assertThat(
                                    LINK.matcher(Files.readString(page)).results())
                            .allSatisfy(link -> assertThat(page.resolveSibling(link.group(1)))
                                    .exists()));
        }
    }

    @Test
    void manHasNoWarnings() throws Exception {
        ProcessBuilder man = new ProcessBuilder(
                Tool.ifInstalled("man").toString(),
                "--warnings",
                "-l",
                share("man/man1/chief.1").toString());
        man.environment().put("LC_ALL", "C.UTF-8");

        Outcome page = Outcome.of(man, "");

        assertThat(page.exit()).as(page.stderr()).isZero();
        assertThat(page.stderr()).isEmpty();
        assertThat(page.stdout()).contains("EXIT STATUS");
    }

    @Test
    void systemdUnderstandsTheUnit() throws Exception {
        Path analyze = Tool.ifInstalled("systemd-analyze");
        try (TempFolder folder = TempFolder.create()) {
            String unit = Files.readString(share("systemd/wirechief.service"));
            Path here = Files.writeString(
                    folder.resolve("wirechief.service"),
                    unit.replace("/opt/wirechief", TARBALL.root().home().toString()));

            assertThat(Outcome.of(new ProcessBuilder(analyze.toString(), "verify", "--man=no", here.toString()), ""))
                    .isEqualTo(new Outcome(0, "", ""));
        }
    }

    /// As `Type=notify` has it.
    @Test
    void theManagerIsToldThatItIsReadyAndThatItStops() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        Path socket = TARBALL.root().path().resolve("run/notify");
        ProcessBuilder service =
                TARBALL.root().program("/wirechief/bin/chief", "serve", "--set", "ctl.binrpc=unixs:/run/told");
        service.redirectOutput(ProcessBuilder.Redirect.DISCARD).environment().put("NOTIFY_SOCKET", "/run/notify");
        try (DatagramListener _ = manager(socket, told)) {
            Process server = service.start();
            try {
                assertThat(told.poll(RawStream.LIMIT.toSeconds(), TimeUnit.SECONDS))
                        .isEqualTo("READY=1");
                RawStream.to("unixs:" + TARBALL.root().path().resolve("run/told"))
                        .close();
                assertThat(told).isEmpty();
            } finally {
                server.destroy();
            }
            assertThat(told.poll(RawStream.LIMIT.toSeconds(), TimeUnit.SECONDS)).isEqualTo("STOPPING=1");
            assertThat(Outcome.of(server).exit()).isZero();
        }
    }

    private static DatagramListener manager(Path socket, BlockingQueue<String> told) throws IOException {
        return DatagramListener.open(
                DatagramReaders.one(
                        "manager",
                        (_, bytes, from, to, _) ->
                                told.add(new String(bytes, from, to - from, StandardCharsets.US_ASCII))),
                Address.unixDatagram(socket.toString()),
                FileAccess.PRIVATE,
                DatagramLimits.DEFAULT,
                new NetCounters());
    }

    /// A subcommand, an option, and a method that the node is asked for: the line can only run when
    /// all three were completed.
    @Test
    void zshCompletes() throws Exception {
        Path zsh = Tool.ifInstalled("zsh");
        try (LiveServer server = LiveServer.start(builder -> builder);
                TempFolder home = TempFolder.create()) {
            Files.writeString(home.resolve(".zshrc"), """
                    fpath=(%s $fpath)
                    PATH=%s:$PATH
                    PS1='zsh> '
                    autoload -Uz compinit && compinit -u -D
                    """.formatted(
                            share("zsh/site-functions"), TARBALL.root().home().resolve("bin")));
            try (Terminal terminal =
                    Terminal.running("stty rows 40 cols 200; ZDOTDIR=" + home.path() + " " + zsh + " -d -i")) {
                terminal.shows("zsh> ");
                terminal.type("chief ca\t-s " + server.address("unixs") + " --tim\t20s core.ec\tdo'n'e\r");
                terminal.shows("\ndone\r\n");
                terminal.type("exit\r");
                assertThat(terminal.exit()).isZero();
            }
        }
    }
}

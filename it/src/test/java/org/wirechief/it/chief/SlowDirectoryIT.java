package org.wirechief.it.chief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.TempFolder;
import org.wirechief.it.live.Tool;

/// A machine whose directory service does not answer when it is asked what a user is called.
class SlowDirectoryIT {
    /// As long as the file of that name is there nobody is told a user's name.
    private static final String DIRECTORY = """
            #include <grp.h>
            #include <pwd.h>
            #include <stdlib.h>
            #include <unistd.h>

            static void wait_for_it(void) {
                while (access(getenv("DIRECTORY_IS_SLOW"), F_OK) == 0)
                    usleep(10000);
            }

            int getpwuid_r(uid_t uid, struct passwd *pwd, char *buf, size_t size, struct passwd **result) {
                wait_for_it();
                *result = NULL;
                return 0;
            }

            int getgrgid_r(gid_t gid, struct group *grp, char *buf, size_t size, struct group **result) {
                wait_for_it();
                *result = NULL;
                return 0;
            }
            """;

    private static final byte[] REQUEST = Packet.request(1, "core.echo", "x");
    private static final byte[] REPLY = Packet.reply(1, "x");

    @AutoClose
    private TempFolder folder;

    private Path slow;

    @BeforeEach
    void folder() throws IOException {
        folder = TempFolder.create();
        slow = folder.resolve("slow");
    }

    private Chief serve(String... words) throws Exception {
        Path source = Files.writeString(folder.resolve("directory.c"), DIRECTORY);
        Path library = folder.resolve("directory.so");
        var compiler = new ProcessBuilder(
                Tool.require("gcc").toString(), "-shared", "-fPIC", "-o", library.toString(), source.toString());
        assertThat(Outcome.of(compiler, "").exit()).isZero();
        return Chief.start(folder, List.of("env", "LD_PRELOAD=" + library, "DIRECTORY_IS_SLOW=" + slow), words);
    }

    private static void assertAnswered(RawStream caller) throws IOException {
        caller.send(REQUEST);
        assertThat(caller.receivePacket()).isEqualTo(REPLY);
    }

    @Test
    void isNotAskedForCallersWhoseNamesNobodyNeeds() throws Exception {
        try (Chief chief = serve("serve")) {
            String address = chief.addresses(1).getFirst();
            Files.createFile(slow);

            try (RawStream first = RawStream.to(address);
                    RawStream second = RawStream.to(address)) {
                assertAnswered(first);
                assertAnswered(second);
            }
        }
    }

    /// Once it answers, so are those who waited for it.
    @Test
    void holdsUpOnlyWhomItIsAskedFor() throws Exception {
        String tcp = "tcp:127.0.0.1:" + FreePort.tcp();
        String[] words = {
            "serve",
            "--set",
            "ctl.binrpc=unixs:" + folder.resolve("ctl"),
            "--set",
            "ctl.binrpc=" + tcp,
            "--set",
            "ctl.access_users=daemon",
            "--set",
            "server.audit=all"
        };
        try (Chief chief = serve(words)) {
            String unix = chief.addresses(2).getFirst();
            Files.createFile(slow);

            try (RawStream waits = RawStream.to(unix);
                    RawStream other = RawStream.to(tcp)) {
                waits.send(REQUEST);
                assertAnswered(other);
                Files.delete(slow);
                assertThat(waits.receivePacket()).isEqualTo(REPLY);
            }
            Object uid = Files.getAttribute(folder.path(), "unix:uid");
            Awaitility.await()
                    .atMost(RawStream.LIMIT)
                    .untilAsserted(() -> assertThat(chief.log())
                            .anyMatch(line -> line.contains("ctl unix_stream user " + uid + ": core.echo ok")));
        }
    }
}

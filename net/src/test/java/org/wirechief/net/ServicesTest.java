package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServicesTest {
    @TempDir
    Path directory;

    @Test
    void findsNameAndAliasOfTheProtocol() throws IOException {
        var services = new Services(Files.writeString(directory.resolve("services"), """
                # comment
                ctl\t2046/udp
                ctl        2049/tcp   kamctl binrpc  # not: this
                """));

        assertThat(services.port("ctl", "tcp")).hasValue(2049);
        assertThat(services.port("ctl", "udp")).hasValue(2046);
        assertThat(services.port("binrpc", "tcp")).hasValue(2049);
        assertThat(services.port("binrpc", "udp")).isEmpty();
        assertThat(services.port("this", "tcp")).isEmpty();
        assertThat(services.port("2049/tcp", "tcp")).isEmpty();
    }

    @Test
    void knowsNothingWithoutFile() {
        assertThat(new Services(directory.resolve("none")).port("sip", "tcp")).isEmpty();
    }
}

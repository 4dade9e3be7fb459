package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.core.Commands;
import org.wirechief.core.MiNaming;
import org.wirechief.core.TreeReply;
import org.wirechief.server.log.Journal;

class MiMemoryDumpTest {
    private static final Pattern LINE = Pattern.compile("<(\\d)>x: (.+: \\d+ used( of \\d+)?, \\d+ at most so far,"
            + " \\d+ taken from the system|buffers .+: \\d+ used by \\d+)");

    @ParameterizedTest
    @CsvSource({"'', 6", "-3, 3", "-1, 3", "1, 4", "2, 6", "3, 6", "4, 7"})
    void everyPoolAtTheLevelThatIsAskedFor(String level, int severity) {
        var written = new ByteArrayOutputStream();
        var journal = new Journal(written);
        journal.level(7);
        Logger log = journal.getLogger("x", MiMemoryDumpTest.class.getModule());
        var commands = new Commands();
        commands.add(List.of(MiMemoryDump.shared(log)));
        Object[] arguments = level.isEmpty() ? new Object[0] : new Object[] {Integer.parseInt(level)};

        TreeReply reply = FakeServer.mi(commands, MiNaming.V3, "mem_shm_dump", arguments);

        assertThat(reply.isFault()).isFalse();
        assertThat(written.toString(StandardCharsets.UTF_8).lines())
                .hasSizeGreaterThan(3)
                .allMatch(line -> LINE.matcher(line).matches())
                .allMatch(line -> line.startsWith("<" + severity + ">"))
                .anyMatch(line -> line.contains("Metaspace"))
                .anyMatch(line -> line.contains("buffers direct"));
    }
}

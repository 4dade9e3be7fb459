package org.wirechief.client.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventStreamTest {
    private static final String NODE = "mi:text:udp:127.0.0.1:9";

    @TempDir
    private Path folder;

    private EventOptions here() {
        return EventOptions.DEFAULTS.withSocket("unix:" + folder.resolve("events"));
    }

    /// MI text has no empty argument.
    @Test
    void anEventThatCannotBeAskedForLeavesNoSocketBehind() {
        assertThatThrownBy(() -> EventStream.open(NODE, List.of(""), here()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("argument 1 is empty");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anOptionThatCannotBeLeavesNoSocketBehind() {
        EventOptions tooLong = here().withDeadline(Duration.ofDays(100_000));

        assertThatThrownBy(() -> EventStream.open(NODE, List.of("E_X"), tooLong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too long");

        assertThat(folder).isEmptyDirectory();
    }
}

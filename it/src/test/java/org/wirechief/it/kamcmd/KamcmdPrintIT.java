package org.wirechief.it.kamcmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Value;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.vectors.Records;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;

/// A command answers the values of a captured body, and kamcmd prints of them what it printed of
/// that body, formats (`-f`) included.
class KamcmdPrintIT {
    /// Bodies that no command can make our server send.
    private static final Set<String> NOT_OURS = Set.of(
            // longer than their shortest form
            "kamcmd-print/int-5bytes",
            "kamcmd-print/dbl-9bytes",
            // arrays go as structs without names
            "kamcmd-print/array",
            "kamcmd-print/array-empty",
            "kamcmd-print/array-nested",
            "kamcmd-print/array-of-structs",
            "kamcmd-print/struct-in-array-in-struct",
            "kamcmd-print/fmt/array",
            // bytes, and text without its zero byte
            "kamcmd-print/bytes",
            "kamcmd-print/str-nonul",
            "kamcmd-print/str-size0",
            // structs out of balance
            "kamcmd-print/unclosed-struct",
            // a cookie that kamcmd makes up is printed; over the default limit
            "kamcmd-print/verbose2",
            "kamcmd-print/big-ok");

    static Stream<Arguments> printsTheValues() {
        return GoldenVectors.read("ctl/kamcmd_print").stream()
                .filter(v -> v.text("transport").equals("unixs") && v.hasBytes("reply_body"))
                .filter(v -> v.json().get("reply_type").asInt() == 1
                        && v.json().get("exit").asString().equals("0"))
                .filter(v -> words(v).getLast().equals("m") && !NOT_OURS.contains(v.name()))
                .map(v -> Arguments.argumentSet(v.name(), v));
    }

    /// What stands after the address.
    private static List<String> words(GoldenVector vector) {
        return vector.json()
                .get("argv")
                .valueStream()
                .skip(3)
                .map(word -> word.asString())
                .toList();
    }

    @ParameterizedTest
    @MethodSource
    void printsTheValues(GoldenVector vector) throws IOException, InterruptedException {
        List<Value> values = Records.ofBody(vector.bytes("reply_body"), 0);
        CommandSpec command = CommandSpec.named("m").run((_, reply) -> values.forEach(reply::add));
        try (LiveServer server = LiveServer.start(builder -> builder.command(command))) {
            for (String transport : List.of("unixs", "tcp")) {
                assertThat(Kamcmd.DEBIANS.at(
                                server.address(transport), words(vector).toArray(String[]::new)))
                        .isEqualTo(new Outcome(0, vector.text("stdout"), vector.text("stderr")));
            }
        }
    }
}

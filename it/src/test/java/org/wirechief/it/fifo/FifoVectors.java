package org.wirechief.it.fifo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;

/// The captured requests of the line protocol, and what is to come of each.
final class FifoVectors {
    /// Commands that this server has not; how their answers look is tested with the codec.
    private static final List<String> NOT_SERVED = List.of("core.aliases_list", "shm.info");

    /// What answers about the one who answers: the status and what it is made of can be the same.
    private static final Map<Boolean, List<String>> OWN_VALUES = Map.of(
            true,
            List.of("methodHelp", "info", "tcp_options", "cfg-help", "listMethods"),
            false,
            List.of("methodHelp", "info", "tcp_options", "cfg-help", "listMethods", "stats-fetch"));

    private FifoVectors() {}

    /// Those over sockets of a carrier, `unixs`, or over the FIFO, `fifo`.
    static List<GoldenVector> over(String carrier) {
        String file = carrier.equals("fifo") ? "ctl/fifo_pipe" : "ctl/fifo_sockets";
        String transport = carrier.equals("fifo") ? "fifo" : "fifo-" + carrier;
        return GoldenVectors.read(file).stream()
                .filter(vector -> vector.text("transport").equals(transport))
                .filter(vector -> !NOT_SERVED.contains(vector.text("method")))
                .toList();
    }

    /// Its name with `*` for the carrier.
    static String key(GoldenVector vector) {
        String[] parts = vector.name().split("/");
        return parts.length == 3 ? parts[0] + "/*/" + parts[2] : vector.name();
    }

    static String last(GoldenVector vector) {
        return vector.name().substring(vector.name().lastIndexOf('/') + 1);
    }

    /// Whether the values of the answer are this server's own.
    static boolean hasOwnValues(GoldenVector vector, boolean compat) {
        return OWN_VALUES.getOrDefault(compat, List.of()).contains(last(vector));
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// The bytes to come; empty for none.
    ///
    /// @param server whose paths stand in for those of the capture
    static byte[] expected(GoldenVector vector, boolean compat, FifoServer server) {
        String deviation = FifoDeviations.of(compat).get(key(vector));
        if (deviation != null) {
            return latin(deviation);
        }
        String reply = vector.hasBytes("reply") ? latin(vector.bytes("reply")) : "";
        return latin(compat ? placed(reply, server) : meant(vector, placed(reply, server)));
    }

    private static String placed(String reply, FifoServer server) {
        return reply.replace("/tmp/kam/run/fifo.s", server.folder().resolve("s").toString())
                .replace("/tmp/kam/run\n", Path.of("").toAbsolutePath() + "\n");
    }

    private static String meant(GoldenVector vector, String reply) {
        boolean datagram = vector.text("transport").matches("fifo-(udp|unixd)");
        return switch (last(vector)) {
            case "pipelined-extra-newline" -> reply.replaceFirst("\n200 OK\n200 OK\n", "\n200 OK\n");
            case "pipelined-params-bleed" -> "200 OK\n" + (datagram ? "" : "200 OK\nkamailio 5.6.3 (x86_64/linux) \n");
            // both lines, once each
            case "max-65535" -> "200 OK\n-\n" + reply.substring("200 OK\n".length(), reply.length() / 2 + 4);
            default -> reply;
        };
    }

    /// Whether only the beginning is told.
    static boolean isBeginning(byte[] expected) {
        return expected.length > 0 && expected[expected.length - 1] == '*';
    }

    /// The status, then for each line the names of its members in the order they were put in.
    static List<String> shape(byte[] answer, boolean backwards) {
        List<String> shape = new ArrayList<>();
        for (String line : latin(answer).split("\n")) {
            boolean struct = Stream.of(line.split(",")).allMatch(member -> member.matches("[^: ]+:.*"));
            List<String> names = struct
                    ? Arrays.stream(line.split(","))
                            .map(member -> member.substring(0, member.indexOf(':')))
                            .toList()
                    : List.of(shape.isEmpty() ? line : "text");
            List<String> inOrder = new ArrayList<>(names);
            if (backwards && struct) {
                Collections.reverse(inOrder);
            }
            String text = String.join(",", inOrder.stream().distinct().toList());
            if (!shape.contains(text)) {
                shape.add(text);
            }
        }
        return shape;
    }
}

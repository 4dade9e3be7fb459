package org.wirechief.it.vectors;

import java.util.List;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;

/// All BINRPC vectors, and what becomes of each.
final class Vectors {
    private static final List<String> FILES = List.of(
            "autoconv",
            "basic",
            "big",
            "faults",
            "limits",
            "malformed",
            "rich",
            "small",
            "stream",
            "structparams",
            "types");

    private Vectors() {}

    static List<GoldenVector> all() {
        return FILES.stream()
                .flatMap(file -> GoldenVectors.read("ctl/binrpc_" + file).stream())
                .toList();
    }

    /// Those that are sent to a server.
    static List<GoldenVector> played() {
        return all().stream()
                .filter(vector -> !NotServed.covers(vector.text("method")))
                .toList();
    }

    /// Those of them that go over a stream.
    static List<GoldenVector> overStreams() {
        return played().stream().filter(Carrier::isStream).toList();
    }

    /// Those of them that go in datagrams.
    static List<GoldenVector> overDatagrams() {
        return played().stream().filter(vector -> !Carrier.isStream(vector)).toList();
    }

    /// Whether only the shape of the answer can be the same; a fault is the same in every server.
    static boolean isShapeOnly(GoldenVector vector) {
        return ShapeOnly.COMMANDS.containsKey(vector.text("method"))
                && !Shape.of(vector.bytes("reply")).startsWith("fault");
    }
}

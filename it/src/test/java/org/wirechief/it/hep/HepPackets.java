package org.wirechief.it.hep;

import java.util.List;
import java.util.stream.Stream;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;

/// The packets OpenSIPS sent when it traced its management plane.
final class HepPackets {
    private HepPackets() {}

    /// All of them; versions 1 and 2 go over datagrams only.
    static List<byte[]> all() {
        return Stream.of("mi-json/hep", "mi-text/hep24")
                .flatMap(file -> GoldenVectors.read(file).stream())
                .filter(vector -> vector.has("decoded"))
                .map(HepPackets::bytes)
                .toList();
    }

    static List<byte[]> version3() {
        return all().stream().filter(packet -> packet[0] == 'H').toList();
    }

    private static byte[] bytes(GoldenVector vector) {
        return vector.hasBytes("hep") ? vector.bytes("hep") : vector.bytes("reply");
    }
}

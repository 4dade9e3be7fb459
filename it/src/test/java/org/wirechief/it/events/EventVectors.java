package org.wirechief.it.events;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;

/// The events that were captured from one age.
final class EventVectors {
    private EventVectors() {}

    static List<byte[]> datagrams(FakeOpenSips.Age age) {
        String file = switch (age) {
            case TEXT -> "mi-text/events24";
            case JSON -> "mi-json/events";
        };
        return GoldenVectors.read(file).stream()
                .map((GoldenVector vector) -> vector.bytes("reply"))
                .toList();
    }

    /// The name in a captured datagram.
    static String name(FakeOpenSips.Age age, byte[] datagram) {
        String text = new String(datagram, StandardCharsets.ISO_8859_1);
        return switch (age) {
            case TEXT -> text.substring(0, text.indexOf('\n'));
            case JSON -> text.replaceAll("(?s).*\"method\":\"(\\w+)\".*", "$1");
        };
    }

    static List<String> names(FakeOpenSips.Age age) {
        return List.copyOf(new TreeSet<>(
                datagrams(age).stream().map(datagram -> name(age, datagram)).toList()));
    }
}

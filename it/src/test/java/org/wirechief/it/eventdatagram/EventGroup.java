package org.wirechief.it.eventdatagram;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;

/// The captured vectors about events, by the way they are played here. A vector that is in no group
/// makes [EventVectorsDocumentedIT] fail.
enum EventGroup {
    /// Raised by a request, whose bytes are known.
    RAISED(""),
    /// Raised by SIP traffic or the original's own doings.
    READ(""),
    /// About the longest event.
    LONG("event-size/.+|ev\\.size_.+"),
    /// About a receiver that does not read.
    UNREAD("event/unix-queue-full"),
    /// About the end of subscriptions.
    TIMED("event/expiry-.+|ev\\.expire_.+"),
    RESUBSCRIBED("subscribers_list/resubscribe"),
    CROWDED("subscribers_list/.+"),
    PUBLISHED("events_list/.+|publish/.+"),
    /// Subscriptions of a script; programs make them here.
    SCRIPTED("script-subscribe/.+"),
    NOT_PLAYED("");

    private final Pattern names;

    /// @param names of its vectors; empty where something else decides
    EventGroup(String names) {
        this.names = Pattern.compile(names);
    }

    /// Where a vector belongs, the first group that knows its name.
    static Optional<EventGroup> of(GoldenVector vector) {
        String name = vector.name();
        if (EventExpected.NOT_PLAYED.contains(name)) {
            return Optional.of(NOT_PLAYED);
        }
        Optional<EventGroup> named = Stream.of(values())
                .filter(group -> group.names.matcher(name).matches())
                .findFirst();
        if (named.isPresent() || !name.matches("event/.+|ev\\..+")) {
            return named;
        }
        return Optional.of(isRaised(request(vector)) ? RAISED : READ);
    }

    private static boolean isRaised(String request) {
        return request.startsWith(":probe_raise:\n") || request.contains("\"raise_event\"");
    }

    static String request(GoldenVector vector) {
        return vector.hasBytes("request") ? new String(vector.bytes("request"), ISO_8859_1) : "";
    }

    static String reply(GoldenVector vector) {
        return new String(vector.bytes("reply"), ISO_8859_1);
    }

    /// All of OpenSIPS 2.4.
    static Stream<GoldenVector> texts() {
        return Stream.of(
                        GoldenVectors.read("mi-text/events24").stream(),
                        GoldenVectors.read("mi-text/events24_extra").stream(),
                        GoldenVectors.read("mi-text/mi24_extra").stream()
                                .filter(vector -> vector.name().startsWith("script-subscribe/")))
                .flatMap(vectors -> vectors);
    }

    /// All of OpenSIPS 3.6.
    static Stream<GoldenVector> notifications() {
        return Stream.of("mi-json/events", "mi-json/events_extra").flatMap(file -> GoldenVectors.read(file).stream());
    }

    /// Those of the group, in the order they were captured in.
    List<GoldenVector> ofText() {
        return in(texts());
    }

    /// Those of the group, in the order they were captured in.
    List<GoldenVector> ofJson() {
        return in(notifications());
    }

    private List<GoldenVector> in(Stream<GoldenVector> vectors) {
        return vectors.filter(vector -> of(vector).filter(this::equals).isPresent())
                .toList();
    }
}

package org.wirechief.client.event;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// What `subscribers_list` says of a socket.
///
/// @param undelivered events that were dropped or failed on their way to it, which only this
///     server tells; 0 or more
record ListedSubscriber(long undelivered) {
    private static final Pattern LOST = Pattern.compile("\\b(?:dropped|failed)=(\\d{1,18})\\b");

    /// Looks for the socket wherever a dialect or an age puts it.
    ///
    /// @return null when it is not there, or has expired
    static @Nullable ListedSubscriber find(Value value, String socket) {
        return switch (value) {
            case Value.Text(Octets text) -> ofText(text.toString(), socket);
            case Value.Arr(List<Value> elements) ->
                elements.stream()
                        .map(element -> find(element, socket))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
            case Value.Struct(List<Value.Member> members) -> ofMembers(members, socket);
            case Value.Nil _, Value.Bool _, Value.Int _, Value.Real _, Value.Blob _ -> null;
        };
    }

    /// Attributes of a node in text that can be read in two ways stay one text.
    private static @Nullable ListedSubscriber ofText(String text, String socket) {
        if (text.equals(socket)) {
            return new ListedSubscriber(0);
        }
        int at = text.indexOf("socket=" + socket + " ");
        if (at < 0) {
            return null;
        }
        Matcher lost = LOST.matcher(text).region(at, text.length());
        return new ListedSubscriber(
                lost.results().mapToLong(one -> Long.parseLong(one.group(1))).sum());
    }

    private static @Nullable ListedSubscriber ofMembers(List<Value.Member> members, String socket) {
        if (members.contains(new Value.Member("ttl", Value.of("expired")))) {
            return null;
        }
        ListedSubscriber found = members.stream()
                .map(member -> find(member.value(), socket))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        boolean isItsOwn = members.contains(new Value.Member("socket", Value.of(socket)));
        return isItsOwn ? new ListedSubscriber(count(members, "dropped") + count(members, "failed")) : found;
    }

    private static long count(List<Value.Member> members, String name) {
        return members.stream()
                .filter(member -> member.name().equals(Octets.of(name)))
                .mapToLong(member -> number(member.value()))
                .sum();
    }

    /// Numbers are texts where a node speaks text.
    private static long number(Value value) {
        return switch (value) {
            case Value.Int(long number) -> Math.max(0, number);
            case Value.Text(Octets text) when text.toString().matches("\\d{1,18}") -> Long.parseLong(text.toString());
            case Value.Text _, Value.Nil _, Value.Bool _, Value.Real _, Value.Blob _, Value.Arr _, Value.Struct _ -> 0;
        };
    }
}

package org.wirechief.it.mijson;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What of an answer does not depend on who answers: the types of its values and the names of its
/// members, numbers in them aside. What repeats counts once, so lists of any length are alike;
/// order does not count.
final class JsonShape {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonShape() {}

    static String of(byte[] json) {
        return of(JSON.readTree(json));
    }

    /// Of the first element of the result.
    static String ofFirst(byte[] json) {
        JsonNode first = JSON.readTree(json).path("result").path(0);
        if (!first.isObject()) {
            throw new AssertionError("no list of objects: " + new String(json, StandardCharsets.UTF_8));
        }
        return of(first);
    }

    /// As [#of(byte[])], with `*` for every name of the result's members.
    static String withoutNames(byte[] json) {
        String result = JSON.readTree(json).path("result").toString().replaceAll("\"[^\"]*\":", "\"*\":");
        return of(JSON.readTree(result.getBytes(StandardCharsets.UTF_8)));
    }

    private static String of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT ->
                "{"
                        + distinct(node.properties().stream()
                                .map(member -> member.getKey().replaceAll("\\d+", "#") + ":" + of(member.getValue())))
                        + "}";
            case ARRAY -> "[" + distinct(node.valueStream().map(JsonShape::of)) + "]";
            case STRING, NUMBER, BOOLEAN, NULL -> node.getNodeType().toString().toLowerCase(Locale.ROOT);
            case BINARY, MISSING, POJO -> throw new AssertionError("no JSON is read as " + node);
        };
    }

    private static String distinct(Stream<String> shapes) {
        return shapes.distinct().sorted().collect(Collectors.joining(", "));
    }
}

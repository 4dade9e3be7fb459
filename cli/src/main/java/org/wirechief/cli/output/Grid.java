package org.wirechief.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// An answer as rows and columns.
///
/// A struct is a row, its members are the columns; a single value is a row with the column `value`.
/// An answer that is one list only, or one struct whose members are structs of one name
/// (`core.sockets_list`), is its elements.
///
/// @param columns every name there is, in the order they first come
/// @param rows a cell for each column, null where the row has none
record Grid(List<Octets> columns, List<List<@Nullable Value>> rows) {
    private static final Octets VALUE = Octets.of("value");

    static Grid of(List<Value> answer) {
        List<Map<Octets, Value>> structs = elements(answer).stream()
                .map(value -> value instanceof Value.Struct(List<Value.Member> members)
                        ? Grouped.of(members)
                        : Map.of(VALUE, value))
                .toList();
        Map<Octets, Integer> places = new LinkedHashMap<>();
        structs.forEach(struct -> struct.keySet().forEach(name -> places.putIfAbsent(name, places.size())));
        List<List<@Nullable Value>> rows = new ArrayList<>();
        for (Map<Octets, Value> struct : structs) {
            List<@Nullable Value> row = new ArrayList<>();
            places.keySet().forEach(name -> row.add(struct.get(name)));
            rows.add(row);
        }
        return new Grid(List.copyOf(places.keySet()), rows);
    }

    private static List<Value> elements(List<Value> answer) {
        if (answer.size() != 1) {
            return answer;
        }
        return switch (answer.getFirst()) {
            case Value.Arr(List<Value> elements) -> elements;
            case Value.Struct(List<Value.Member> members)
            when isListOfStructs(members) ->
                members.stream().map(Value.Member::value).toList();
            case Value.Nil _, Value.Bool _, Value.Int _, Value.Real _, Value.Text _, Value.Blob _, Value.Struct _ ->
                answer;
        };
    }

    private static boolean isListOfStructs(List<Value.Member> members) {
        return !members.isEmpty()
                && IntStream.range(0, members.size())
                        .allMatch(i -> members.get(i).value() instanceof Value.Struct
                                && members.get(i)
                                        .name()
                                        .equals(members.getFirst().name()));
    }
}

package org.wirechief.wire.jsonrpc;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Args;
import org.wirechief.core.Octets;
import org.wirechief.core.Param;
import org.wirechief.core.RecipeChoice;
import org.wirechief.core.Value;
import org.wirechief.wire.json.JsonKind;
import org.wirechief.wire.json.JsonValue;

/// The arguments of a request in the order of the recipe it chose. The elements of a repeated
/// parameter's array are arguments of their own.
///
/// Numbers and text convert into each other as the reference server does it (spec mi-json §4), so
/// that strict and converting reads are the same here. A read that fails consumes nothing.
final class JsonRpcArgs implements Args {
    private final List<Param> params;
    private final List<JsonValue> given;
    private final List<Integer> order;
    private final List<JsonValue> items;
    /// How many arguments come before those of the repeated parameter.
    private final int single;

    private int next;

    JsonRpcArgs(RecipeChoice.Chosen choice, List<JsonValue> given) {
        this.params = choice.recipe().params();
        this.given = given;
        this.order = choice.order();
        boolean repeated = !params.isEmpty() && params.getLast().presence().isRepeated();
        this.single = repeated ? params.size() - 1 : params.size();
        this.items =
                repeated && value(single).is(JsonKind.ARRAY) ? value(single).elements() : List.of();
    }

    private JsonValue value(int parameter) {
        return given.get(order.get(parameter));
    }

    private int count() {
        return single + items.size();
    }

    /// An array that is missing or empty is there too, so that reading it tells what is wrong.
    @Override
    public boolean hasNext() {
        return next < Math.max(count(), params.size());
    }

    @Override
    public long integer() {
        JsonValue value = peek();
        return switch (value.kind()) {
            case NUMBER -> consumed(value.integer());
            case STRING -> consumed(parsed(value));
            case NULL, TRUE, FALSE, ARRAY, OBJECT -> throw badType().aboutArgument();
        };
    }

    private long parsed(JsonValue value) {
        String digits = value.text().toString();
        if (!digits.chars()
                .skip(digits.startsWith("-") || digits.startsWith("+") ? 1 : 0)
                .allMatch(JsonRpcArgs::isDigit)) {
            throw badType().aboutArgument();
        }
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw badType().aboutArgument();
        }
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    @Override
    public double real() {
        JsonValue value = peek();
        return switch (value.kind()) {
            case NUMBER -> consumed(value.real());
            case STRING -> consumed(decimal(value));
            case NULL, TRUE, FALSE, ARRAY, OBJECT -> throw badType().aboutArgument();
        };
    }

    private double decimal(JsonValue value) {
        String digits = value.text().toString();
        if (!digits.chars().allMatch(c -> isDigit(c) || "+-.eE".indexOf(c) >= 0)) {
            throw badType().aboutArgument();
        }
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            throw badType().aboutArgument();
        }
    }

    @Override
    public Octets octets() {
        JsonValue value = peek();
        return switch (value.kind()) {
            case STRING -> consumed(value.text());
            case NUMBER -> consumed(Octets.of(Long.toString(value.integer())));
            case NULL, TRUE, FALSE, ARRAY, OBJECT -> throw badType().aboutArgument();
        };
    }

    /// Nesting deeper than [JsonValue#MAX_DEPTH] is a bad type.
    @Override
    public Value value() {
        Value value = peek().value();
        if (value == null) {
            throw badType().aboutArgument();
        }
        return consumed(value);
    }

    @Override
    public @Nullable Octets json() {
        if (next < single) {
            return value(next).written();
        }
        return next < count() ? items.get(next - single).written() : null;
    }

    @Override
    public Args converting() {
        return this;
    }

    @Override
    public Args at(int index) {
        Objects.checkIndex(index, Integer.MAX_VALUE);
        if (index > count()) {
            throw absent().aboutArgument();
        }
        next = index;
        return this;
    }

    private JsonValue peek() {
        if (next < single) {
            return value(next);
        }
        if (next < count()) {
            return items.get(next - single);
        }
        if (next >= params.size()) {
            throw absent().aboutArgument();
        }
        String name = params.get(next).name();
        boolean empty = value(next).is(JsonKind.ARRAY);
        throw JsonRpcError.invalidParams(
                        empty ? "Empty array in parameter '" + name + "'" : "Bad type for parameter '" + name + "'")
                .aboutArgument();
    }

    private static JsonRpcError absent() {
        return JsonRpcError.serverError("Failed to handle parameter");
    }

    private JsonRpcError badType() {
        boolean item = next >= single;
        String name = params.get(item ? single : next).name();
        return JsonRpcError.invalidParams(
                item ? "Bad type for array item in parameter '" + name + "'" : "Bad type for parameter '" + name + "'");
    }

    private <T> T consumed(T value) {
        next++;
        return value;
    }
}

package org.wirechief.wire.jsonrpc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Execution;
import org.wirechief.core.MiLookup;
import org.wirechief.core.Octets;
import org.wirechief.core.Origin;
import org.wirechief.core.RecipeChoice;
import org.wirechief.core.Recipes;
import org.wirechief.wire.json.JsonKind;
import org.wirechief.wire.json.JsonValue;

/// One request as it came (spec mi-json §3). Valid as long as the text it was read from.
///
/// @param id what its answer carries; null when there is none
/// @param name the method's name as the caller spelled it; empty when there is none
/// @param method what it means; null when the request is invalid
/// @param params null for none
/// @param wrong what is wrong with an invalid request; empty when it is plain
record JsonRpcRequest(
        @Nullable JsonValue id,
        Octets name,
        @Nullable MiLookup method,
        @Nullable JsonValue params,
        String wrong) {
    private static final String VERSION = "2.0";
    private static final Octets NAMELESS = Octets.of("");

    /// One that cannot be answered with an id.
    static JsonRpcRequest invalid(String wrong) {
        return new JsonRpcRequest(null, NAMELESS, null, null, wrong);
    }

    /// Reads any value; most are invalid requests.
    static JsonRpcRequest of(JsonValue value, JsonRpcEngine engine) {
        JsonValue id = value.member("id");
        if (id != null && isTooDeep(id)) {
            return invalid("the id nests deeper than " + JsonValue.MAX_DEPTH + " levels");
        }
        JsonValue version = value.member("jsonrpc");
        Octets name = text(value.member("method"));
        JsonValue params = value.member("params");
        if (version != null && version.matches(VERSION) && name != null && isList(params)) {
            return new JsonRpcRequest(id, name, engine.find(name), params, "");
        }
        return new JsonRpcRequest(id, name == null ? NAMELESS : name, null, null, "");
    }

    boolean isWanted(JsonRpcOutline.Wanted wanted) {
        return wanted.wants(name, command());
    }

    private @Nullable CommandSpec command() {
        return method instanceof MiLookup.Found(CommandSpec spec) ? spec : null;
    }

    /// What a tracer is told.
    ///
    /// @param most how many parameters
    /// @param room after how many bytes of them no further one is needed
    JsonRpcOutline outline(int most, int room) {
        List<@Nullable Octets> texts = new ArrayList<>();
        List<JsonValue> given = params == null ? List.of() : params.elements();
        int bytes = 0;
        for (int i = 0; i < given.size() && i < most && bytes <= room; i++) {
            Octets text = told(given.get(i));
            texts.add(text);
            bytes += text == null ? 0 : text.length() + 1;
        }
        return new JsonRpcOutline(name, command(), texts);
    }

    private static @Nullable Octets told(JsonValue value) {
        return switch (value.kind()) {
            case STRING -> value.text();
            case NUMBER -> Octets.of(Long.toString(value.integer()));
            case NULL, TRUE, FALSE, ARRAY, OBJECT -> null;
        };
    }

    /// Null for what is no string.
    private static @Nullable Octets text(@Nullable JsonValue value) {
        return value != null && value.is(JsonKind.STRING) ? value.text() : null;
    }

    private static boolean isList(@Nullable JsonValue params) {
        return params == null || params.is(JsonKind.ARRAY) || params.is(JsonKind.OBJECT);
    }

    /// Whether it could not be sent back.
    private static boolean isTooDeep(JsonValue id) {
        return (id.is(JsonKind.ARRAY) || id.is(JsonKind.OBJECT)) && id.value() == null;
    }

    /// Whether it is someone's answer and no request: two servers must not answer each other for
    /// ever.
    static boolean isReply(JsonValue value) {
        return value.member("method") == null && (value.member("result") != null || value.member("error") != null);
    }

    /// Whether nobody waits for an answer. An invalid request is answered all the same.
    boolean isNotification() {
        return id == null && method != null;
    }

    /// Its command, if that is one that may wait; else null.
    @Nullable
    CommandSpec waits() {
        return method instanceof MiLookup.Found(CommandSpec spec) && spec.execution() == Execution.BLOCKING
                ? spec
                : null;
    }

    /// Runs its command, or says why it cannot (spec mi-json §3, rule 5).
    void run(Origin origin, JsonRpcEngine engine, JsonRpcReply reply) {
        switch (method) {
            case null -> reply.fault(JsonRpcError.invalidRequest(wrong));
            case MiLookup.Unknown() -> reply.fault(JsonRpcError.METHOD_NOT_FOUND);
            case MiLookup.Ambiguous several -> reply.fault(JsonRpcError.ambiguous(several.data()));
            case MiLookup.Found(CommandSpec spec) -> run(spec, origin, engine, reply);
        }
    }

    private void run(CommandSpec spec, Origin origin, JsonRpcEngine engine, JsonRpcReply reply) {
        List<JsonValue> values = params == null ? List.of() : params.elements();
        switch (choose(spec.recipes(), values.size())) {
            case RecipeChoice.Chosen chosen -> {
                JsonRpcArgs args = new JsonRpcArgs(chosen, values);
                engine.run(spec, new JsonRpcInvocation(name, args, origin, engine.naming()), reply);
            }
            case RecipeChoice.WrongCount() -> reply.fault(JsonRpcError.invalidParams("Too few or too many parameters"));
            case RecipeChoice.Ambiguous() ->
                reply.fault(JsonRpcError.invalidParams("Ambiguous call, use named parameters instead"));
            case RecipeChoice.WrongNames() -> reply.fault(JsonRpcError.invalidParams("Named parameters do not match"));
            case RecipeChoice.NamesNeeded() ->
                reply.fault(JsonRpcError.invalidParams("Command only supports named parameters"));
        }
    }

    private RecipeChoice choose(Recipes recipes, int count) {
        return params == null || params.is(JsonKind.ARRAY) ? recipes.byCount(count) : recipes.byNames(params.names());
    }
}

package org.wirechief.it.mijson;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirechief.testkit.GoldenVector;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A request that opensips-cli sent, and what it got.
///
/// @param vector the run it belongs to
/// @param carrier `fifo` or `udp4`
/// @param request as it was sent
/// @param reply as it came, null where that was not seen
/// @param result what the client printed of it, null where that is not known
/// @param error the same
record CliExchange(
        String vector,
        String carrier,
        JsonNode request,
        @Nullable String reply,
        @Nullable String result,
        @Nullable String error) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// There are other statistics of these groups.
    private static final Set<String> OTHER_STATISTICS =
            Set.of("cli.pymi.stats", "cli.diagnose.memory", "cli.diagnose.dns");

    static List<CliExchange> ofAll() {
        return MiJsonVectors.of("opensips_cli").stream()
                .flatMap(vector -> of(vector).stream())
                .toList();
    }

    private static List<CliExchange> of(GoldenVector vector) {
        return vector.json()
                .path("exchanges")
                .valueStream()
                .map(exchange -> new CliExchange(
                        vector.name(),
                        vector.text("carrier"),
                        JSON.readTree(exchange.path("request").asString()),
                        text(exchange, "reply"),
                        text(exchange, "result"),
                        text(exchange, "error")))
                .toList();
    }

    private static @Nullable String text(JsonNode exchange, String field) {
        return exchange.hasNonNull(field) ? exchange.path(field).asString() : null;
    }

    String method() {
        return request.path("method").asString();
    }

    String id() {
        return request.path("id").asString();
    }

    /// As the client writes it, with a blank behind colons and commas.
    String json() {
        return request.toString().replace("\":", "\": ").replace(",\"", ", \"");
    }

    boolean isServed() {
        return !MiJsonDeviations.NOT_SERVED.contains(method());
    }

    /// What is answered instead, without the id; null when that is as it was.
    @Nullable
    String otherwise() {
        if (!isServed()) {
            return "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32601,\"message\":\"Method not found\"}";
        }
        boolean overTcp =
                method().equals("event_subscribe") && request.toString().contains("\"tcp:");
        return overTcp ? "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":400,\"message\":\"Bad parameter value\"}" : null;
    }

    boolean hasOtherNames() {
        return OTHER_STATISTICS.contains(vector);
    }

    boolean isOtherwise() {
        return otherwise() != null || hasOtherNames();
    }
}

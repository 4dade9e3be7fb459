package org.wirechief.it.mijson;

import java.util.List;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;
import tools.jackson.databind.json.JsonMapper;

/// The vectors of MI JSON-RPC over datagrams.
final class MiJsonVectors {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private MiJsonVectors() {}

    static List<GoldenVector> of(String file) {
        return GoldenVectors.read("mi-json/" + file);
    }

    /// Its name without the carrier's, `id_true`, `cmd.uptime`.
    static String subject(GoldenVector vector) {
        return vector.name().substring(vector.name().indexOf('.') + 1);
    }

    /// The method it calls; empty when it is no request.
    static String method(GoldenVector vector) {
        return JSON.readTree(vector.bytes("request")).path("method").asString("");
    }
}

package org.wirechief.it.mijson;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;

/// The vectors of MI JSON-RPC.
final class MiJsonVectors {
    private static final Pattern METHOD = Pattern.compile("\"method\"\\s*:\\s*\"([^\"]*)\"");

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
        Matcher method = METHOD.matcher(new String(vector.bytes("request"), StandardCharsets.UTF_8));
        return method.find() ? method.group(1) : "";
    }
}

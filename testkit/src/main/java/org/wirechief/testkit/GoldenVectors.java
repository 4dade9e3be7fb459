package org.wirechief.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Reads files of golden vectors, one JSON object a line, from this module's resources below
/// `/vectors`. What the files hold stands in the `README.md` beside them.
///
/// ```java
/// for (GoldenVector vector : GoldenVectors.read("ctl/binrpc_basic")) {
///     byte[] reply = answer(vector.bytes("request"));
///     assertThat(reply).as(vector.name()).isEqualTo(vector.bytes("reply"));
/// }
/// ```
public final class GoldenVectors {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private GoldenVectors() {}

    /// The vectors of a file, in its order.
    ///
    /// @param file folder and name without `.jsonl`
    /// @throws IllegalArgumentException when there is no such file
    public static List<GoldenVector> read(String file) {
        String path = "/vectors/" + file + ".jsonl";
        try (InputStream in = GoldenVectors.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("no vectors at " + path);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines()
                    .map(line -> new GoldenVector(JSON.readTree(line)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

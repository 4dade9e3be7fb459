package org.wirechief.endpoint.hep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parameters of `proto_hep`, each valid by itself.
///
/// @param destinations in the order of the configuration, each name once
/// @param caFile whose certificates collectors may have; null for those the platform trusts
/// @param bufferBytes of copies that may wait for one collector
record HepParameters(
        List<HepId> destinations,
        HepContent content,
        @Nullable Path caFile,
        int bufferBytes) {

    static final HepParameters INITIAL = new HepParameters(List.of(), HepContent.INITIAL, null, 1024 * 1024);

    HepParameters {
        destinations = List.copyOf(destinations);
    }

    HepParameters sendingAlso(HepId id) {
        List<HepId> all = new ArrayList<>(destinations);
        all.add(id);
        return new HepParameters(all, content, caFile, bufferBytes);
    }

    HepParameters with(HepContent changed) {
        return new HepParameters(destinations, changed, caFile, bufferBytes);
    }

    HepParameters withCaFile(Path file) {
        return new HepParameters(destinations, content, file, bufferBytes);
    }

    HepParameters withBuffer(int bytes) {
        return new HepParameters(destinations, content, caFile, bytes);
    }
}

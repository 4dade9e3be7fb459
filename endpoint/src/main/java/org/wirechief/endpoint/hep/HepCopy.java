package org.wirechief.endpoint.hep;

import org.wirechief.wire.hep.HepCorrelation;
import org.wirechief.wire.hep.HepFlow;
import org.wirechief.wire.hep.HepPayload;
import org.wirechief.wire.hep.HepTime;

/// A request or a reply on its way to a collector.
record HepCopy(HepFlow flow, HepTime time, HepCorrelation correlation, HepPayload payload) {
    /// What a packet and its place in the queue take beside the payload.
    private static final int REST = 300;

    /// About how many bytes it takes while it waits.
    int size() {
        return REST
                + payload.parts().stream()
                        .mapToInt(part -> part.text().length())
                        .sum();
    }
}

package org.wirechief.it.mi;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.wirechief.endpoint.midatagram.MiDatagram;
import org.wirechief.it.live.MiServer;
import org.wirechief.it.standin.Probes;
import org.wirechief.server.WirechiefBuilder;

/// Servers that have the [Probes].
final class Probed {
    private Probed() {}

    static MiServer start(String carrier, UnaryOperator<MiDatagram> parameters) throws IOException {
        return start(carrier, UnaryOperator.identity(), parameters);
    }

    static MiServer start(String carrier, UnaryOperator<WirechiefBuilder> program, UnaryOperator<MiDatagram> parameters)
            throws IOException {
        return MiServer.start(carrier, builder -> program.apply(builder.commands(Probes.commands())), parameters);
    }
}

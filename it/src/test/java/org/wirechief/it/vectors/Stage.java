package org.wirechief.it.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.standin.StandIns;
import org.wirechief.server.WirechiefBuilder;
import org.wirechief.testkit.GoldenVector;

/// A live server in the state that a vector presumes, with a door for its transport.
final class Stage {
    private static final Map<String, GoldenVector> ALL =
            Vectors.all().stream().collect(Collectors.toMap(GoldenVector::name, Function.identity()));

    private Stage() {}

    static LiveServer of(GoldenVector vector) throws IOException {
        StandIns world = new StandIns();
        Presumed.state(vector, world);
        UnaryOperator<WirechiefBuilder> program =
                builder -> world.addTo(builder).commands(Presumed.moreCommands(vector));
        UnaryOperator<Ctl> parameters = Presumed.parameters(vector);
        LiveServer server = Carrier.isStream(vector)
                ? LiveServer.start(program, parameters)
                : LiveServer.onEveryCarrier(program, parameters);
        // Not every vector that was captured was kept.
        for (String earlier : Presumed.earlier(vector)) {
            if (ALL.containsKey(earlier)) {
                play(ALL.get(earlier), server);
            }
        }
        return server;
    }

    private static void play(GoldenVector earlier, LiveServer server) throws IOException {
        try (RawStream stream = server.connect("unixs")) {
            stream.send(earlier.bytes("request"));
            byte[] reply = earlier.bytes("reply");
            assertThat(stream.receiveAsLongAs(reply)).as(earlier.name()).isEqualTo(reply);
        }
    }
}

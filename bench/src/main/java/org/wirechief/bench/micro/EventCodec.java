package org.wirechief.bench.micro;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.wirechief.core.event.Event;
import org.wirechief.core.event.EventParameter;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.event.EventDialect;

/// An event with two parameters, as subscribers get it.
@State(Scope.Thread)
public class EventCodec {
    private final Event event =
            new Event("E_PIKE_BLOCKED", new EventParameter("ip", "192.168.2.11"), new EventParameter("port", 5060));
    private final ReplyBuffer out = new ReplyBuffer();

    @Benchmark
    public int text() {
        return written(EventDialect.TEXT);
    }

    @Benchmark
    public int json() {
        return written(EventDialect.JSON);
    }

    private int written(EventDialect dialect) {
        out.clear();
        dialect.write(out, event);
        return out.size();
    }
}

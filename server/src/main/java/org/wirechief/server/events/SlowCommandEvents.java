package org.wirechief.server.events;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.Middleware;
import org.wirechief.core.Origin;
import org.wirechief.core.Reply;
import org.wirechief.core.event.EventParameter;
import org.wirechief.core.event.EventSource;

/// Raises `E_CORE_THRESHOLD` for each command that takes longer than it may, whoever called it and
/// whether it may wait or not. A request is what a SIP message is to the original, so the source is
/// `msg processing`; the rest tells which command it was and who called.
///
/// @param micros microseconds a command may take
public record SlowCommandEvents(EventSource source, long micros) implements Middleware {
    private static final Logger LOG = System.getLogger(SlowCommandEvents.class.getName());
    private static final long NANOS_A_MICRO = 1000;

    @Override
    public void around(CommandSpec spec, Call call, Reply reply, Next next) {
        long begin = System.nanoTime();
        next.proceed(spec, call, reply);
        long took = (System.nanoTime() - begin) / NANOS_A_MICRO;
        if (took > micros && source.hasSubscribers()) {
            raise(spec, call.origin(), took);
        }
    }

    private void raise(CommandSpec spec, Origin origin, long took) {
        String extra = spec.name() + " from " + origin.module() + " " + origin.transport() + " " + origin.peer();
        try {
            source.raise(
                    new EventParameter("source", "msg processing"),
                    new EventParameter("time", took),
                    new EventParameter("extra", extra));
        } catch (Fault e) {
            LOG.log(Level.WARNING, "E_CORE_THRESHOLD does not reach everybody: {0}", e.reason());
        }
    }
}

package org.wirechief.server.events;

import static org.wirechief.core.ParamType.INTEGER;
import static org.wirechief.core.ParamType.TEXT;

import org.wirechief.core.event.EventType;

/// What the server's own events are called and tell, in OpenSIPS' names and order (spec mi-text
/// §10, mi-json §12).
public final class CoreEvents {
    /// Published first, as in OpenSIPS.
    public static final EventType THRESHOLD = EventType.named("E_CORE_THRESHOLD")
            .summary("A command took longer than exec_msg_threshold.")
            .param("source", TEXT)
            .param("time", INTEGER)
            .param("extra", TEXT);

    /// Published behind it.
    public static final EventType SHM_THRESHOLD = EventType.named("E_CORE_SHM_THRESHOLD")
            .summary("More of the memory is used than event_shm_threshold says, or no longer.")
            .param("usage", INTEGER)
            .param("threshold", INTEGER)
            .param("used", INTEGER)
            .param("size", INTEGER);

    /// Published last.
    public static final EventType LOG = EventType.named("E_CORE_LOG")
            .summary("A line was logged.")
            .param("time", TEXT)
            .param("pid", INTEGER)
            .param("level", TEXT)
            .param("module", TEXT)
            .param("function", TEXT)
            .param("message", TEXT);

    private CoreEvents() {}
}

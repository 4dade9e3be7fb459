package org.wirechief.endpoint;

import java.util.List;
import org.wirechief.core.ChangingGroup;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Setting;
import org.wirechief.core.Statistic;
import org.wirechief.core.event.EventType;

/// What an endpoint hands its server to publish.
///
/// @param changing statistics that come and go
public record Exports(
        List<CommandSpec> commands,
        List<Statistic> statistics,
        List<Setting> settings,
        List<EventType> events,
        List<ChangingGroup> changing) {
    public Exports {
        commands = List.copyOf(commands);
        statistics = List.copyOf(statistics);
        settings = List.copyOf(settings);
        events = List.copyOf(events);
        changing = List.copyOf(changing);
    }

    /// Of a module whose statistics stay.
    public Exports(
            List<CommandSpec> commands, List<Statistic> statistics, List<Setting> settings, List<EventType> events) {
        this(commands, statistics, settings, events, List.of());
    }

    /// Of a module that raises no events.
    public Exports(List<CommandSpec> commands, List<Statistic> statistics, List<Setting> settings) {
        this(commands, statistics, settings, List.of());
    }
}

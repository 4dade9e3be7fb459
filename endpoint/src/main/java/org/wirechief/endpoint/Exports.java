package org.wirechief.endpoint;

import java.util.List;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Setting;
import org.wirechief.core.Statistic;

/// What an endpoint hands its server to publish.
public record Exports(List<CommandSpec> commands, List<Statistic> statistics, List<Setting> settings) {
    public Exports {
        commands = List.copyOf(commands);
        statistics = List.copyOf(statistics);
        settings = List.copyOf(settings);
    }
}

package org.wirechief.server;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.wirechief.core.Setting;
import org.wirechief.core.Value;
import org.wirechief.endpoint.Parameter;

/// The server's own settings that can be changed while it runs, group `server`.
final class ServerSettings {
    private final AtomicReference<ServerParameters> parameters;
    private final IntConsumer logLevel;

    /// @param logLevel puts a level into effect; the log is the embedding program's affair
    ServerSettings(AtomicReference<ServerParameters> parameters, IntConsumer logLevel) {
        this.parameters = parameters;
        this.logLevel = logLevel;
    }

    List<Setting> all() {
        return List.of(
                setting("log_level", p -> Value.of(p.logLevel()), p -> logLevel.accept(p.logLevel())),
                setting("shutdown_timeout", p -> Value.of(p.shutdownTimeout().toSeconds()), _ -> {}));
    }

    private Setting setting(String name, Function<ServerParameters, Value> current, Consumer<ServerParameters> effect) {
        Parameter<ServerParameters> parameter = ServerParameters.MODULE.parameters().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new Setting(
                "server",
                name,
                Setting.Type.INTEGER,
                parameter.summary(),
                () -> current.apply(parameters.get()),
                value -> effect.accept(parameters.updateAndGet(p -> parameter.apply(p, "server", value))));
    }
}

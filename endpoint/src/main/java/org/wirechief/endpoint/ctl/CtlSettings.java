package org.wirechief.endpoint.ctl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.wirechief.core.Setting;
import org.wirechief.core.Value;
import org.wirechief.endpoint.Parameter;

/// The parameters of `ctl` that can be changed while it runs, as settings of group `ctl`.
final class CtlSettings {
    /// Each with what it is at present.
    private static final Map<String, Function<CtlParameters, Value>> CHANGEABLE = Map.of(
            "fifo_compat",
            p -> Value.of(p.lines().compat() ? 1 : 0),
            "autoconversion",
            p -> Value.of(p.rules().autoconversion() ? 1 : 0),
            "binrpc_max_body_size",
            p -> Value.of(p.rules().maxBody() / 1024),
            "binrpc_struct_max_body_size",
            p -> Value.of(p.rules().structMaxBody() / 1024),
            "binrpc_buffer_size",
            p -> Value.of(p.rules().maxText()),
            "max_connections",
            p -> Value.of(p.maxConnections()),
            "send_queue_max",
            p -> Value.of(p.limits().sendQueueMax()),
            "request_timeout",
            p -> Value.of(p.limits().requestTimeout().toSeconds()),
            "idle_timeout",
            p -> Value.of(p.limits().idleTimeout().toSeconds()),
            "stall_timeout",
            p -> Value.of(p.limits().stallTimeout().toSeconds()));

    private CtlSettings() {}

    /// For a running `ctl`, in the order of its parameters.
    static List<Setting> of(Supplier<CtlParameters> now, Consumer<CtlParameters> change) {
        List<Setting> settings = new ArrayList<>();
        for (Parameter<Ctl> parameter : CtlModule.PARAMETERS) {
            Function<CtlParameters, Value> current = CHANGEABLE.get(parameter.name());
            if (current != null) {
                settings.add(parameter.setting(
                        "ctl",
                        () -> current.apply(now.get()),
                        value -> change.accept(
                                parameter.apply(Ctl.of(now.get()), "ctl", value).parameters())));
            }
        }
        return settings;
    }
}

package org.wirechief.endpoint.midatagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.wirechief.core.Setting;
import org.wirechief.core.Value;
import org.wirechief.endpoint.Parameter;

/// The parameters of `mi_datagram` that can be changed while it runs, as settings of its group.
final class MiDatagramSettings {
    /// Each with what it is at present.
    private static final Map<String, Function<MiDatagramParameters, Value>> CHANGEABLE = changeable();

    private MiDatagramSettings() {}

    private static Map<String, Function<MiDatagramParameters, Value>> changeable() {
        Map<String, Function<MiDatagramParameters, Value>> all = new LinkedHashMap<>();
        all.put("socket_timeout", p -> Value.of(p.socketTimeout().toMillis()));
        all.put("reply_indent", p -> new Value.Text(p.language().text().indent()));
        all.put("dialect", p -> Value.of(p.language().dialect().word()));
        all.put("text_profile", p -> Value.of(p.language().text().profile().word()));
        all.put("pretty_printing", p -> Value.of(p.language().pretty() ? 1 : 0));
        return all;
    }

    /// For a running module, in the order of its parameters.
    static List<Setting> of(Supplier<MiDatagramParameters> now, Consumer<MiDatagramParameters> change) {
        List<Setting> settings = new ArrayList<>();
        for (Parameter<MiDatagram> parameter : MiDatagramModule.PARAMETERS) {
            Function<MiDatagramParameters, Value> current = CHANGEABLE.get(parameter.name());
            if (current != null) {
                settings.add(parameter.setting(
                        "mi_datagram",
                        () -> current.apply(now.get()),
                        value -> change.accept(parameter
                                .apply(MiDatagram.of(now.get()), "mi_datagram", value)
                                .parameters())));
            }
        }
        return settings;
    }
}

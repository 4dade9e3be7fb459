package org.wirechief.wire.jsonrpc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// Commands whose last parameter is a list, which people write as so many arguments: those of
/// OpenSIPS that its own command line knows too (spec mi-json §15), by their names of 3.x and 4.0.
final class ListParameters {
    /// How many parameters stand before the list.
    private static final Map<Octets, Integer> BEFORE = before();

    private ListParameters() {}

    private static Map<Octets, Integer> before() {
        Map<Octets, Integer> before = new HashMap<>();
        for (String verb : List.of("get", "list", "reset")) {
            before.put(Octets.of(verb + "_statistics"), 0);
            before.put(Octets.of("statistics:" + verb), 0);
        }
        before.put(Octets.of("raise_event"), 1);
        before.put(Octets.of("evi:raise"), 1);
        before.put(Octets.of("trace_start"), 2);
        return Map.copyOf(before);
    }

    /// The arguments with those of the list in one array, unless they are already.
    static List<Value> gathered(Octets method, List<Value> args) {
        @Nullable Integer before = BEFORE.get(method);
        if (before == null || args.size() <= before || args.get(before) instanceof Value.Arr) {
            return args;
        }
        List<Value> gathered = new ArrayList<>(args.subList(0, before));
        gathered.add(new Value.Arr(args.subList(before, args.size())));
        return gathered;
    }
}

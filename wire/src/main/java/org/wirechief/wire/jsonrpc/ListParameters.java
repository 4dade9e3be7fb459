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
    private static final Map<Octets, ListParameter> LISTS = lists();

    /// A parameter that is a list.
    ///
    /// @param before how many parameters stand before it
    /// @param name null where it is not known
    /// @param orObject whether the text of a JSON object may stand in its place
    private record ListParameter(int before, @Nullable Octets name, boolean orObject) {
        ListParameter(int before, @Nullable Octets name) {
            this(before, name, false);
        }

        private boolean isObject(Value arg) {
            return orObject && arg instanceof Value.Text(Octets text) && !text.isEmpty() && text.at(0) == '{';
        }

        private boolean isSaid(List<Value> args) {
            return args.size() > before
                    && (args.get(before) instanceof Value.Arr
                            || (args.size() == before + 1 && isObject(args.get(before))));
        }

        Value.Member words(Value.Member arg) {
            if (name == null
                    || !arg.name().equals(name)
                    || isObject(arg.value())
                    || !(arg.value() instanceof Value.Text text)) {
                return arg;
            }
            List<Value> words = new ArrayList<>();
            byte[] bytes = text.value().toByteArray();
            int from = 0;
            for (int at = 0; at <= bytes.length; at++) {
                if (at == bytes.length || bytes[at] == ' ') {
                    if (from < at) {
                        words.add(new Value.Text(Octets.copyOf(bytes, from, at)));
                    }
                    from = at + 1;
                }
            }
            return new Value.Member(arg.name(), new Value.Arr(words));
        }
    }

    private ListParameters() {}

    private static Map<Octets, ListParameter> lists() {
        Map<Octets, ListParameter> lists = new HashMap<>();
        ListParameter statistics = new ListParameter(0, Octets.of("statistics"));
        for (String verb : List.of("get", "list", "reset")) {
            lists.put(Octets.of(verb + "_statistics"), statistics);
            lists.put(Octets.of("statistics:" + verb), statistics);
        }
        ListParameter event = new ListParameter(1, Octets.of("params"), true);
        lists.put(Octets.of("raise_event"), event);
        lists.put(Octets.of("evi:raise"), event);
        lists.put(Octets.of("fs_subscribe"), new ListParameter(1, null));
        lists.put(Octets.of("fs_unsubscribe"), new ListParameter(1, null));
        lists.put(Octets.of("trace_start"), new ListParameter(2, Octets.of("filter")));
        lists.put(Octets.of("dlg_push_var"), new ListParameter(2, null));
        return Map.copyOf(lists);
    }

    /// The arguments with those of the list in one array, unless they are already.
    static List<Value> gathered(Octets method, List<Value> args) {
        @Nullable ListParameter list = LISTS.get(method);
        if (list == null || args.size() <= list.before || list.isSaid(args)) {
            return args;
        }
        List<Value> gathered = new ArrayList<>(args.subList(0, list.before));
        gathered.add(new Value.Arr(args.subList(list.before, args.size())));
        return gathered;
    }

    /// The arguments with the text of the list as an array of its words (vector
    /// `cli.fifo.get_statistics_named`).
    static List<Value.Member> named(Octets method, List<Value.Member> args) {
        @Nullable ListParameter list = LISTS.get(method);
        return list == null ? args : args.stream().map(list::words).toList();
    }
}

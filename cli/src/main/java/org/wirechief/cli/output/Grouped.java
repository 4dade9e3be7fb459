package org.wirechief.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// The members of a struct for formats in which a name stands once: of several members of one name,
/// which servers send as lists, the first has an array of all.
final class Grouped {
    private Grouped() {}

    /// In the order the names first come.
    static Map<Octets, Value> of(List<Value.Member> members) {
        Map<Octets, List<Value>> all = LinkedHashMap.newLinkedHashMap(members.size());
        for (Value.Member member : members) {
            all.computeIfAbsent(member.name(), _ -> new ArrayList<>(1)).add(member.value());
        }
        Map<Octets, Value> grouped = LinkedHashMap.newLinkedHashMap(all.size());
        all.forEach(
                (name, values) -> grouped.put(name, values.size() == 1 ? values.getFirst() : new Value.Arr(values)));
        return grouped;
    }
}

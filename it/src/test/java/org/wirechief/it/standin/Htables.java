package org.wirechief.it.standin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirechief.core.Value;

/// Hash tables with the slots that `htable.dump` shows. Which slot a key falls into is no part of
/// any protocol, so a test that presumes one places the key there.
public final class Htables {
    private final Map<String, Table> tables = new LinkedHashMap<>();

    /// One of them.
    ///
    /// @param expire seconds, 0 for never
    public record Table(String name, int expire, List<List<Item>> slots) {
        private Optional<Item> find(String key) {
            return slots.stream()
                    .flatMap(List::stream)
                    .filter(item -> item.key().equals(key))
                    .findFirst();
        }
    }

    /// A key and its value, an [Value.Int] or a [Value.Text].
    public record Item(String key, Value value) {}

    public synchronized void create(String name, int slots, int expire) {
        List<List<Item>> empty = new ArrayList<>();
        for (int i = 0; i < slots; i++) {
            empty.add(new ArrayList<>());
        }
        tables.put(name, new Table(name, expire, empty));
    }

    /// Puts a key where a Kamailio had it, behind the others of its slot.
    public synchronized void place(String table, int slot, String key, Value value) {
        tables.get(table).slots().get(slot).add(new Item(key, value));
    }

    synchronized boolean has(String table) {
        return tables.containsKey(table);
    }

    synchronized void set(String table, String key, Value value) {
        List<List<Item>> slots = tables.get(table).slots();
        delete(table, key);
        slots.get(Math.floorMod(key.hashCode(), slots.size())).add(new Item(key, value));
    }

    synchronized Optional<Value> get(String table, String key) {
        return tables.get(table).find(key).map(Item::value);
    }

    synchronized void delete(String table, String key) {
        tables.get(table)
                .slots()
                .forEach(slot -> slot.removeIf(item -> item.key().equals(key)));
    }

    /// The slots as they are now.
    synchronized List<List<Item>> slots(String table) {
        return tables.get(table).slots().stream().map(List::copyOf).toList();
    }

    synchronized List<Table> all() {
        return List.copyOf(tables.values());
    }
}

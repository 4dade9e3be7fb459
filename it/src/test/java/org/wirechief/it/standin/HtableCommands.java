package org.wirechief.it.standin;

import static org.wirechief.core.ParamType.INTEGER;
import static org.wirechief.core.ParamType.TEXT;

import java.util.List;
import org.wirechief.core.Args;
import org.wirechief.core.CommandDraft;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.Members;
import org.wirechief.core.Octets;
import org.wirechief.core.Reply;
import org.wirechief.core.Value;
import org.wirechief.core.Vocabulary;

/// `htable.*`: structs in structs, nameless ones too, and answers of any size.
final class HtableCommands {
    private static final int IS_TEXT = 2;

    private HtableCommands() {}

    static List<CommandSpec> of(Htables tables) {
        return List.of(
                named("htable.sets").param("key", TEXT).param("value", TEXT).run((call, reply) -> {
                    Args args = call.args();
                    set(tables, table(tables, args), args.text(), new Value.Text(args.octets()), reply);
                }),
                named("htable.seti").param("key", TEXT).param("value", INTEGER).run((call, reply) -> {
                    Args args = call.args();
                    set(tables, table(tables, args), args.text(), Value.of(args.integer()), reply);
                }),
                named("htable.get").param("key", TEXT).run((call, reply) -> {
                    Args args = call.args();
                    get(tables, table(tables, args), args.text(), reply);
                }),
                named("htable.delete").param("key", TEXT).run((call, reply) -> {
                    Args args = call.args();
                    tables.delete(table(tables, args), args.text());
                    reply.add("Ok. Key deleted.");
                }),
                named("htable.dump").run((call, reply) -> dump(tables, table(tables, call.args()), reply)),
                CommandSpec.named("htable.listTables")
                        .vocabulary(Vocabulary.RPC)
                        .run((_, reply) -> tables.all().forEach(table -> list(table, reply))));
    }

    private static CommandDraft named(String name) {
        return CommandSpec.named(name).vocabulary(Vocabulary.RPC).param("table", TEXT);
    }

    private static String table(Htables tables, Args args) {
        String name = args.text();
        if (!tables.has(name)) {
            throw new Fault(500, "No such htable");
        }
        return name;
    }

    private static void set(Htables tables, String table, String key, Value value, Reply reply) {
        tables.set(table, key, value);
        reply.add("Ok. Key set to new value.");
    }

    private static void get(Htables tables, String table, String key, Reply reply) {
        Value value = tables.get(table, key).orElseThrow(() -> new Fault(500, "Key name doesn't exist in htable."));
        reply.struct(answer -> answer.struct("item", item -> {
            item.put("name", key);
            item.put("value", value);
            item.put("flags", value instanceof Value.Text ? IS_TEXT : 0);
            item.put("expire", "NEVER");
        }));
    }

    private static void dump(Htables tables, String table, Reply reply) {
        List<List<Htables.Item>> slots = tables.slots(table);
        for (int i = 0; i < slots.size(); i++) {
            List<Htables.Item> items = slots.get(i);
            int entry = i;
            if (!items.isEmpty()) {
                reply.struct(slot -> {
                    slot.put("entry", entry);
                    slot.put("size", items.size());
                    slot.array("slot", inside -> items.forEach(item -> inside.struct(s -> put(item, s))));
                });
            }
        }
    }

    private static void put(Htables.Item item, Members s) {
        s.put("name", item.key());
        s.put(Octets.of("value"), item.value());
        s.put("type", item.value() instanceof Value.Text ? "str" : "int");
    }

    private static void list(Htables.Table table, Reply reply) {
        reply.struct(s -> {
            s.put("name", table.name());
            s.put("dbtable", "");
            s.put("dbmode", 0);
            s.put("expire", table.expire());
            s.put("updateexpire", 1);
            s.put("size", table.slots().size());
            s.put("dmqreplicate", 0);
        });
    }
}

package org.wirechief.server.commands;

import static org.wirechief.core.ParamType.INTEGER;
import static org.wirechief.core.ParamType.TEXT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wirechief.core.Access;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.CommandDraft;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.Reply;

/// `cache_store`, `cache_fetch`, `cache_remove` on the cache system `local` (spec mi-text §6,
/// mi-json §10). Their words for a wrong number of arguments are their own, so they count them.
final class MiCache {
    private static final Octets LOCAL = Octets.of("local");
    private static final Pattern NUMBER = Pattern.compile("([+-]?)0*([0-9]{1,18})");
    private static final long FOR_EVER = Integer.MAX_VALUE;

    private final ServerState state;

    private MiCache(ServerState state) {
        this.state = state;
    }

    static List<CommandSpec> of(ServerState state) {
        MiCache cache = new MiCache(state);
        return List.of(
                named("cache_store", "cache:store")
                        .access(Access.WRITE)
                        .summary("Stores a value under a key in the cache local, for so many seconds or for ever.")
                        .param("value", TEXT)
                        .optional("expire", INTEGER)
                        .example("local color blue 600")
                        .run(cache::store),
                named("cache_fetch", "cache:fetch")
                        .summary("Tells the value of a key in the cache local.")
                        .example("local color")
                        .run(cache::fetch),
                named("cache_remove", "cache:remove")
                        .access(Access.WRITE)
                        .summary("Removes a key from the cache local, if it is there.")
                        .example("local color")
                        .run(cache::remove));
    }

    private static CommandDraft named(String name, String canonical) {
        return BuiltIns.mi(name).canonical(canonical).param("system", TEXT).param("attr", TEXT);
    }

    private void store(Call call, Reply reply) {
        List<Octets> given = given(call.args(), 3, 4, "Too many parameters");
        if (given.get(2).isEmpty()) {
            throw Fault.badParameter(404, "Empty value argument").withData("Empty value");
        }
        Duration lifetime = given.size() < 4 ? Duration.ZERO : lifetime(given.get(3));
        requireLocal(given, "Cache store command failed");
        LocalCache cache = state.cache();
        if (!cache.store(given.get(1), given.get(2), lifetime, state.steady().instant())) {
            throw new Fault(500, "Cache store command failed: " + cache.full());
        }
        reply.ok();
    }

    /// JSON-RPC has other words for what is no number than text.
    private static Duration lifetime(Octets expire) {
        if (expire.isEmpty()) {
            throw badExpire("Empty expires argument", "Bad type for parameter 'expire'");
        }
        var number = NUMBER.matcher(expire.toString());
        if (!number.matches()) {
            throw badExpire("Bad format for expires argument", "Bad type for parameter 'expire'");
        }
        long seconds = Long.parseLong(number.group(2));
        if (number.group(1).equals("-") && seconds > 0) {
            throw badExpire("Bad format for expires argument", "Negative expire value");
        }
        return Duration.ofSeconds(Math.min(seconds, FOR_EVER));
    }

    private static Fault badExpire(String text, String data) {
        return Fault.badParameter(404, text).withData(data);
    }

    private void fetch(Call call, Reply reply) {
        List<Octets> given = given(call.args(), 2, 2, "Too many arguments");
        requireLocal(given, "Cache fetch command failed");
        Octets key = given.get(1);
        Optional<Octets> value = state.cache().fetch(key, state.steady().instant());
        if (value.isPresent()) {
            answer(key, value.get(), reply);
        } else {
            reply.inText(text -> text.line("Value not found"), other -> other.fault(400, "Value not found"));
        }
    }

    private static void answer(Octets key, Octets value, Reply reply) {
        reply.inOldText(
                old -> old.line(Octets.join(key, Octets.of(" = ["), value, Octets.of("]"))),
                now -> now.struct(s -> {
                    s.put(Octets.of("key"), key);
                    s.put(Octets.of("value"), value);
                }));
    }

    private void remove(Call call, Reply reply) {
        List<Octets> given = given(call.args(), 2, 2, "Too many parameters");
        requireLocal(given, "Cache remove command failed");
        state.cache().remove(given.get(1));
        reply.ok();
    }

    /// All arguments; system and key are not empty.
    private static List<Octets> given(Args args, int least, int most, String tooMany) {
        List<Octets> given = new ArrayList<>();
        while (args.hasNext()) {
            given.add(args.octets());
        }
        if (given.size() < least) {
            throw new Fault(404, "Too few arguments");
        }
        if (given.size() > most) {
            throw new Fault(404, tooMany);
        }
        if (given.get(0).isEmpty()) {
            throw Fault.badParameter(404, "Empty memory cache id");
        }
        if (given.get(1).isEmpty()) {
            throw Fault.badParameter(404, "Empty attribute name");
        }
        return given;
    }

    private static void requireLocal(List<Octets> given, String failure) {
        if (!given.get(0).equals(LOCAL)) {
            throw new Fault(500, failure);
        }
    }
}

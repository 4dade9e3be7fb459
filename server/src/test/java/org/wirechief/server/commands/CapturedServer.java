package org.wirechief.server.commands;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wirechief.core.Access;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Dispatch;
import org.wirechief.core.MiLookup;
import org.wirechief.core.MiNames;
import org.wirechief.core.MiNaming;
import org.wirechief.core.Octets;
import org.wirechief.core.Origin;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Reply;
import org.wirechief.core.Setting;
import org.wirechief.core.Statistic;
import org.wirechief.core.Value;
import org.wirechief.endpoint.ServiceThread;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.jsonrpc.JsonRpcEngine;
import org.wirechief.wire.jsonrpc.JsonRpcRules;
import org.wirechief.wire.jsonrpc.JsonRpcServer;
import org.wirechief.wire.mitext.MiTextError;
import org.wirechief.wire.mitext.MiTextOptions;
import org.wirechief.wire.mitext.MiTextReply;
import org.wirechief.wire.mitext.MiTextRequest;

/// The built-in commands of a server that has the processes and statistics of a captured one, asked
/// in the bytes of a dialect. Its statistics are all 0.
final class CapturedServer {
    private static final Origin ORIGIN = new Origin("test", "none", "test", Access.ADMIN);

    private final FakeServer server;
    private final Dispatch dispatch;

    /// @param processes a reply that lists them
    /// @param row a process in it, with groups `pid` and `type`
    /// @param statistics a reply that lists them
    /// @param number a statistic in it, with groups `group`, `name` and perhaps `kind`
    /// @param logLevel its setting, 0 to 7
    CapturedServer(GoldenVector processes, Pattern row, GoldenVector statistics, Pattern number, long logLevel) {
        server = new FakeServer(all(row, processes)
                .map(found -> new ServiceThread(found.group("type"), Long.parseLong(found.group("pid"))))
                .toList());
        server.reports.running();
        server.statistics.add(all(number, statistics).map(CapturedServer::zero).toList());
        AtomicLong level = new AtomicLong(logLevel);
        server.settings.add(List.of(new Setting(
                "server",
                "log_level",
                Setting.Type.INTEGER,
                "",
                () -> Value.of(level.get()),
                value -> level.set(value.asLong()))));
        dispatch = new Dispatch(server.commands, List.of());
    }

    private static Stream<MatchResult> all(Pattern pattern, GoldenVector reply) {
        return pattern.matcher(new String(reply.bytes("reply"), StandardCharsets.ISO_8859_1))
                .results();
    }

    private static Statistic zero(MatchResult found) {
        boolean gauge =
                found.namedGroups().containsKey("kind") && found.group("kind").startsWith("non");
        Statistic.Kind kind = gauge ? Statistic.Kind.GAUGE : Statistic.Kind.COUNT;
        return new Statistic(found.group("group"), found.group("name"), kind, "", () -> 0);
    }

    /// Stores a value that was stored before a file of vectors begins.
    void holds(String key, String value) {
        server.mi("cache_store", "local", key, value);
    }

    byte[] text(byte[] request, MiTextOptions options) {
        ReplyBuffer out = new ReplyBuffer();
        try {
            MiTextRequest call = MiTextRequest.of(request, 0, request.length, ORIGIN);
            MiNaming naming = options.profile().naming();
            call.use(naming);
            if (new MiNames(server.commands, naming).find(call.command()) instanceof MiLookup.Found(CommandSpec spec)) {
                if (spec.mi().readsText()) {
                    call.parseArguments();
                }
                MiTextReply reply = new MiTextReply(out, options);
                dispatch.run(spec, call, reply);
                reply.finish();
            } else {
                MiTextError.NOT_AVAILABLE.write(out, options.profile());
            }
        } catch (ProtocolError e) {
            throw new AssertionError("the vectors asked here can be read", e);
        }
        return Arrays.copyOf(out.bytes(), out.size());
    }

    byte[] json(byte[] request) {
        MiNames names = new MiNames(server.commands, MiNaming.V3);
        JsonRpcServer json = new JsonRpcServer(JsonRpcRules.compact(65456), new JsonRpcEngine() {
            @Override
            public MiLookup find(Octets name) {
                return names.find(name);
            }

            @Override
            public MiNaming naming() {
                return names.naming();
            }

            @Override
            public void run(CommandSpec spec, Call call, Reply reply) {
                dispatch.run(spec, call, reply);
            }
        });
        ReplyBuffer out = new ReplyBuffer();
        json.read(request, 0, request.length);
        json.run(ORIGIN, out);
        return Arrays.copyOf(out.bytes(), out.size());
    }
}

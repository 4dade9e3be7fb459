package org.wirechief.wire.jsonrpc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Access;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Commands;
import org.wirechief.core.Dispatch;
import org.wirechief.core.MiLookup;
import org.wirechief.core.MiNaming;
import org.wirechief.core.Octets;
import org.wirechief.core.Origin;
import org.wirechief.core.Reply;
import org.wirechief.core.Vocabulary;
import org.wirechief.wire.ReplyBuffer;

/// Hands texts to the codec and words what it leaves to carriers, as datagrams do (spec mi-json
/// §1).
final class FakeCarrier {
    static final Origin ORIGIN = new Origin("test", "none", "nobody", Access.ADMIN);

    private final JsonRpcServer server;
    private final ReplyBuffer out = new ReplyBuffer();

    FakeCarrier(JsonRpcRules rules, Commands commands) {
        server = new JsonRpcServer(rules, new Engine(commands, new Dispatch(commands, List.of())));
    }

    FakeCarrier() {
        this(JsonRpcRules.compact(65456), StandIns.commands());
    }

    private record Engine(Commands commands, Dispatch dispatch) implements JsonRpcEngine {
        @Override
        public MiLookup find(Octets name) {
            if (name.equals(Octets.of("list"))) {
                return new MiLookup.Ambiguous(List.of("tcp:list", "evi:list"));
            }
            CommandSpec spec = commands.find(Vocabulary.MI, name);
            return spec == null ? new MiLookup.Unknown() : new MiLookup.Found(spec);
        }

        @Override
        public MiNaming naming() {
            return MiNaming.V4;
        }

        @Override
        public void run(CommandSpec spec, Call call, Reply reply) {
            dispatch.run(spec, call, reply);
        }
    }

    JsonRpcServer server() {
        return server;
    }

    /// The answer, null for none.
    @Nullable
    String ask(String text) {
        byte[] answer = ask(text.getBytes(ISO_8859_1));
        return answer == null ? null : new String(answer, ISO_8859_1);
    }

    byte @Nullable [] ask(byte[] text) {
        out.clear();
        return switch (server.read(text, 0, text.length)) {
            case REPLY -> null;
            case INCOMPLETE, BROKEN -> "400 Parse_error".getBytes(ISO_8859_1);
            case REQUEST ->
                switch (server.run(ORIGIN, out)) {
                    case ANSWERED -> java.util.Arrays.copyOf(out.bytes(), out.size());
                    case SILENT -> nothing(null);
                    case TOO_LARGE, BROKEN_DOWN -> nothing("500 Internal error".getBytes(ISO_8859_1));
                };
        };
    }

    private byte @Nullable [] nothing(byte @Nullable [] words) {
        if (out.size() > 0) {
            throw new AssertionError("something was written: " + out.size() + " bytes");
        }
        return words;
    }
}

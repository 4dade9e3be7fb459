package org.wirechief.wire.jsonrpc;

import java.util.List;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.json.JsonWriter;

/// Writes requests: the client's side.
public final class JsonRpcCall {
    private static final Octets VERSION = Octets.of("jsonrpc");
    private static final Octets PARAMS = Octets.of("params");

    private JsonRpcCall() {}

    /// Appends a request as it is written to the FIFO of `mi_fifo`, `:name:JSON` and a line's end
    /// (spec mi-json §7.2).
    ///
    /// @param replyName of the reply FIFO in the server's `reply_dir`; empty for no answer
    public static void writeToFifo(ReplyBuffer out, Octets replyName, long id, Octets method, JsonRpcParams params) {
        out.append(':');
        out.append(replyName);
        out.append(':');
        write(out, id, method, params);
        out.append('\n');
    }

    /// Appends a request, compact and without a line's end. Without arguments it has no `params`.
    ///
    /// Bytes go as text; of text with a zero byte in it servers say that it is no JSON.
    public static void write(ReplyBuffer out, long id, Octets method, JsonRpcParams params) {
        new JsonWriter(out).object(members -> {
            members.put(VERSION, Octets.of("2.0"));
            members.put("id", id);
            members.put(Octets.of("method"), method);
            switch (params) {
                case JsonRpcParams.Positional(List<Value> values) -> {
                    if (!values.isEmpty()) {
                        members.array(PARAMS, inside -> values.forEach(inside::add));
                    }
                }
                case JsonRpcParams.Named(List<Value.Member> named) -> {
                    if (!named.isEmpty()) {
                        members.struct(PARAMS, inside -> named.forEach(m -> inside.put(m.name(), m.value())));
                    }
                }
            }
        });
    }
}

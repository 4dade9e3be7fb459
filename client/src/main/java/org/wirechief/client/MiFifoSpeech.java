package org.wirechief.client;

import java.util.Arrays;
import java.util.List;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.jsonrpc.JsonRpcAnswer;
import org.wirechief.wire.jsonrpc.JsonRpcCall;
import org.wirechief.wire.jsonrpc.JsonRpcParams;

/// JSON-RPC as OpenSIPS's `mi_fifo` speaks it (spec mi-json §7).
///
/// Every user may write to the reply FIFO, so the answer must have the id of the call, which is
/// hard to guess.
final class MiFifoSpeech implements FifoSpeech {
    /// OpenSIPS drops requests that are longer (spec mi-json §7.3).
    private static final int READ_AT_ONCE = 4096;

    private final Cookies ids = new Cookies();

    @Override
    public int number() {
        return ids.next();
    }

    @Override
    public byte[] request(Exchange call, int number, String replyName) {
        ReplyBuffer out = new ReplyBuffer();
        Octets method = Octets.of(call.command());
        JsonRpcParams params = JsonRpcParams.of(method, call.args().byName());
        JsonRpcCall.writeToFifo(out, Octets.of(replyName), number, method, params);
        return Arrays.copyOf(out.bytes(), out.size());
    }

    @Override
    public String remark(int length) {
        return length <= READ_AT_ONCE
                ? ""
                : "; the request has " + length + " bytes, and an OpenSIPS drops more than " + READ_AT_ONCE;
    }

    /// Of the words of an engine only the end tells that they are all.
    @Override
    public boolean mayEndWith(byte last) {
        return last == '}';
    }

    @Override
    public boolean isWhole(byte[] answer) {
        try {
            return JsonRpcAnswer.read(answer, 0, answer.length) != null;
        } catch (ProtocolError e) {
            return false;
        }
    }

    @Override
    public List<Value> read(byte[] answer, int number) throws ProtocolError {
        if (answer.length == 0) {
            throw new ProtocolError("it is empty: the server opened the reply FIFO and closed it without a word; its"
                    + " log tells why");
        }
        JsonRpcAnswer read = JsonRpcAnswer.readToEnd(answer, 0, answer.length);
        boolean answersThis = switch (read.id()) {
            case Value.Int(long id) -> id == number;
            // of a request that the server could not read
            case Value.Nil _ -> read instanceof JsonRpcAnswer.Failed;
            case Value.Bool _, Value.Real _, Value.Text _, Value.Blob _, Value.Arr _, Value.Struct _ -> false;
        };
        if (!answersThis) {
            boolean cut = answer[answer.length - 1] != '}';
            throw new ProtocolError(
                    cut
                            ? "it breaks off in its id"
                            : "its id is " + id(read.id()) + ", and that of the call " + number
                                    + ": something else writes to the reply FIFO");
        }
        return MiJsonSpeech.values(read);
    }

    private static String id(Value id) {
        return switch (id) {
            case Value.Int(long number) -> Long.toString(number);
            case Value.Text text -> '"' + text.asText() + '"';
            case Value.Nil _ -> "null";
            case Value.Bool _, Value.Real _, Value.Blob _, Value.Arr _, Value.Struct _ -> "of another kind";
        };
    }
}

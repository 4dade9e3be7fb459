package org.wirechief.wire.jsonrpc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Elements;
import org.wirechief.core.Fault;
import org.wirechief.core.Members;
import org.wirechief.core.Octets;
import org.wirechief.core.ValueReply;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.json.JsonElements;
import org.wirechief.wire.json.JsonValue;
import org.wirechief.wire.json.JsonWriter;
import org.wirechief.wire.jsonrpc.JsonRpcServer.Outcome;

/// One answer, written straight into the bytes to be sent; a fault goes back to where it began.
///
/// One value is the result itself, several are an array, none is `null`; a line is an element of an
/// array.
final class JsonRpcReply implements ValueReply, JsonElements {
    private static final Octets RESULT = Octets.of("{\"jsonrpc\":\"2.0\",\"result\":");
    private static final Octets ERROR = Octets.of("{\"jsonrpc\":\"2.0\",\"error\":");
    private static final Octets ID = Octets.of(",\"id\":");

    private final ReplyBuffer out;
    private final int bound;
    private final int start;
    private final JsonWriter writer;
    private final int result;
    private int count;
    private boolean array;
    private boolean inside;
    private @Nullable JsonRpcError error;
    private boolean brokenDown;
    private boolean finished;
    private List<Runnable> actions = List.of();

    /// Begins an answer at the end of `out`.
    ///
    /// @param bound how many bytes `out` may hold in all
    JsonRpcReply(ReplyBuffer out, int bound) {
        this.out = out;
        this.bound = bound;
        this.start = out.size();
        this.writer = new JsonWriter(out, bound);
        writer.ready(RESULT);
        this.result = out.size();
    }

    /// Completes the answer, or takes all of it back when it does not fit or there is none. What a
    /// command adds when it has returned would be in somebody else's.
    ///
    /// @param id null for none
    Outcome finish(@Nullable JsonValue id) {
        Outcome outcome = end(id);
        close();
        return outcome;
    }

    /// Takes nothing any more.
    void close() {
        finished = true;
        writer.stop();
    }

    private Outcome end(@Nullable JsonValue id) {
        if (writer.isTooDeep() && error == null) {
            fault(500, "Internal Server Error: an answer nests deeper than " + JsonWriter.MAX_DEPTH + " levels");
        }
        if (brokenDown) {
            out.truncate(start);
            return Outcome.BROKEN_DOWN;
        }
        JsonWriter end = writer;
        if (error == null) {
            endOfResult();
        } else {
            end = new JsonWriter(out, bound);
            writeError(end, error);
        }
        end.ready(ID);
        if (id == null) {
            end.nil();
        } else {
            end.value(id);
        }
        end.raw('}');
        if (end.isTooLong()) {
            out.truncate(start);
            return Outcome.TOO_LARGE;
        }
        return Outcome.ANSWERED;
    }

    private void endOfResult() {
        if (count == 0) {
            writer.nil();
        } else if (count > 1 || array) {
            if (count == 1) {
                openArray();
            }
            writer.raw(']');
        }
    }

    private static void writeError(JsonWriter end, JsonRpcError error) {
        end.ready(ERROR);
        end.object(members -> {
            members.put("code", error.code());
            members.put("message", error.message());
            if (!error.data().isEmpty()) {
                members.put("data", error.data());
            }
        });
    }

    /// What to do once the answer was sent or could not be, in order.
    List<Runnable> afterSend() {
        return actions;
    }

    /// Where the next value of the result goes.
    @Override
    public JsonWriter next() {
        if (isFault() || finished) {
            return writer;
        }
        if (inside) {
            throw new IllegalStateException("a value was added to the answer while another was being written");
        }
        if (count == 1) {
            openArray();
        }
        if (count > 0) {
            writer.raw(',');
        }
        count++;
        return writer;
    }

    /// Turns a result of one value into an array of it.
    private void openArray() {
        out.insert(result, 1);
        out.set(result, '[');
    }

    @Override
    public void struct(Consumer<? super Members> body) {
        JsonWriter to = next();
        inside = true;
        try {
            to.object(body);
        } finally {
            inside = false;
        }
    }

    @Override
    public void array(Consumer<? super Elements> body) {
        JsonWriter to = next();
        inside = true;
        try {
            to.array(body);
        } finally {
            inside = false;
        }
    }

    @Override
    public void line(Octets text) {
        array = true;
        add(text);
    }

    @Override
    public boolean isFault() {
        return error != null || brokenDown;
    }

    @Override
    public void fault(int code, String reason) {
        fault(new Fault(code, reason));
    }

    @Override
    public void fault(Fault fault) {
        fault(JsonRpcError.of(fault));
    }

    void fault(JsonRpcError first) {
        if (!isFault() && !finished) {
            error = first;
            withdraw();
        }
    }

    @Override
    public void internalError() {
        if (!isFault() && !finished) {
            brokenDown = true;
            withdraw();
        }
    }

    private void withdraw() {
        writer.stop();
        out.truncate(start);
    }

    @Override
    public void afterSend(Runnable action) {
        if (actions.isEmpty()) {
            actions = new ArrayList<>();
        }
        actions.add(action);
    }
}

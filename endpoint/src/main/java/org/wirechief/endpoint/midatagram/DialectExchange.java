package org.wirechief.endpoint.midatagram;

import java.util.List;
import java.util.function.Supplier;
import org.wirechief.core.CommandSpec;
import org.wirechief.endpoint.access.Admission;
import org.wirechief.endpoint.mi.MiExchange;
import org.wirechief.endpoint.trace.Asker;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.mitext.MiDatagram;

/// Answers each request in the language that it is written in, or that the door understands.
final class DialectExchange implements MiExchange {
    private final Supplier<Dialect> dialect;
    private final MiExchange text;
    private final MiExchange json;
    private MiExchange current;

    /// @param dialect asked for at every request, since it may change
    DialectExchange(Supplier<Dialect> dialect, MiExchange text, MiExchange json) {
        this.dialect = dialect;
        this.text = text;
        this.json = json;
        this.current = text;
    }

    private MiExchange choose(byte[] bytes, int from, int to) {
        current = switch (dialect.get()) {
            case AUTO -> MiDatagram.isJson(bytes, from, to) ? json : text;
            case TEXT -> text;
            case JSON -> json;
        };
        return current;
    }

    @Override
    public boolean isReply(byte[] bytes, int from, int to) {
        return choose(bytes, from, to).isReply(bytes, from, to);
    }

    @Override
    public Outcome answer(byte[] bytes, int from, int to, Asker asker, boolean mayWait) {
        return choose(bytes, from, to).answer(bytes, from, to, asker, mayWait);
    }

    @Override
    public void forbid(Admission.Refused refusal) {
        current.forbid(refusal);
    }

    @Override
    public void tooLong(int most) {
        current.tooLong(most);
    }

    @Override
    public void busy(CommandSpec spec) {
        current.busy(spec);
    }

    @Override
    public ReplyBuffer datagram() {
        return current.datagram();
    }

    @Override
    public List<Runnable> afterSend() {
        return current.afterSend();
    }
}

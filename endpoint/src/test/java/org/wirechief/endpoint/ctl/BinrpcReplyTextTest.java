package org.wirechief.endpoint.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Octets;
import org.wirechief.core.Reply;
import org.wirechief.core.Tap;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.binrpc.BinrpcReply;
import org.wirechief.wire.binrpc.BinrpcRules;

class BinrpcReplyTextTest {
    private static BinrpcReplyText text(int room, Consumer<? super Reply> body) {
        ReplyBuffer out = new ReplyBuffer();
        out.append(Octets.of("before"));
        int start = out.size();
        BinrpcReply reply = new BinrpcReply(out, 7, BinrpcRules.DEFAULTS);
        body.accept(reply);
        reply.finish();
        return BinrpcReplyText.of(out.bytes(), start, out.size(), room);
    }

    @Test
    void aLineForEachValue() {
        BinrpcReplyText told = text(1000, reply -> {
            reply.add("hello");
            reply.add(5);
            reply.struct(s -> {
                s.put("a", 1);
                s.put("b", "x");
                s.struct("c", inner -> inner.put("d", 2.5));
            });
        });

        assertThat(told.status()).isEqualTo(new Tap.Status(200, Octets.of("OK")));
        assertThat(told.text()).hasToString("200 OK\nhello\n5\na:1,b:x,c:{d:2.5}\n");
    }

    @Test
    void aFaultIsItsStatus() {
        BinrpcReplyText told = text(1000, reply -> reply.fault(404, "not here"));

        assertThat(told.status()).isEqualTo(new Tap.Status(404, Octets.of("not here")));
        assertThat(told.text().isEmpty()).isTrue();
    }

    @Test
    void nothingButTheStatus() {
        assertThat(text(1000, Reply::ok).text()).hasToString("200 OK\n");
    }

    @Test
    void noMoreThanIsWanted() {
        assertThat(text(10, reply -> reply.add("hello")).text()).hasToString("200 OK\nhel");
    }
}

package org.wirechief.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.core.ProtocolError;

/// What is counted where replies have no number, or one in decimal.
class QuestionsTest {
    private static final byte[] OK = bytes("200 OK\nx\n");
    private static final byte[] OTHER = bytes("500 command failed\n");

    private final Tally tally = new Tally();
    private final Questions text = questions(Dialect.MI_TEXT, "x\n");
    private final Questions json = questions(Dialect.MI_JSON, "\"x\"");

    private Questions questions(Dialect dialect, String body) {
        Exchange exchange = Exchange.asking(dialect, "version", List.of()).expecting(bytes(body));
        Questions questions = new Questions(0, 3, true, exchange, tally);
        for (int i = 0; i < 3; i++) {
            questions.request(ByteBuffer.allocate(questions.longestRequest()), i);
        }
        return questions;
    }

    @Test
    void repliesWithoutNumberAreCountedOff() throws ProtocolError {
        tally.measure(true);
        take(text, OK);
        take(text, OTHER);
        take(text, OK);
        take(text, OK);

        assertThat(tally.right()).isEqualTo(2);
        assertThat(tally.defects().wrong()).isEqualTo(2);
        assertThat(tally.defects().first()).isEqualTo("another reply: 500 command failed");
        assertThat(text.waiting()).isZero();
    }

    @Test
    void whatIsMissingInTheEndIsLostAndMayComeLate() throws ProtocolError {
        take(text, OK);
        take(text, OK);
        text.giveUp(1000, 100);
        take(text, OK);

        assertThat(tally.defects()).isEqualTo(new Defects(0, 1, 1, 0, "a request was not answered in time"));
    }

    @Test
    void numbersAreHeldAgainstTheRequests() throws ProtocolError {
        take(json, reply(0));
        take(json, reply(1));
        take(json, reply(1));
        take(json, bytes("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":500},\"id\":" + Cookies.of(0, 2, 1) + "}"));

        assertThat(tally.defects().wrong()).isEqualTo(2);
        assertThat(tally.defects().lost()).isZero();
        assertThat(json.waiting()).isZero();
    }

    @Test
    void repliesOfAStreamMayComeInPieces() throws ProtocolError {
        byte[] all = bytes(
                new String(reply(0), StandardCharsets.US_ASCII) + new String(reply(1), StandardCharsets.US_ASCII));
        int half = all.length / 2 + 3;

        assertThat(json.received(all, 0, half, 10)).isEqualTo(all.length / 2);
        assertThat(json.received(all, all.length / 2, all.length, 10)).isEqualTo(all.length / 2);
        assertThat(tally.defects()).isEqualTo(Defects.NONE);
        assertThat(json.waiting()).isEqualTo(1);
    }

    /// In the first turn of a slot of connection 0.
    private static byte[] reply(int slot) {
        int cookie = Cookies.of(0, slot, 1);
        return bytes("{\"jsonrpc\":\"2.0\",\"result\":\"x\",\"id\":" + cookie + "}");
    }

    private static void take(Questions questions, byte[] datagram) throws ProtocolError {
        assertThat(questions.received(datagram, 0, datagram.length, 10)).isEqualTo(datagram.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

package org.wirechief.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.core.ProtocolError;

class DialectTest {
    private final Exchange text =
            Exchange.asking(Dialect.MI_TEXT, "version", List.of()).expecting(bytes("Server:: x\n\n"));
    private final Exchange json =
            Exchange.asking(Dialect.MI_JSON, "which", List.of("a")).expecting(bytes("{\"Server\":\"x\"}"));

    @Test
    void textHasNoCookie() {
        assertThat(request(text)).isEqualTo(":version:\n");
        assertThat(text.isReply(bytes("200 OK\nServer:: x\n\n"), 0, text.replyLength()))
                .isTrue();
        assertThat(text.isReply(bytes("200 OK\nServer:: y\n\n"), 0, text.replyLength()))
                .isFalse();
    }

    @Test
    void jsonHasItAsId() {
        byte[] reply = bytes("{\"jsonrpc\":\"2.0\",\"result\":{\"Server\":\"x\"},\"id\":1234567890}");

        assertThat(request(json))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1234567890,\"method\":\"which\",\"params\":[\"a\"]}");
        assertThat(json.isReply(reply, 0, reply.length)).isTrue();
        assertThat(json.cookieAt(reply, 0)).isEqualTo(1234567890);
    }

    @Test
    void jsonEndsWithItsBrace() throws ProtocolError {
        byte[] two = bytes("{\"a\":{\"b\":\"}\\\"}\"},\"id\":5}{");

        assertThat(Dialect.MI_JSON.length(two, 0, two.length)).isEqualTo(two.length - 1);
        for (int to = 0; to < two.length - 1; to++) {
            assertThat(Dialect.MI_JSON.length(two, 0, to)).isZero();
        }
        assertThatThrownBy(() -> Dialect.MI_JSON.length(bytes("400"), 0, 3)).isInstanceOf(ProtocolError.class);
    }

    @Test
    void bodiesAreWhatASuccessSays() throws IOException {
        byte[] right = Dialect.MI_JSON.reply(bytes("[1]"));
        byte[] fault = bytes("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32601},\"id\":1073741824}");
        byte[] refused = bytes("400 parse_error\n");

        assertThat(Dialect.MI_JSON.body(right, 0, right.length)).isEqualTo(bytes("[1]"));
        assertThat(Dialect.MI_TEXT.body(bytes("200 OK\n"), 0, 7)).isEmpty();
        assertThatThrownBy(() -> Dialect.MI_JSON.body(fault, 0, fault.length)).hasMessageContaining("-32601");
        assertThatThrownBy(() -> Dialect.MI_TEXT.body(refused, 0, refused.length))
                .hasMessageContaining("parse_error");
    }

    @Test
    void whatIsNoNumberIsNoCookie() {
        for (String reply : List.of("{\"error\":{},\"id\":null}", "{\"x\":1,\"id\":99999999999}", "{}", "")) {
            assertThat(Dialect.MI_JSON.cookie(bytes(reply), 0, reply.length())).isEqualTo(Cookies.NONE);
        }
    }

    private static String request(Exchange exchange) {
        ByteBuffer out = ByteBuffer.allocate(100);
        exchange.putRequest(out, 1234567890);
        return new String(Arrays.copyOf(out.array(), out.position()), StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

package org.wirechief.wire.ctlfifo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;

/// The client's side: calls and answers.
final class CtlFifoClientTest {

    @Test
    void aCallIsLines() {
        ReplyBuffer out = new ReplyBuffer();
        CtlFifoCall.write(
                out,
                Octets.of("core.echo"),
                Octets.of("r1"),
                List.of(
                        Value.of("a\nb"),
                        Value.of(-5),
                        Value.of(true),
                        Value.of(0.5),
                        new Value.Nil(),
                        new Value.Struct(
                                List.of(new Value.Member("a", Value.of(1)), new Value.Member("b:", Value.of("x"))))));

        assertThat(Lines.text(out)).isEqualTo(":core.echo:r1\na\\nb\n-5\n1\n0.500000\n<null string>\na:1,b\\o:x\n\n");
    }

    @Test
    void whatCannotBeSaid() {
        assertThatThrownBy(() -> call("c", "r", Value.of("a"), Value.of("")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("argument 2 is empty, and an empty line would end the request");
        assertThatThrownBy(() -> call("a:b", "r")).hasMessage("a command cannot hold ':'");
        assertThatThrownBy(() -> call("a\nb", "r")).hasMessage("a command cannot hold the byte 10");
        assertThatThrownBy(() -> call("", "r")).hasMessage("a command must have a name");
        assertThatThrownBy(() -> call("c", "../r")).hasMessage("the name of a reply FIFO cannot hold '.'");
    }

    @Test
    void anAnswerIsACodeAReasonAndLines() throws ProtocolError {
        CtlFifoAnswer answer = read("200 OK\na\\nb\na:1,b:\\{x:2\\}\n\n");

        assertThat(answer.isFault()).isFalse();
        assertThat(answer.lines())
                .extracting(CtlFifoAnswer::text)
                .extracting(Octets::toString)
                .containsExactly("a\nb", "a:1,b:\\{x:2\\}", "");
    }

    @Test
    void aFault() throws ProtocolError {
        CtlFifoAnswer answer = read("500 Command 'x\\ty' not found\n");

        assertThat(answer.isFault()).isTrue();
        assertThat(answer.code()).isEqualTo(500);
        assertThat(answer.reason()).hasToString("Command 'x\ty' not found");
        assertThat(read("-3 x\n").code()).isEqualTo(-3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2", "200", "200 OK", "200\n", "OK\n", "x00 OK\n", " OK\n", "9999999 x\n", "200 OK\nhalf"})
    void whatIsNoAnswer(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(ProtocolError.class);
    }

    private static CtlFifoAnswer read(String text) throws ProtocolError {
        byte[] bytes = Lines.bytes(text);
        return CtlFifoAnswer.read(bytes, 0, bytes.length);
    }

    private static void call(String method, String reply, Value... args) {
        CtlFifoCall.write(new ReplyBuffer(), Octets.of(method), Octets.of(reply), List.of(args));
    }
}

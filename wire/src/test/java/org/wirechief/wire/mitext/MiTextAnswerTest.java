package org.wirechief.wire.mitext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;

class MiTextAnswerTest {
    private static MiTextAnswer read(String datagram) throws ProtocolError {
        byte[] bytes = Texts.bytes("xx" + datagram);
        return MiTextAnswer.read(bytes, 2, bytes.length);
    }

    private static Value value(String nodes) throws ProtocolError {
        List<Value> values = read("200 OK\n" + nodes).values();
        assertThat(values).hasSize(1);
        return values.getFirst();
    }

    private static Value struct(Object... namesAndValues) {
        List<Value.Member> members = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            members.add(new Value.Member(
                    namesAndValues[i].toString(), value instanceof Value v ? v : Value.of(value.toString())));
        }
        return new Value.Struct(members);
    }

    @Test
    void theStatusLineHasACodeAndAReason() throws ProtocolError {
        assertThat(read("404 Too few arguments\n\n"))
                .isEqualTo(new MiTextAnswer(404, Octets.of("Too few arguments"), List.of()));
        assertThat(read("299 \n").reason()).isEqualTo(Octets.of(""));
        assertThat(read("4294967295 x\n").code()).isEqualTo(-1);
        assertThat(read("100 Trying\n\n").isProvisional()).isTrue();
        assertThat(read("202 Accepted\nmode:: now\n\n").isSuccess()).isTrue();
        assertThat(read("300 x\n").isSuccess()).isFalse();
    }

    @Test
    void bothEndsAreTaken() throws ProtocolError {
        assertThat(read("200 OK\n\n")).isEqualTo(read("200 OK\n"));
        assertThat(read("200 OK\na\n\n")).isEqualTo(read("200 OK\na\n"));
    }

    @Test
    void nodesWithoutNamesAreTexts() throws ProtocolError {
        assertThat(read("200 OK\nuptime\nfe80::\n\n").values()).containsExactly(Value.of("uptime"), Value.of("fe80::"));
    }

    @Test
    void nodesWithNamesAreMembers() throws ProtocolError {
        Value stats = value("core:rcv_requests:: 7\ncore:rcv_requests:: 8\nempty:: \n\n");

        assertThat(stats).isEqualTo(struct("core:rcv_requests", 7, "core:rcv_requests", 8, "empty", ""));
        assertThat(stats.at("core:rcv_requests").asLong()).isEqualTo(7);
    }

    @Test
    void attributesAreMembers() throws ProtocolError {
        assertThat(value("Process::  ID=0 PID=1 Type=MI Datagram\nProcess::  ID=1 PID=2 Type=x \n\n"))
                .isEqualTo(struct(
                        "Process", struct("ID", 0, "PID", 1, "Type", "MI Datagram"),
                        "Process", struct("ID", 1, "PID", 2, "Type", "x ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {" PID=1 Log level=2 Type=x", " no", " =x", " a=1 =2 b=3", "v a=1"})
    void whatCannotBeToldApartIsText(String text) throws ProtocolError {
        assertThat(value("n:: " + text + "\n\n")).isEqualTo(struct("n", text));
    }

    @Test
    void whatStandsBelowANodeIsInsideIt() throws ProtocolError {
        assertThat(
                        value(
                                "List:: gw owner=13\n\tRule::  flags=0\n\t\tIP:: 10.0.0.0\n\t\tPort:: 5060\n\tRule:: \n\t\ta\n\t\tb\n\n"))
                .isEqualTo(struct(
                        "List",
                        struct(
                                "",
                                "gw owner=13",
                                "Rule",
                                struct("flags", 0, "IP", "10.0.0.0", "Port", 5060),
                                "Rule",
                                new Value.Arr(List.of(Value.of("a"), Value.of("b"))))));
    }

    @Test
    void theIndentIsFound() throws ProtocolError {
        Value tree = value("a:: 1\n\tb:: 2\n\t\tc:: 3\nd:: 4\n");
        assertThat(value("a:: 1\n    b:: 2\n        c:: 3\nd:: 4\n")).isEqualTo(tree);
        assertThat(tree).isEqualTo(struct("a", struct("", 1, "b", struct("", 2, "c", 3)), "d", 4));
    }

    @Test
    void anotherIndentIsPartOfTheName() throws ProtocolError {
        assertThat(value("a:: 1\n--b:: 2\n")).isEqualTo(struct("a", 1, "--b", 2));
        assertThat(value("\ta:: 1\n")).isEqualTo(struct("\ta", 1));
    }

    @Test
    void whereSomeHaveNoNameTheyHaveTheEmptyOne() throws ProtocolError {
        assertThat(value("nl:: two\nlines\n")).isEqualTo(struct("nl", "two", "", "lines"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2", "200", "200\n", "200 ", "200 OK", "x", " 200 OK\n", "20000000000 x\n", "4294967296 x\n"
            })
    void isNoReply(String datagram) {
        assertThatThrownBy(() -> read(datagram)).isInstanceOf(ProtocolError.class);
    }

    @Test
    void aReplyThatEndsInsideALineIsNotWhole() {
        assertThatThrownBy(() -> read("200 OK\nWD:: /"))
                .isInstanceOf(ProtocolError.class)
                .hasMessage("it ends inside a line, after 13 bytes");
    }
}

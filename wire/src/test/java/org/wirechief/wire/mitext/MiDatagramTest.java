package org.wirechief.wire.mitext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MiDatagramTest {
    @ParameterizedTest
    @ValueSource(strings = {"{", "[", " \t\r\n\u0001{\"jsonrpc\"", " [1]"})
    void isJson(String datagram) {
        assertThat(MiDatagram.isJson(Texts.bytes("xx" + datagram), 2, 2 + datagram.length()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ":uptime:\n", "\0{", "\u0080{", "\u00ff[", " :{", "x{"})
    void isText(String datagram) {
        assertThat(MiDatagram.isJson(Texts.bytes(datagram), 0, datagram.length()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 OK\n\n", "500 command not available\n", "299 \n"})
    void isReply(String datagram) {
        assertThat(MiDatagram.isTextReply(Texts.bytes(datagram), 0, datagram.length()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20", "200", "2000 OK", " 200 OK", ":200 :\n", "20a x", "200\nx"})
    void isNoReply(String datagram) {
        assertThat(MiDatagram.isTextReply(Texts.bytes(datagram), 0, datagram.length()))
                .isFalse();
    }
}

package org.wirechief.wire.binrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirechief.wire.binrpc.Bytes.ascii;
import static org.wirechief.wire.binrpc.Bytes.digits;

import org.junit.jupiter.api.Test;

/// The exchanges of docs/binrpc.md.
class DocumentedExamplesTest {
    @Test
    void echoOfAText() {
        assertThat(answer("A1 03 11 0B AD CA FE 91 0A" + ascii("core.echo") + "00 41" + ascii("abc") + "00"))
                .isEqualTo(digits("a1 13 05 0b ad ca fe 41") + ascii("abc") + "00");
    }

    @Test
    void anUnknownCommand() {
        assertThat(answer("A1 03 06 0B AD CA FE 51" + ascii("nope") + "00"))
                .isEqualTo(digits("a1 33 1c 0b ad ca fe 20 01 f4 91 17") + ascii("command nope not found") + "00");
    }

    @Test
    void echoOfAnInt() {
        assertThat(answer("A1 00 0D 07 91 0A" + ascii("core.echo") + "00 00"))
                .isEqualTo(digits("a1 10 03 07 21 30 00"));
    }

    @Test
    void integers() {
        assertThat(answer("A1 00 16 2A 91 0C" + ascii("core.printi") + "00 20 01 2C 40 FF FF FF FE"))
                .isEqualTo(digits("a1 10 08 2a 20 01 2c 40 ff ff ff fe"));
    }

    @Test
    void aTextForAnInt() {
        String reason = "error at parameter 0: expected integer type but record doesn't match type";

        assertThat(answer("A1 00 11 2A 91 0C" + ascii("core.printi") + "00 21" + ascii("x") + "00"))
                .isEqualTo(digits("a1 30 4f 2a 20 01 90 91 4a") + ascii(reason) + "00");
    }

    private static String answer(String request) {
        FakeServer server = new FakeServer(new StandIns().commands(), BinrpcRules.DEFAULTS);
        server.received(Bytes.hex(request));
        return Bytes.hex(server.out());
    }
}

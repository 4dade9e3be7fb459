package org.wirechief.it.sidebyside;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.wirechief.it.live.Packet;

/// The raw bytes of the session. Nothing here is more than a careless client may send.
final class Exchanges {
    private static final byte[] ECHO = Packet.request(1, "core.echo", "abc");
    private static final byte[] MORE = Packet.request(2, "core.echo", "more", 5);
    private static final byte[] UNKNOWN = Packet.request(3, "no.such");

    static final List<Exchange> ALL = List.of(
            Exchange.of("nothing"),
            Exchange.of("one request", ECHO),
            Exchange.of("three requests, three writes", ECHO, MORE, UNKNOWN),
            Exchange.of("three requests in one write", joined(ECHO, MORE, UNKNOWN)),
            Exchange.of("a hundred requests in one write", joined(hundred())).onStreams(),
            Exchange.of("a request cut after 1 byte", cut(ECHO, 1)).onStreams(),
            Exchange.of("a request cut after 5 bytes", cut(ECHO, 5)).onStreams(),
            Exchange.of("a request cut before its last byte", cut(ECHO, ECHO.length - 1))
                    .onStreams(),
            Exchange.of("a request byte by byte", bytes(ECHO)).onStreams(),
            Exchange.of("one and a half, then the rest", cut(joined(ECHO, MORE), ECHO.length + 9))
                    .onStreams(),
            Exchange.of("cookies", request(0), request(0xFF), request(0x100), request(-1)),
            Exchange.ofHex("padded length and cookie", "a10f0000000d00000005" + "910a636f72652e6563686f00" + "00"),
            Exchange.ofHex("padded integers", "a1001209" + "910a636f72652e6563686f00" + "500000000005"),
            Exchange.ofHex(
                    "a text with a zero byte inside", "a1001309" + "910a636f72652e6563686f00" + "616162006364" + "00"),
            Exchange.of("a name of 236 characters", Packet.request(4, "x".repeat(236))),
            Exchange.of("an unknown method with arguments", Packet.request(4, "no.such", "a", 1)),
            Exchange.of("a fault in the middle", joined(ECHO, UNKNOWN, MORE)),
            Exchange.of("texts where integers belong", Packet.request(5, "core.printi", 1, "a")),
            Exchange.of("integers where texts belong", Packet.request(5, "core.prints", "a", 1)),
            Exchange.ofHex("a double where a text belongs", "a1000f07" + "910a636f72652e6563686f00" + "2205dc"),
            Exchange.ofHex("a struct where a text belongs", "a1000e07" + "910a636f72652e6563686f00" + "0383"),
            Exchange.ofHex("an array where a text belongs", "a1000e07" + "910a636f72652e6563686f00" + "0484"),
            Exchange.ofHex("a parameter that is cut off", "a1000f07" + "910a636f72652e6563686f00" + "717878"),
            Exchange.ofHex("an unknown type", "a1000d07" + "910a636f72652e6563686f00" + "07"),
            Exchange.ofHex("an empty body", "a1000007", "a1030000000007"),
            Exchange.ofHex("a method that is an integer", "a103020badcafe1005"),
            Exchange.ofHex("a method that is a struct", "a103020badcafe0383"),
            Exchange.ofHex("a method that is cut off", "a103030badcafe716162"),
            Exchange.ofHex("a method without a name", "a103020badcafe1100"),
            Exchange.of("another magic", changed(ECHO, 0, 0xB1)),
            Exchange.of("another version", changed(ECHO, 0, 0xA2)),
            Exchange.of("another kind", changed(ECHO, 1, ECHO[1] | 0x20)),
            Exchange.of("a reply", changed(ECHO, 1, ECHO[1] | 0x10)).onStreams(),
            Exchange.of("a fault", changed(ECHO, 1, ECHO[1] | 0x30)).onStreams(),
            Exchange.of("garbage behind a request", joined(ECHO, new byte[] {1, 2, 3, 4, 5})),
            Exchange.of("requests around garbage", joined(ECHO, changed(MORE, 0, 0xB1), ECHO)),
            Exchange.of("one byte", Arrays.copyOf(ECHO, 1)).unfinished(),
            Exchange.of("three bytes that begin nothing", new byte[] {7, 7, 7}).unfinished(),
            Exchange.of("half a header", Arrays.copyOf(ECHO, 3)).unfinished(),
            Exchange.of("a header alone", Arrays.copyOf(ECHO, 4)).unfinished(),
            Exchange.of("a request without its end", Arrays.copyOf(ECHO, 12)).unfinished(),
            Exchange.of("one and a half", Arrays.copyOf(joined(ECHO, MORE), ECHO.length + 9))
                    .unfinished()
                    .onStreams(),
            Exchange.of("an answer of 30 KB", Packet.request(6, "core.echo", "y".repeat(30_000))),
            Exchange.of(
                    "an answer of two times 30 KB",
                    Packet.request(6, "core.echo", "y".repeat(30_000), "z".repeat(30_000))),
            Exchange.of("a text of 40 KB", Packet.request(6, "core.prints", "y".repeat(40_000))),
            Exchange.of("a request of 65500 bytes", Packet.request(6, "core.printi", 1, "y".repeat(65_476))),
            Exchange.of("a request longer than can be", Packet.request(6, "core.printi", 1, "y".repeat(70_000)))
                    .onStreams(),
            Exchange.of("how many are there", Packet.request(7, "ctl.connections"))
                    .onStreams());

    private Exchanges() {}

    private static byte[] request(int cookie) {
        return Packet.request(cookie, "core.echo", "abc");
    }

    private static byte[][] hundred() {
        return IntStream.rangeClosed(1, 100)
                .mapToObj(i -> Packet.request(i, i % 10 == 0 ? "no.such" : "core.echo", "x", i))
                .toArray(byte[][]::new);
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List.of(pieces).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[][] cut(byte[] bytes, int at) {
        return new byte[][] {Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at, bytes.length)};
    }

    private static byte[][] bytes(byte[] bytes) {
        return IntStream.range(0, bytes.length)
                .mapToObj(i -> new byte[] {bytes[i]})
                .toArray(byte[][]::new);
    }

    private static byte[] changed(byte[] bytes, int at, int value) {
        byte[] copy = bytes.clone();
        copy[at] = (byte) value;
        return copy;
    }
}

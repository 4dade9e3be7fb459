package org.wirechief.wire.binrpc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;

/// Packets that nobody sends by mistake: captured requests cut, changed and spliced, lengths that
/// lie, structs that do not match, and noise.
final class HostilePackets {
    private static final int[] LENGTHS = {
        0, 1, 0xFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0x80000001, 0xFFFFFFF6, 0xFFFFFFFF, 0xFFFFFFFE, 65535, 65536
    };

    /// Bytes that mean something: tags of every type, opening and closing.
    private static final int[] TAGS = {
        0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x0F, 0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x93, 0x94,
        0xC1, 0xF1, 0xF2, 0xF5, 0x10, 0x11, 0x21, 0x25, 0x26, 0xFF
    };

    private final RandomGenerator random;
    private final List<byte[]> captured;

    HostilePackets(RandomGenerator random) {
        this.random = random;
        this.captured = Stream.of("types", "faults", "structparams", "malformed", "autoconv")
                .flatMap(file -> GoldenVectors.read("ctl/binrpc_" + file).stream())
                .filter(vector -> vector.hasBytes("request"))
                .map(HostilePackets::request)
                .filter(bytes -> bytes.length > 0 && bytes.length < 2000)
                .toList();
    }

    private static byte[] request(GoldenVector vector) {
        return vector.bytes("request");
    }

    byte[] next() {
        return switch (random.nextInt(6)) {
            case 0 -> cut();
            case 1 -> changed();
            case 2 -> lying();
            case 3 -> unbalanced();
            case 4 -> spliced();
            default -> noise();
        };
    }

    private byte[] any() {
        return captured.get(random.nextInt(captured.size())).clone();
    }

    private byte[] cut() {
        byte[] packet = any();
        return Arrays.copyOf(packet, random.nextInt(packet.length));
    }

    private byte[] changed() {
        byte[] packet = any();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            boolean isTag = random.nextBoolean();
            packet[random.nextInt(packet.length)] =
                    (byte) (isTag ? TAGS[random.nextInt(TAGS.length)] : random.nextInt());
        }
        return packet;
    }

    /// Lengths of the packet or of a record that are not true.
    private byte[] lying() {
        int length = LENGTHS[random.nextInt(LENGTHS.length)];
        if (random.nextBoolean()) {
            byte[] packet = any();
            return join(new byte[] {(byte) 0xA1, 0x0C}, fourBytes(length), new byte[] {7}, packet);
        }
        int type = random.nextInt(16);
        byte[] record = join(new byte[] {(byte) (0xC0 | type)}, fourBytes(length), any());
        return framed(join(new byte[] {0x21, 'c', 0}, record));
    }

    private byte[] unbalanced() {
        byte[] body = new byte[3 + random.nextInt(300)];
        body[0] = 0x21;
        body[1] = 'c';
        int shapes = 1 + random.nextInt(4);
        byte[][] pieces = {{3}, {(byte) 0x83}, {4}, {(byte) 0x84}, {0x25, 'n', 0}, {0x10, 1}, {0x21, 'x', 0}};
        int at = 3;
        while (at < body.length) {
            byte[] piece = pieces[random.nextInt(shapes == 1 ? 3 : pieces.length)];
            for (int i = 0; i < piece.length && at < body.length; i++) {
                body[at++] = piece[i];
            }
        }
        return framed(body);
    }

    private byte[] spliced() {
        byte[] one = any();
        byte[] other = any();
        int from = random.nextInt(other.length);
        byte[] packet =
                join(Arrays.copyOf(one, random.nextInt(one.length)), Arrays.copyOfRange(other, from, other.length));
        return random.nextBoolean() ? packet : framed(packet);
    }

    private byte[] noise() {
        byte[] bytes = new byte[random.nextInt(64)];
        random.nextBytes(bytes);
        return random.nextBoolean() ? bytes : framed(join(new byte[] {0x21, 'c', 0}, bytes));
    }

    private static byte[] framed(byte[] body) {
        return join(new byte[] {(byte) 0xA1, 0x04, (byte) (body.length >> 8), (byte) body.length, 1}, body);
    }

    private static byte[] fourBytes(int number) {
        return new byte[] {(byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number};
    }

    private static byte[] join(byte[]... parts) {
        List<byte[]> all = new ArrayList<>(List.of(parts));
        byte[] joined = new byte[all.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : all) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}

package org.wirechief.it.hostile;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.wirechief.it.live.Packet;

/// What a client may send that was not written for this server: requests with something done to
/// them at random. The same seed gives the same bytes.
final class HostileBytes {
    private static final List<byte[]> REQUESTS = List.of(
            Packet.request(7, "core.echo", "abc", 5, "a longer text of thirty bytes."),
            Packet.request(0x12345678, "core.printi", 0, 1, 255, 70_000, Integer.MAX_VALUE),
            Packet.request(1, "core.prints", "x".repeat(300), ""),
            Packet.request(300, "system.methodHelp", "core.echo"),
            Packet.request(2, "system.listMethods"),
            Packet.request(3, "cfg.get", "core", "debug"),
            Packet.request(4, "htable.sets", "a", "key", "value"),
            Packet.request(5, "pl.set_pid", "1.5", 2, "-3"),
            Packet.request(6, "no.such", "abc"));

    private static final int[] LENGTHS = {
        0, 1, 0x7F, 0x80, 0xFF, 0x100, 0xFFFF, 0x10000, 0xFFFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFF0, 0xFFFFFFFF
    };

    private final RandomGenerator random;
    private final Deque<byte[]> cuts = new ArrayDeque<>();
    private int count;

    HostileBytes(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (byte[] request : REQUESTS) {
            for (int length = 0; length < request.length; length++) {
                cuts.add(Arrays.copyOf(request, length));
            }
        }
    }

    /// At first every request cut at every byte, then requests with something random done to them.
    byte[] next() {
        if (!cuts.isEmpty()) {
            return cuts.removeFirst();
        }
        byte[] request = REQUESTS.get(count % REQUESTS.size());
        int kind = count++ / REQUESTS.size() % 8;
        return switch (kind) {
            case 0 -> withHeaderLength(request);
            case 1 -> withRecordLength(request);
            case 2 -> withoutZeros(request);
            case 3 -> withTags(request);
            case 4 -> withBytesReplaced(request);
            case 5 -> garbage(random.nextInt(2000));
            case 6 -> joined(request, garbage(random.nextInt(20)), request);
            default -> withRecords(request, garbage(random.nextInt(200)));
        };
    }

    private int length() {
        return random.nextBoolean() ? random.nextInt() : LENGTHS[random.nextInt(LENGTHS.length)];
    }

    private byte[] withHeaderLength(byte[] request) {
        int lengthBytes = 1 + random.nextInt(4);
        byte[] header = {(byte) 0xA1, (byte) ((lengthBytes - 1) << 2 | (request[1] & 3))};
        return joined(header, bigEndian(length(), lengthBytes), cookieAndBody(request));
    }

    /// A whole packet, one record of which says it has another length.
    private byte[] withRecordLength(byte[] request) {
        int lengthBytes = random.nextInt(8);
        byte[] tag = {(byte) (0x80 | lengthBytes << 4 | random.nextInt(7))};
        return withRecords(request, joined(tag, bigEndian(length(), lengthBytes), garbage(random.nextInt(30))));
    }

    private byte[] withoutZeros(byte[] request) {
        byte[] body = body(request);
        int kept = 0;
        for (byte value : body) {
            if (value != 0 || random.nextBoolean()) {
                body[kept++] = value;
            }
        }
        return packet(Arrays.copyOf(body, kept));
    }

    private byte[] withTags(byte[] request) {
        byte[] tags = garbage(1 + random.nextInt(random.nextInt(10) == 0 ? 60_000 : 50));
        byte[] kinds = {0x03, 0x04, (byte) 0x83, (byte) 0x84, 0x25};
        for (int i = 0; i < tags.length; i++) {
            tags[i] = kinds[random.nextInt(kinds.length)];
        }
        return withRecords(request, tags);
    }

    private byte[] withBytesReplaced(byte[] request) {
        byte[] changed = request.clone();
        for (int i = random.nextInt(8); i >= 0; i--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
        }
        return changed;
    }

    /// A packet with these records somewhere in its body.
    private byte[] withRecords(byte[] request, byte[] records) {
        byte[] body = body(request);
        int at = random.nextInt(body.length + 1);
        return packet(joined(Arrays.copyOf(body, at), records, Arrays.copyOfRange(body, at, body.length)));
    }

    private static byte[] packet(byte[] body) {
        return joined(new byte[] {(byte) 0xA1, 0x0C}, bigEndian(body.length, 4), new byte[] {9}, body);
    }

    private static byte[] cookieAndBody(byte[] request) {
        return Arrays.copyOfRange(request, 3 + (request[1] >> 2 & 3), request.length);
    }

    private static byte[] body(byte[] request) {
        return Arrays.copyOfRange(request, 4 + (request[1] >> 2 & 3) + (request[1] & 3), request.length);
    }

    private byte[] garbage(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /// The last `length` bytes of a number, with zeros before them beyond four.
    private static byte[] bigEndian(int number, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < Math.min(4, length); i++) {
            bytes[length - 1 - i] = (byte) (number >>> (8 * i));
        }
        return bytes;
    }

    private static byte[] joined(byte[]... pieces) {
        int length = Arrays.stream(pieces).mapToInt(piece -> piece.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }
}

package org.wirechief.wire.mitext;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Access;
import org.wirechief.core.Octets;
import org.wirechief.core.Origin;
import org.wirechief.core.ProtocolError;
import org.wirechief.wire.ReplyBuffer;

/// Datagrams as tests write and compare them: a character a byte.
final class Texts {
    static final Origin ORIGIN = new Origin("test", "none", "nobody", Access.READ);

    /// A pair of a request.
    record Pair(@Nullable Octets name, @Nullable Octets value) {}

    private Texts() {}

    static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static Octets octets(String latin1) {
        return Octets.copyOf(bytes(latin1));
    }

    /// A request of a command `c` with these arguments, parsed.
    static MiTextRequest request(String arguments) throws ProtocolError {
        return parsed(bytes(":c:\n" + arguments));
    }

    static MiTextRequest parsed(byte[] datagram) throws ProtocolError {
        MiTextRequest request = MiTextRequest.of(datagram, 0, datagram.length, ORIGIN);
        request.parseArguments();
        return request;
    }

    static String text(ReplyBuffer buffer) {
        return text(Arrays.copyOf(buffer.bytes(), buffer.size()));
    }

    static String line(MiTextError error, MiTextProfile profile) {
        ReplyBuffer out = new ReplyBuffer();
        error.write(out, profile);
        return text(out);
    }

    static List<Pair> pairs(MiTextArguments arguments) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            pairs.add(new Pair(arguments.name(i), arguments.value(i)));
        }
        return pairs;
    }
}

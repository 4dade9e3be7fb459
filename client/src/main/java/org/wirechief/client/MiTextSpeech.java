package org.wirechief.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.mitext.MiDatagram;
import org.wirechief.wire.mitext.MiTextAnswer;
import org.wirechief.wire.mitext.MiTextCall;

/// MI text, OpenSIPS's language up to 2.4.
final class MiTextSpeech implements MiSpeech {
    /// What servers that speak JSON-RPC only say to text; those that speak text say it otherwise.
    private static final byte[] NO_JSON = "400 Parse_error".getBytes(StandardCharsets.US_ASCII);

    @Override
    public ReplyBuffer request(Exchange call) {
        ReplyBuffer request = new ReplyBuffer();
        MiTextCall.write(request, Octets.of(call.command()), call.args().inOrder());
        return request;
    }

    @Override
    public boolean has(Arguments args) {
        return args.inOrder().stream().allMatch(MiTextSpeech::isText)
                && args.byName().stream().allMatch(MiTextSpeech::isText);
    }

    private static boolean isText(Value arg) {
        return arg instanceof Value.Struct(List<Value.Member> members)
                ? members.stream().noneMatch(member -> isComposite(member.value()))
                : !isComposite(arg);
    }

    private static boolean isComposite(Value value) {
        return value instanceof Value.Arr || value instanceof Value.Struct;
    }

    /// A provisional one does not (`async/provisional`).
    @Override
    public boolean ends(byte[] reply, int length) {
        return length > 0 && !(reply[0] == '1' && MiDatagram.isTextReply(reply, 0, length));
    }

    @Override
    public boolean isMisunderstood(byte[] reply, int length) {
        return Arrays.equals(reply, 0, length, NO_JSON, 0, NO_JSON.length);
    }

    @Override
    public List<Value> read(byte[] reply) throws ProtocolError {
        MiTextAnswer read = MiTextAnswer.read(reply, 0, reply.length);
        if (!read.isSuccess()) {
            throw new Fault(read.code(), read.reason().toString());
        }
        return read.values();
    }
}

package org.wirechief.cli.kamcmd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.binrpc.AnswerRecord;
import org.wirechief.wire.binrpc.AnswerRecords;
import org.wirechief.wire.binrpc.BinrpcCall;
import org.wirechief.wire.binrpc.PacketHeader;

/// One call: sends it and reads the answer, piece by piece (spec ctl §14.3).
final class KamcmdCall {
    /// Longer answers are refused before they are stored; kamcmd itself refuses those over 128 KB.
    private static final int LONGEST_ANSWER = 64 * 1024 * 1024;

    private final KamcmdConnection connection;
    private final KamcmdOutput output;
    private byte[] bytes = new byte[KamcmdConnection.ROOM];
    private int filled;

    KamcmdCall(KamcmdConnection connection, KamcmdOutput output) {
        this.connection = connection;
        this.output = output;
    }

    /// What came back: a reply or a fault, its records not looked at.
    record Reply(boolean fault, AnswerRecords records) {
        /// The texts among its records.
        List<Octets> texts() throws ProtocolError {
            List<Octets> texts = new ArrayList<>();
            for (AnswerRecord record = records.next(); record != null; record = records.next()) {
                if (record instanceof AnswerRecord.Scalar scalar && scalar.value() instanceof Value.Text(Octets text)) {
                    texts.add(text.untilNul());
                }
            }
            return texts;
        }
    }

    Reply exchange(Octets method, List<Value> args) throws KamcmdError, IOException {
        int cookie = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
        ReplyBuffer request = new ReplyBuffer();
        BinrpcCall.write(request, cookie, method, args);
        try {
            connection.send(request.bytes(), request.size());
        } catch (IOException e) {
            throw systemFailure("send packet", e);
        }
        PacketHeader header = null;
        while (header == null || filled < header.packetLength()) {
            receive();
            if (header == null) {
                header = header();
            }
        }
        check(header, cookie);
        int body = header.headerLength();
        return new Reply(
                header.kind() == PacketHeader.Kind.FAULT, new AnswerRecords(bytes, body, body + header.bodyLength()));
    }

    private void receive() throws KamcmdError, IOException {
        if (bytes.length - filled < KamcmdConnection.ROOM) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, filled + KamcmdConnection.ROOM));
        }
        int length;
        try {
            length = connection.receive(bytes, filled);
        } catch (IOException e) {
            throw systemFailure("read reply", e);
        }
        if (length < 0) {
            throw new KamcmdError("ERROR: read reply failed: Success (0)");
        }
        output.received(bytes, filled, length);
        filled += length;
    }

    private @Nullable PacketHeader header() throws KamcmdError, IOException {
        PacketHeader header;
        try {
            header = PacketHeader.read(bytes, 0, filled);
        } catch (ProtocolError e) {
            throw new KamcmdError("ERROR while parsing the reply: corrupted packet");
        }
        if (header != null) {
            output.begins(header);
            if (header.bodyLength() > LONGEST_ANSWER) {
                throw new KamcmdError("ERROR: reply too big");
            }
        }
        return header;
    }

    private static void check(PacketHeader header, int cookie) throws KamcmdError {
        if (header.kind() == PacketHeader.Kind.REQUEST) {
            throw new KamcmdError("ERROR: not a reply");
        }
        if (header.cookie() != cookie) {
            throw new KamcmdError(
                    "bad reply, cookie doesn't match: sent %02x and received  %02x\n".formatted(cookie, header.cookie())
                            + "ERROR: cookie does not match");
        }
    }

    private static KamcmdError systemFailure(String what, IOException e) {
        return new KamcmdError(SystemError.of(e)
                .map(known -> "ERROR: " + what + " failed: " + known.text() + " (" + known.number() + ")")
                .orElseGet(() -> "ERROR: " + what + " failed: " + e.getMessage()));
    }
}

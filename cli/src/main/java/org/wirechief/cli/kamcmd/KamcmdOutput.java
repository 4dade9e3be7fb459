package org.wirechief.cli.kamcmd;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.wirechief.cli.command.Stdio;
import org.wirechief.cli.output.ByteSink;
import org.wirechief.cli.output.RecordSource;
import org.wirechief.cli.output.ReplyFormat;
import org.wirechief.cli.output.TextLayout;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.wire.binrpc.PacketHeader;

/// What kamcmd prints: answers and, with `-v`, how they came.
final class KamcmdOutput {
    private static final ReplyFormat FAULT = ReplyFormat.parse("%v - %v\\n");

    private final Stdio stdio;
    private final int verbosity;
    private final ByteSink sink;

    KamcmdOutput(Stdio stdio, int verbosity) {
        this.stdio = stdio;
        this.verbosity = verbosity;
        this.sink = new ByteSink(stdio.out(), false);
    }

    /// One that shows nothing of how answers come.
    KamcmdOutput quiet() {
        return new KamcmdOutput(stdio, 0);
    }

    /// A piece was read.
    void received(byte[] bytes, int from, int length) throws IOException {
        if (verbosity > 2) {
            print("received " + length + " bytes in reply (@offset " + from + "):\n");
            print(HexDump.of(bytes, from, from + length));
        }
    }

    /// A header is whole.
    void begins(PacketHeader header) throws IOException {
        if (verbosity > 1) {
            int type = header.kind() == PacketHeader.Kind.FAULT ? 3 : header.kind() == PacketHeader.Kind.REPLY ? 1 : 0;
            print("new packet: type %02x, len %d, cookie %02x\n".formatted(type, header.bodyLength(), header.cookie()));
        }
    }

    /// Prints an answer; a fault is printed as `error: CODE - TEXT` whatever the format.
    ///
    /// @throws KamcmdError when a record is broken; what stands before it is printed
    void answer(KamcmdCall.Reply reply, @Nullable ReplyFormat format) throws IOException, KamcmdError {
        RecordSource records = reply.records()::next;
        try {
            if (reply.fault()) {
                print("error: ");
                FAULT.print(records, sink);
            } else if (format != null) {
                format.print(records, sink);
            } else {
                TextLayout.print(records, sink);
            }
        } catch (ProtocolError e) {
            throw new KamcmdError("ERROR:: while parsing the " + e.getMessage());
        }
    }

    /// An answer was printed.
    void ends() throws IOException {
        if (verbosity > 0) {
            print(".\n");
        }
    }

    void print(String text) throws IOException {
        stdio.print(text);
    }

    /// Prints a line of any bytes.
    void line(Octets line) throws IOException {
        sink.octets(line).octet('\n');
    }

    /// Tells of an error, behind all that was printed.
    void tell(KamcmdError error) throws IOException {
        stdio.out().flush();
        stdio.say(String.valueOf(error.getMessage()));
    }
}

package org.wirechief.wire.mitext;

import java.util.Objects;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.MiNaming;
import org.wirechief.core.Octets;
import org.wirechief.core.Origin;
import org.wirechief.core.ProtocolError;

/// A request as a call, read in two steps, because an unknown command is told before broken
/// arguments are, and those of a command that takes none are never looked at:
///
/// ```java
/// MiTextRequest request = MiTextRequest.of(bytes, from, to, origin); // else NOT_AVAILABLE
/// CommandSpec spec = dispatch.find(Vocabulary.MI, request.command()); // null: NOT_AVAILABLE
/// request.parseArguments(); // unless spec takes none; else PARSE_ERROR
/// dispatch.run(spec, request, reply);
/// ```
///
/// Its arguments are slices of the datagram, so it is valid as long as those bytes keep their
/// content; they are not changed. One thread at a time.
public final class MiTextRequest implements Call {
    private final byte[] bytes;
    private final int arguments;
    private final int to;
    private final Octets command;
    private final Origin origin;
    private MiTextArguments parsed;
    private MiTextArgs args;
    private MiNaming naming = MiNaming.V3;

    private MiTextRequest(byte[] bytes, int arguments, int to, Octets command, Origin origin) {
        this.bytes = bytes;
        this.arguments = arguments;
        this.to = to;
        this.command = command;
        this.origin = origin;
        this.parsed = new MiTextArguments(bytes);
        this.args = new MiTextArgs(parsed);
    }

    /// Reads the first line of a datagram, and nothing after it.
    ///
    /// @param to behind its last byte
    /// @throws ProtocolError when it is none, which is answered as
    ///     [MiTextError#NOT_AVAILABLE]; the message is for logs
    /// @throws IndexOutOfBoundsException when the datagram does not lie inside `bytes`
    public static MiTextRequest of(byte[] bytes, int from, int to, Origin origin) throws ProtocolError {
        Objects.checkFromToIndex(from, to, bytes.length);
        if (from == to || bytes[from] != ':') {
            throw new ProtocolError("no colon at its beginning");
        }
        int colon = from + 1;
        while (colon < to && bytes[colon] != ':' && bytes[colon] != 0) {
            colon++;
        }
        if (colon == to || bytes[colon] == 0) {
            throw new ProtocolError("no colon behind the command's name");
        }
        if (colon + 1 == to || bytes[colon + 1] != '\n') {
            throw new ProtocolError("no line feed behind the second colon");
        }
        Octets command = Octets.copyOf(bytes, from + 1, colon);
        return new MiTextRequest(bytes, colon + 2, to, command, origin);
    }

    /// Says which names the caller uses; until then those of 2.x.
    public void use(MiNaming names) {
        naming = names;
    }

    @Override
    public MiNaming naming() {
        return naming;
    }

    /// Reads the arguments; until then there are none.
    ///
    /// @throws ProtocolError when they cannot be parsed, which is answered as
    ///     [MiTextError#PARSE_ERROR]; the message says where, for logs
    public void parseArguments() throws ProtocolError {
        parsed = ArgumentParser.parse(bytes, arguments, to);
        args = new MiTextArgs(parsed);
    }

    /// The bytes between the colons, compared exactly; may be empty or hold line feeds.
    @Override
    public Octets command() {
        return command;
    }

    /// The one cursor over the values.
    @Override
    public Args args() {
        return args;
    }

    /// The arguments with their names.
    public MiTextArguments arguments() {
        return parsed;
    }

    @Override
    public Origin origin() {
        return origin;
    }
}

package org.wirechief.wire.jsonrpc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wirechief.wire.json.JsonReader;
import org.wirechief.wire.json.JsonRules;
import org.wirechief.wire.json.JsonValue;

/// Finds the requests among bytes that were written to a FIFO (spec mi-json §7.2):
///
/// ```
/// [blank*] ':' NAME? ':' JSON
/// ```
///
/// They may follow each other with blanks between or without, and come in any pieces. What is no
/// request costs only itself: looking goes on where the next one plainly begins, with a colon, a
/// name of letters, digits and the like, a colon, and an object or array.
///
/// Of a request that is not whole yet it remembers how far it was read, so that one in many pieces
/// costs no more than in one. One thread at a time.
public final class FifoRequests {
    private static final int NONE = -1;

    private final JsonReader reader = new JsonReader(JsonRules.REFERENCE);

    /// The request of which more is needed, if there is one: its array, where it begins, where its
    /// bytes ended, and where its name ends, if that has come.
    private byte[] array = new byte[0];

    private int begin = NONE;
    private int known;
    private int nameEnd = NONE;
    private long looked;

    public FifoRequests() {}

    /// What stands at `from`.
    ///
    /// @param bytes when it is the same array as before, and `fresh` where the bytes ended then,
    ///     what was read of a request that was incomplete is not read again
    /// @param fresh where the bytes written last begin; a request that begins there says that what
    ///     is before it and not whole was given up
    /// @param to behind the last byte
    public FifoFinding next(byte[] bytes, int from, int fresh, int to) {
        int at = skipBlanks(bytes, from, to);
        boolean goesOn = isKnown(bytes) && at == begin && fresh == known;
        int name = goesOn ? nameEnd : NONE;
        int unseen = goesOn ? known : at + 1;
        begin = NONE;
        if (at == to) {
            return new FifoFinding.Incomplete(to);
        }
        if (bytes[at] != ':') {
            return new FifoFinding.Garbage(resync(bytes, at, to));
        }
        return name == NONE ? named(bytes, at, unseen, fresh, to) : text(bytes, at, name, fresh, to, true);
    }

    /// The text of the [FifoFinding.Request] that was found last; it lasts.
    ///
    /// @throws IllegalStateException when something else was found last
    public JsonValue text() {
        return reader.lastingRoot();
    }

    // the very array: it is what says that its bytes are those of before
    @SuppressWarnings("ReferenceEquality")
    private boolean isKnown(byte[] bytes) {
        return bytes == array;
    }

    /// @param unseen where to look for the end of the name
    private FifoFinding named(byte[] bytes, int at, int unseen, int fresh, int to) {
        int nameTo = indexOfColon(bytes, unseen, to);
        looked += (nameTo == NONE ? to : nameTo) - unseen;
        if (nameTo == NONE) {
            return incomplete(bytes, at, NONE, to);
        }
        boolean opensWrite = at < nameTo && nameTo == skipBlanks(bytes, fresh, to);
        return opensWrite && isNameRatherThanText(bytes, nameTo + 1, to)
                ? new FifoFinding.Abandoned(nameTo)
                : text(bytes, at, nameTo, fresh, to, false);
    }

    /// What follows a colon that may end a name, or begin a request whose name would be JSON,
    /// `4711`: of requests every text is an object or an array.
    private static boolean isNameRatherThanText(byte[] bytes, int from, int to) {
        int at = skipBlanks(bytes, from, to);
        return at < to && bytes[at] > ' ' && bytes[at] != '{' && bytes[at] != '[';
    }

    private FifoFinding text(byte[] bytes, int at, int nameTo, int fresh, int to, boolean goesOn) {
        return switch (goesOn ? reader.resume(bytes, to) : reader.read(bytes, nameTo + 1, to)) {
            case WHOLE -> new FifoFinding.Request(at + 1, nameTo, reader.end());
            case INCOMPLETE -> incomplete(bytes, at, nameTo, to);
            case BROKEN -> broken(bytes, at, nameTo, fresh, to);
        };
    }

    private FifoFinding incomplete(byte[] bytes, int at, int nameTo, int to) {
        array = bytes;
        begin = at;
        known = to;
        nameEnd = nameTo;
        return new FifoFinding.Incomplete(at);
    }

    /// How many bytes it has looked at for names and texts, those it looked at again as often.
    long looked() {
        return looked + reader.looked();
    }

    private FifoFinding broken(byte[] bytes, int at, int nameTo, int fresh, int to) {
        int begin = skipBlanks(bytes, fresh, to);
        // a read may end anywhere: what begins with a text goes on with a request
        if (at < begin && begin < to && bytes[begin] == ':' && !isTextAt(bytes, begin + 1, to)) {
            return new FifoFinding.Abandoned(begin);
        }
        int next = resync(bytes, at + 1, to);
        return opensText(bytes, next, to) && isHalf(bytes, nameTo, next)
                ? new FifoFinding.Abandoned(next)
                : new FifoFinding.Unreadable(at + 1, nameTo, next);
    }

    /// Whether a request is all that it says to be: its name has ended, and its text has begun.
    private static boolean opensText(byte[] bytes, int at, int to) {
        int nameTo = at < to ? indexOfColon(bytes, at + 1, to) : NONE;
        return nameTo != NONE && isTextAt(bytes, nameTo + 1, to);
    }

    /// Whether a request could have gone on where another begins, so that nothing is wrong with it
    /// but that its rest is missing.
    private boolean isHalf(byte[] bytes, int nameTo, int next) {
        return next <= nameTo || reader.read(bytes, nameTo + 1, next) == JsonReader.Outcome.INCOMPLETE;
    }

    private static boolean isTextAt(byte[] bytes, int from, int to) {
        int at = skipBlanks(bytes, from, to);
        return at < to && (bytes[at] == '{' || bytes[at] == '[');
    }

    /// The reply FIFO's name of a request of which only the beginning came.
    ///
    /// @return empty when it names none, null when the name is not all there
    public static byte @Nullable [] nameOf(byte[] bytes, int from, int to) {
        int at = skipBlanks(bytes, from, to);
        if (at == to || bytes[at] != ':') {
            return null;
        }
        int nameTo = indexOfColon(bytes, at + 1, to);
        return nameTo == NONE ? null : Arrays.copyOfRange(bytes, at + 1, nameTo);
    }

    /// The command of a request in the line-based language that FIFOs of this kind spoke before
    /// JSON, `:command:reply FIFO\n` with the reply FIFO's name or without (spec mi-text §13).
    ///
    /// @param from where the colon before it is, or blanks before that
    /// @return null for what does not look like one
    public static @Nullable String commandOfLines(byte[] bytes, int from, int to) {
        int colon = skipBlanks(bytes, from, to);
        if (colon == to || bytes[colon] != ':') {
            return null;
        }
        int commandTo = behindWord(bytes, colon + 1, to);
        if (commandTo == colon + 1 || commandTo == to || bytes[commandTo] != ':') {
            return null;
        }
        int lineTo = behindWord(bytes, commandTo + 1, to);
        return lineTo < to && bytes[lineTo] == '\n'
                ? new String(bytes, colon + 1, commandTo - colon - 1, StandardCharsets.US_ASCII)
                : null;
    }

    private static int behindWord(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] > 0 && (isPlain(bytes[at]) || bytes[at] == '.')) {
            at++;
        }
        return at;
    }

    /// Where the next request plainly begins, as far as can be seen.
    ///
    /// @return `to` when there is none
    public static int resync(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == ':' && isPlainBeginning(bytes, at, to)) {
                return at;
            }
        }
        return to;
    }

    private static boolean isPlainBeginning(byte[] bytes, int at, int to) {
        if (bytes[at] != ':') {
            return false;
        }
        int nameTo = at + 1;
        while (nameTo < to && isPlain(bytes[nameTo])) {
            nameTo++;
        }
        if (nameTo == to) {
            return true;
        }
        if (bytes[nameTo] != ':') {
            return false;
        }
        int text = skipBlanks(bytes, nameTo + 1, to);
        return text == to || bytes[text] == '{' || bytes[text] == '[';
    }

    /// Stands in names, and not in JSON outside strings.
    private static boolean isPlain(byte next) {
        return next < 0
                || (next >= 'a' && next <= 'z')
                || (next >= 'A' && next <= 'Z')
                || (next >= '0' && next <= '9')
                || next == '_'
                || next == '-'
                || next == '+'
                || next == '@';
    }

    private static int indexOfColon(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == ':') {
                return at;
            }
        }
        return NONE;
    }

    private static int skipBlanks(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '\n')) {
            at++;
        }
        return at;
    }
}

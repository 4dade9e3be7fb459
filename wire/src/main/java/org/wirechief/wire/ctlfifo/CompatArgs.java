package org.wirechief.wire.ctlfifo;

import java.util.Objects;
import org.wirechief.core.Args;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.Param;
import org.wirechief.core.Signature;
import org.wirechief.core.Value;

/// Parameters as Kamailio 5.6.3 takes them (spec ctl §10.2): before an optional one a line is lost,
/// before a repeated one each time; the blank line counts as one; when lines run out the last value
/// is given once more; numbers are what a line begins with.
final class CompatArgs implements Args {
    /// What the next optional parameter will be; known once the line before it is lost.
    private enum Ready {
        NOTHING,
        LINE,
        LAST_AGAIN
    }

    private static final Octets NO_VALUE = Octets.of("<null string>");

    private final LineCursor cursor;
    private final int required;
    private final boolean repeated;
    private int given;
    private boolean lineLost;
    private Ready ready = Ready.NOTHING;
    private Octets last = NO_VALUE;

    CompatArgs(LineCursor cursor, Signature signature) {
        this.cursor = cursor;
        this.required = (int) signature.params().stream()
                .filter(param -> !param.presence().mayBeMissing())
                .count();
        this.repeated = signature.params().stream().map(Param::presence).anyMatch(Param.Presence::isRepeated);
    }

    @Override
    public boolean hasNext() {
        if (given < required || ready != Ready.NOTHING) {
            return ready != Ready.NOTHING || cursor.hasNext();
        }
        if (repeated || !lineLost) {
            if (!cursor.hasNext()) {
                return false;
            }
            cursor.advance();
            lineLost = true;
        }
        if (cursor.hasNext() && (repeated || cursor.textEnd() > cursor.position())) {
            ready = Ready.LINE;
        } else if (repeated) {
            ready = Ready.LAST_AGAIN;
        }
        return ready != Ready.NOTHING;
    }

    @Override
    public long integer() {
        return LineNumber.leadingInteger(number());
    }

    @Override
    public double real() {
        return LineNumber.leadingReal(number());
    }

    private Octets number() {
        Octets text = next();
        if (text.isEmpty()) {
            throw Fault.aboutArgument(400, "Invalid parameter value on line " + (cursor.number() - 1));
        }
        return text;
    }

    @Override
    public Octets octets() {
        return next();
    }

    @Override
    public Value value() {
        return new Value.Text(next());
    }

    /// Kamailio's line protocol has no converting parameters.
    @Override
    public Args converting() {
        throw new Fault(500, "Server Internal Error (Invalid Formatting Character '.')");
    }

    @Override
    public Args at(int index) {
        Objects.checkIndex(index, Integer.MAX_VALUE);
        if (index < given) {
            cursor.rewind();
            given = 0;
            lineLost = false;
            ready = Ready.NOTHING;
        }
        while (given < index) {
            next();
        }
        return this;
    }

    private Octets next() {
        if (given >= required && !hasNext()) {
            throw Fault.aboutArgument(400, "Too few parameters: line " + cursor.number() + " is missing");
        }
        boolean again = ready == Ready.LAST_AGAIN;
        ready = Ready.NOTHING;
        given++;
        if (!again) {
            last = take();
        }
        return last;
    }

    private Octets take() {
        Octets text = CtlFifoArgs.next(cursor, true);
        cursor.advance();
        return text.untilNul();
    }
}

package org.wirechief.server.commands;

import java.util.List;
import org.wirechief.core.Args;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// Arguments that are there as values. Strict until asked to convert; a read that fails consumes
/// nothing.
final class ValueArgs implements Args {
    private final List<Value> values;
    private int next;

    ValueArgs(List<Value> values) {
        this.values = values;
    }

    @Override
    public boolean hasNext() {
        return next < values.size();
    }

    @Override
    public long integer() {
        if (peek("integer") instanceof Value.Int(long number)) {
            next++;
            return number;
        }
        throw fault("integer");
    }

    @Override
    public double real() {
        if (peek("float") instanceof Value.Real(double number)) {
            next++;
            return number;
        }
        throw fault("float");
    }

    @Override
    public Octets octets() {
        if (peek("string") instanceof Value.Text(Octets text)) {
            next++;
            return text;
        }
        throw fault("string");
    }

    @Override
    public Value value() {
        Value value = peek("another");
        next++;
        return value;
    }

    @Override
    public Args converting() {
        return new Converting();
    }

    @Override
    public Args at(int index) {
        next = index;
        return this;
    }

    private Value peek(String expected) {
        if (!hasNext()) {
            throw fault(expected);
        }
        return values.get(next);
    }

    private Fault fault(String expected) {
        return Fault.aboutArgument(400, "argument " + next + ": expected " + expected);
    }

    /// The same cursor; whatever has a text is text.
    private final class Converting implements Args {
        @Override
        public boolean hasNext() {
            return ValueArgs.this.hasNext();
        }

        @Override
        public long integer() {
            return value().asLong();
        }

        @Override
        public double real() {
            return value().asDouble();
        }

        @Override
        public Octets octets() {
            return Octets.of(value().asText());
        }

        @Override
        public Value value() {
            return ValueArgs.this.value();
        }

        @Override
        public Args converting() {
            return this;
        }

        @Override
        public Args at(int index) {
            ValueArgs.this.at(index);
            return this;
        }
    }
}

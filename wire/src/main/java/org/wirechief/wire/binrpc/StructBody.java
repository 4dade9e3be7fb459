package org.wirechief.wire.binrpc;

import java.util.function.Consumer;
import org.wirechief.core.Elements;
import org.wirechief.core.Members;
import org.wirechief.core.Octets;

/// What a command sees of the inside of a struct, with names or, of an array, without.
record StructBody(AnswerLevel level) implements Members, Elements {
    @Override
    public void put(Octets name, long value) {
        level.integer(name, value);
    }

    @Override
    public void put(Octets name, double value) {
        level.real(name, value);
    }

    @Override
    public void put(Octets name, boolean value) {
        level.integer(name, value ? 1 : 0);
    }

    @Override
    public void put(Octets name, Octets text) {
        level.text(name, text);
    }

    @Override
    public void nil(Octets name) {
        level.nil(name);
    }

    @Override
    public void blob(Octets name, Octets bytes) {
        level.blob(name, bytes);
    }

    @Override
    public void struct(Octets name, Consumer<? super Members> body) {
        level.struct(name, body);
    }

    @Override
    public void array(Octets name, Consumer<? super Elements> body) {
        level.array(name, body);
    }

    @Override
    public void add(long value) {
        level.integer(null, value);
    }

    @Override
    public void add(double value) {
        level.real(null, value);
    }

    @Override
    public void add(boolean value) {
        level.integer(null, value ? 1 : 0);
    }

    @Override
    public void add(Octets text) {
        level.text(null, text);
    }

    @Override
    public void nil() {
        level.nil(null);
    }

    @Override
    public void blob(Octets bytes) {
        level.blob(null, bytes);
    }

    @Override
    public void struct(Consumer<? super Members> body) {
        level.struct(null, body);
    }

    @Override
    public void array(Consumer<? super Elements> body) {
        level.array(null, body);
    }
}

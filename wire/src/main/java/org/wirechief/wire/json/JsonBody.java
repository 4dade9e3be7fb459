package org.wirechief.wire.json;

import java.util.function.Consumer;
import org.wirechief.core.Elements;
import org.wirechief.core.Members;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// The inside of one object or array: puts the commas.
final class JsonBody implements Members, JsonElements {
    private final JsonWriter writer;
    private boolean begun;

    JsonBody(JsonWriter writer) {
        this.writer = writer;
    }

    @Override
    public JsonWriter next() {
        if (begun) {
            writer.raw(',');
        }
        begun = true;
        return writer;
    }

    private JsonWriter named(Octets name) {
        next().text(name);
        writer.raw(':');
        return writer;
    }

    void add(JsonValue value) {
        next().value(value);
    }

    void put(Octets name, JsonValue value) {
        named(name).value(value);
    }

    @Override
    public void put(Octets name, long value) {
        named(name).integer(value);
    }

    @Override
    public void put(Octets name, double value) {
        named(name).real(value);
    }

    @Override
    public void put(Octets name, boolean value) {
        named(name).bool(value);
    }

    @Override
    public void put(Octets name, Octets text) {
        named(name).text(text);
    }

    @Override
    public void nil(Octets name) {
        named(name).nil();
    }

    @Override
    public void blob(Octets name, Octets bytes) {
        named(name).text(bytes);
    }

    @Override
    public void struct(Octets name, Consumer<? super Members> body) {
        named(name).object(body);
    }

    @Override
    public void array(Octets name, Consumer<? super Elements> body) {
        named(name).array(body);
    }

    @Override
    public void put(Octets name, Value value) {
        named(name).value(value);
    }
}

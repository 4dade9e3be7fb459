package org.wirechief.wire.json;

import java.util.Arrays;

/// The values of a text in the order they begin, three numbers each: where the value begins, where
/// it ends, and which value follows it, what it contains left out. An object's names are values
/// too, each before the one it names.
final class Tape {
    private static final int START = 0;
    private static final int END = 1;
    private static final int NEXT = 2;
    private static final int WIDTH = 3;
    private static final int INITIAL = 64 * WIDTH;

    /// What [#clear] keeps at most, so that one long text does not stay in memory for ever.
    private static final int KEPT = 16 * 1024 * WIDTH;

    private byte[] bytes = new byte[0];
    private int[] cells;
    private int size;

    Tape() {
        this(new int[INITIAL]);
    }

    private Tape(int[] cells) {
        this.cells = cells;
    }

    /// The same values, of a copy of the text from one place to another, which lasts. Not to be
    /// changed, and so safe for use by several threads.
    Tape copy(int from, int to) {
        Tape copy = new Tape(Arrays.copyOf(cells, size * WIDTH));
        copy.bytes = Arrays.copyOfRange(bytes, from, to);
        copy.size = size;
        for (int at = 0; at < copy.cells.length; at += WIDTH) {
            copy.cells[at + START] -= from;
            copy.cells[at + END] -= from;
        }
        return copy;
    }

    /// Bytes it takes in memory, its text included.
    int weight() {
        return bytes.length + cells.length * Integer.BYTES;
    }

    void clear(byte[] text) {
        bytes = text;
        size = 0;
        if (cells.length > KEPT) {
            cells = new int[INITIAL];
        }
    }

    /// The text has another array now, with the same bytes at the same places.
    void moved(byte[] text) {
        bytes = text;
    }

    /// Takes the value back that was noted last.
    void forgetLast() {
        size--;
    }

    byte[] bytes() {
        return bytes;
    }

    /// Notes a value without contents.
    int add(int start, int end) {
        int value = open(start, end);
        cells[value * WIDTH + NEXT] = value + 1;
        return value;
    }

    /// Notes a value that will be closed. Until then its second number is free for the reader.
    int open(int start, int memo) {
        int at = size * WIDTH;
        if (at == cells.length) {
            cells = Arrays.copyOf(cells, Math.multiplyExact(cells.length, 2));
        }
        cells[at + START] = start;
        cells[at + END] = memo;
        return size++;
    }

    /// Everything noted since it was opened is inside it.
    void close(int value, int end) {
        cells[value * WIDTH + END] = end;
        cells[value * WIDTH + NEXT] = size;
    }

    int start(int value) {
        return cells[value * WIDTH + START];
    }

    int end(int value) {
        return cells[value * WIDTH + END];
    }

    int next(int value) {
        return cells[value * WIDTH + NEXT];
    }

    boolean isContainer(int value) {
        byte first = bytes[start(value)];
        return first == '{' || first == '[';
    }

    JsonKind kind(int value) {
        return switch (bytes[start(value)]) {
            case 'n' -> JsonKind.NULL;
            case 't' -> JsonKind.TRUE;
            case 'f' -> JsonKind.FALSE;
            case '"' -> JsonKind.STRING;
            case '[' -> JsonKind.ARRAY;
            case '{' -> JsonKind.OBJECT;
            default -> JsonKind.NUMBER;
        };
    }
}

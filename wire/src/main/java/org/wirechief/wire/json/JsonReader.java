package org.wirechief.wire.json;

import java.util.Objects;

/// Reads the first value of a text the way the reference server does (spec mi-json §2): every byte
/// from 0x01 to 0x20 is a blank, numbers are what C's `strtod` takes, strings are bytes, literals
/// are known by their first letters, a zero byte ends the text, and what follows the value is not
/// looked at.
///
/// Needs no stack however deep the text nests, and time and memory in proportion to its length.
/// One text at a time, one thread at a time.
public final class JsonReader {
    /// What became of a text.
    public enum Outcome {
        /// A value is there.
        WHOLE,
        /// The beginning of a value; more bytes may complete it.
        INCOMPLETE,
        /// No value, whatever follows.
        BROKEN
    }

    enum Expect {
        VALUE("a value"),
        ELEMENT_OR_END("a value or ]"),
        NAME_OR_END("a name in quotes or }"),
        NAME("a name in quotes"),
        COLON(":"),
        COMMA_OR_END(", or the end of the list"),
        NOTHING("the end");

        private final String words;

        Expect(String words) {
            this.words = words;
        }
    }

    private static final int NONE = -1;

    private final JsonRules rules;
    private final Tape tape = new Tape();
    private final NumberScan numbers = new NumberScan();
    private final StringScan strings;
    private byte[] bytes = new byte[0];
    private int from;
    private int to;
    private int at;
    private int open;
    private int depth;
    private Expect expect = Expect.VALUE;
    private final Cut cut = new Cut();
    private long looked;
    private Outcome outcome = Outcome.BROKEN;
    private String problem = "nothing was read";

    public JsonReader(JsonRules rules) {
        this.rules = rules;
        this.strings = new StringScan(rules.anyText());
    }

    /// Reads the value that begins at `first`. Values of the text before are gone; those of this
    /// text need the array unchanged.
    ///
    /// @param end where the text ends
    public Outcome read(byte[] text, int first, int end) {
        Objects.checkFromToIndex(first, end, text.length);
        begin(text, first, end);
        return run(end, first);
    }

    /// Goes on with the text that was [Outcome#INCOMPLETE], now that there is more of it. What was
    /// read of it is not looked at again.
    ///
    /// @param text with the same bytes at the same places as before, and more behind them
    /// @param end where the text ends now
    /// @throws IllegalStateException when the text before was not incomplete
    public Outcome resume(byte[] text, int end) {
        if (outcome != Outcome.INCOMPLETE) {
            throw new IllegalStateException("there is no text to go on with");
        }
        Objects.checkFromToIndex(to, end, text.length);
        int known = to;
        bytes = text;
        tape.moved(text);
        to = within(from, end);
        // alone it would be whole already
        if (to == end && open != NONE && cut.isNumber() && numbers.goesOn(bytes, known, to)) {
            looked += to - known;
            at = to;
            return outcome;
        }
        int unseen = cut.isNone() ? at : cut.unseen();
        outcome = Outcome.WHOLE;
        finishToken();
        return run(end, unseen);
    }

    /// Goes back to the token that the text's end cut short, of a string to where it was cut.
    private void finishToken() {
        if (cut.isNone()) {
            return;
        }
        at = cut.start();
        int unseen = cut.unseen();
        cut.none();
        if (bytes[at] == '"') {
            if (cut.isNoted()) {
                tape.forgetLast();
            }
            string(unseen, cut.then());
        }
    }

    /// @param unseen where the bytes begin that were not looked at
    private Outcome run(int end, int unseen) {
        while (outcome == Outcome.WHOLE && expect != Expect.NOTHING) {
            skipBlanks();
            if (at == to || bytes[at] == 0) {
                ended("the text ends where " + expect.words + " should stand");
            } else {
                step(bytes[at]);
            }
        }
        if (to < end && at == to && (outcome == Outcome.INCOMPLETE || !tape.isContainer(0))) {
            broken("the text is longer than " + rules.maxBytes() + " bytes");
        }
        looked += at - unseen;
        return outcome;
    }

    private void begin(byte[] text, int first, int end) {
        tape.clear(text);
        bytes = text;
        from = first;
        at = first;
        to = within(first, end);
        cut.none();
        open = NONE;
        depth = 0;
        expect = Expect.VALUE;
        outcome = Outcome.WHOLE;
    }

    private int within(int first, int end) {
        return end - first > rules.maxBytes() ? first + rules.maxBytes() : end;
    }

    /// How many bytes it has looked at in all texts, those it had to look at again as often: the
    /// work it has done.
    public long looked() {
        return looked;
    }

    /// The value that was read.
    ///
    /// @throws IllegalStateException when there is none
    public JsonValue root() {
        if (outcome != Outcome.WHOLE) {
            throw new IllegalStateException(problem);
        }
        return new JsonValue(tape, 0);
    }

    /// The value that was read, with its own copy of the text: it lasts, and is safe for use by
    /// several threads.
    ///
    /// @throws IllegalStateException when there is none
    public JsonValue lastingRoot() {
        if (outcome != Outcome.WHOLE) {
            throw new IllegalStateException(problem);
        }
        return new JsonValue(tape.copy(from, at), 0);
    }

    /// Where reading stopped: behind the value, or where the text ended or broke.
    public int end() {
        return at;
    }

    /// Why there is no value, and at which byte of the text, counted from 0.
    public String problem() {
        return "byte " + (at - from) + ": " + problem;
    }

    private void skipBlanks() {
        while (at < to && bytes[at] > 0 && bytes[at] <= ' ') {
            at++;
        }
    }

    private void step(byte next) {
        switch (expect) {
            case VALUE -> value(next);
            case ELEMENT_OR_END -> {
                if (next == ']') {
                    close();
                } else {
                    value(next);
                }
            }
            case NAME_OR_END -> {
                if (next == '}') {
                    close();
                } else {
                    name(next);
                }
            }
            case NAME -> name(next);
            case COLON -> {
                if (next == ':') {
                    at++;
                    expect = Expect.VALUE;
                } else {
                    unexpected();
                }
            }
            case COMMA_OR_END -> commaOrEnd(next);
            case NOTHING -> throw new IllegalStateException("the value is whole");
        }
    }

    private void commaOrEnd(byte next) {
        boolean inObject = bytes[tape.start(open)] == '{';
        if (next == ',') {
            at++;
            expect = inObject ? Expect.NAME : Expect.VALUE;
        } else if (next == (inObject ? '}' : ']')) {
            close();
        } else {
            unexpected();
        }
    }

    private void value(byte next) {
        switch (next) {
            case '{' -> open(Expect.NAME_OR_END);
            case '[' -> open(Expect.ELEMENT_OR_END);
            case '"' -> string(at + 1, afterValue());
            case 'n' -> literal("null");
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> unexpected();
        }
    }

    private Expect afterValue() {
        return open == NONE ? Expect.NOTHING : Expect.COMMA_OR_END;
    }

    private void open(Expect first) {
        if (depth == rules.maxDepth()) {
            broken("nested deeper than " + depth + " levels");
            return;
        }
        depth++;
        open = tape.open(at, open);
        at++;
        expect = first;
    }

    private void close() {
        int outer = tape.end(open);
        at++;
        depth--;
        tape.close(open, at);
        open = outer;
        expect = afterValue();
    }

    private void name(byte next) {
        if (next == '"') {
            string(at + 1, Expect.COLON);
        } else {
            unexpected();
        }
    }

    /// A string that the text's end cuts short is one all the same; what it is in will not be
    /// whole.
    ///
    /// @param unseen where it was not looked at yet
    private void string(int unseen, Expect then) {
        switch (strings.scan(bytes, unseen, to)) {
            case CLOSED -> noteString(strings.end() + 1, then);
            case OPEN -> {
                cut.string(at, strings.end(), true, then);
                noteString(strings.end(), then);
            }
            case CUT -> {
                cut.string(at, strings.cutEscape(), false, then);
                at = strings.end();
                ended("an escape is cut short");
            }
            case BAD -> {
                at = strings.end();
                broken("no such escape");
            }
        }
    }

    private void noteString(int after, Expect then) {
        tape.add(at, strings.end());
        at = after;
        expect = then;
        // nearly always at once
        if (then == Expect.COLON && at < to && bytes[at] == ':') {
            at++;
            expect = Expect.VALUE;
        }
    }

    private void literal(String word) {
        int length = word.length();
        for (int i = 0; i < length; i++) {
            if (at + i == to || bytes[at + i] == 0) {
                cut.literal(at);
                at += i;
                ended(word + " is cut short");
                return;
            }
            if (bytes[at + i] != word.charAt(i)) {
                broken(word + " would begin like this");
                return;
            }
        }
        tape.add(at, at + length);
        at += length;
        expect = afterValue();
    }

    private void number() {
        int end = numbers.end(bytes, at, to);
        if (numbers.touchedEnd() && (open != NONE || end == at)) {
            cut.number(at);
            at = to;
            ended("a number is cut short");
        } else if (end == at) {
            broken("- is no number");
        } else {
            tape.add(at, end);
            at = end;
            expect = afterValue();
        }
    }

    private void unexpected() {
        broken(expect.words + " should stand here");
    }

    private void broken(String why) {
        outcome = Outcome.BROKEN;
        problem = why;
    }

    /// Where the array ends more may come; behind a zero byte nothing does.
    private void ended(String why) {
        outcome = at == to ? Outcome.INCOMPLETE : Outcome.BROKEN;
        problem = why;
    }
}

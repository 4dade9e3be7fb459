package org.wirechief.cli.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// Answers as they are printed, for tests.
final class Printed {
    private Printed() {}

    static byte[] bytes(AnswerPrinter printer, List<Value> answer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        printer.print(answer, new ByteSink(out, false));
        return out.toByteArray();
    }

    static String text(AnswerPrinter printer, Value... answer) throws IOException {
        return new String(bytes(printer, List.of(answer)), StandardCharsets.UTF_8);
    }

    /// A struct of names and values in turns.
    static Value struct(Object... namesAndValues) {
        List<Value.Member> members = new java.util.ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.add(new Value.Member((String) namesAndValues[i], (Value) namesAndValues[i + 1]));
        }
        return new Value.Struct(members);
    }

    static Value bytes(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return new Value.Text(Octets.copyOf(bytes));
    }
}

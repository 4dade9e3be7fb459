package org.wirechief.cli.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// CSV (RFC 4180, lines end in a line feed): a header, then a line a row. A struct or list in a
/// cell is JSON, a cell that a row lacks is empty.
final class CsvLayout {
    private CsvLayout() {}

    static void print(List<Value> answer, ByteSink out) throws IOException {
        if (answer.isEmpty()) {
            return;
        }
        Grid grid = Grid.of(answer);
        for (int i = 0; i < grid.columns().size(); i++) {
            cell(grid.columns().get(i), i, out);
        }
        out.octet('\n');
        for (List<@Nullable Value> row : grid.rows()) {
            for (int i = 0; i < row.size(); i++) {
                cell(cell(row.get(i)), i, out);
            }
            out.octet('\n');
        }
    }

    private static void cell(Octets text, int column, ByteSink out) throws IOException {
        if (column > 0) {
            out.octet(',');
        }
        if (!needsQuotes(text)) {
            out.octets(text);
            return;
        }
        out.octet('"');
        for (int i = 0; i < text.length(); i++) {
            if (text.at(i) == '"') {
                out.octet('"');
            }
            out.octet(text.at(i));
        }
        out.octet('"');
    }

    private static boolean needsQuotes(Octets text) {
        for (int i = 0; i < text.length(); i++) {
            int c = text.at(i);
            boolean edge = i == 0 || i == text.length() - 1;
            if (c == ',' || c == '"' || c == '\n' || c == '\r' || (c == ' ' && edge)) {
                return true;
            }
        }
        return false;
    }

    /// The content of a cell.
    static Octets cell(@Nullable Value value) throws IOException {
        return switch (value) {
            case null -> Octets.of("");
            case Value.Arr _, Value.Struct _ -> {
                ByteArrayOutputStream json = new ByteArrayOutputStream();
                JsonLayout.compact(value, new ByteSink(json, false));
                yield Octets.copyOf(json.toByteArray());
            }
            case Value.Nil _, Value.Bool _, Value.Int _, Value.Real _, Value.Text _, Value.Blob _ ->
                ScalarText.plain(value);
        };
    }
}

package org.wirechief.cli.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// A table for people: a header, then a line a row, columns under each other. A column of numbers
/// stands to the right. Control characters and bytes that are no UTF-8 are shown as escapes. A
/// single struct is shown a member a line.
final class TableLayout {
    private static final int GAP = 2;

    private TableLayout() {}

    static void print(List<Value> answer, ByteSink out) throws IOException {
        if (answer.isEmpty()) {
            return;
        }
        Grid lying = Grid.of(answer);
        boolean single = lying.rows().size() == 1 && lying.columns().size() > 1;
        Grid grid = single ? upright(lying) : lying;
        List<String> header = grid.columns().stream().map(TableLayout::visible).toList();
        List<List<String>> rows = new ArrayList<>();
        for (List<@Nullable Value> row : grid.rows()) {
            List<String> cells = new ArrayList<>();
            for (Value cell : row) {
                cells.add(visible(CsvLayout.cell(cell)));
            }
            rows.add(cells);
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            Column column = Column.of(i, header.get(i), grid, rows);
            columns.add(single ? new Column(column.width(), false) : column);
        }
        line(header, columns, ByteSink.Style.HEADER, out);
        for (List<String> row : rows) {
            line(row, columns, null, out);
        }
    }

    /// @param width in characters
    private record Column(int width, boolean numbers) {
        static Column of(int at, String header, Grid grid, List<List<String>> rows) {
            int width = length(header);
            boolean numbers = true;
            for (int i = 0; i < rows.size(); i++) {
                width = Math.max(width, length(rows.get(i).get(at)));
                Value value = grid.rows().get(i).get(at);
                numbers &= value == null || value instanceof Value.Int || value instanceof Value.Real;
            }
            return new Column(width, numbers);
        }
    }

    /// One struct turned into a row a member.
    private static Grid upright(Grid grid) {
        List<List<@Nullable Value>> rows = new ArrayList<>();
        for (int i = 0; i < grid.columns().size(); i++) {
            List<@Nullable Value> row = new ArrayList<>();
            row.add(new Value.Text(grid.columns().get(i)));
            row.add(grid.rows().getFirst().get(i));
            rows.add(row);
        }
        return new Grid(List.of(Octets.of("name"), Octets.of("value")), rows);
    }

    private static void line(List<String> cells, List<Column> columns, ByteSink.@Nullable Style style, ByteSink out)
            throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            Column column = columns.get(i);
            String room = " ".repeat(column.width() - length(cells.get(i)));
            line.append(column.numbers() ? room + cells.get(i) : cells.get(i) + room);
            line.append(" ".repeat(GAP));
        }
        Octets text = Octets.of(line.toString().stripTrailing());
        if (style == null) {
            out.octets(text);
        } else {
            out.styled(style, text);
        }
        out.octet('\n');
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String visible(Octets text) {
        StringBuilder visible = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int length = Utf8.lengthAt(text, at);
            if (length == 0) {
                visible.append("\\x%02x".formatted(text.at(at)));
            } else if (length == 1 && (text.at(at) < 0x20 || text.at(at) == 0x7F)) {
                visible.append(control(text.at(at)));
            } else {
                int point = Utf8.codePointAt(text, at, length);
                visible.append(Character.isISOControl(point) ? "\\u%04x".formatted(point) : Character.toString(point));
            }
            at += Math.max(1, length);
        }
        return visible.toString();
    }

    private static String control(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\x%02x".formatted(c);
        };
    }
}

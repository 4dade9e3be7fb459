package org.wirechief.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirechief.cli.output.Printed.struct;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// CSV and tables.
class TabularTest {
    private static final Value FIRST = struct("PID", Value.of(7), "DSC", Value.of("timer"));
    private static final Value SECOND = struct("PID", Value.of(4711), "MORE", Value.of("a,\"b\"\nc"));

    @Test
    void structsAreRows() throws IOException {
        assertThat(Printed.text(Layout.CSV, FIRST, SECOND))
                .isEqualTo("PID,DSC,MORE\n7,timer,\n4711,,\"a,\"\"b\"\"\nc\"\n");
        assertThat(Printed.text(Layout.TABLE, FIRST, SECOND)).isEqualTo("""
                         PID  DSC    MORE
                           7  timer
                        4711         a,"b"\\nc
                        """);
    }

    @Test
    void singleValuesAreAColumn() throws IOException {
        assertThat(Printed.text(Layout.CSV, Value.of("a"), Value.of(" b"), Value.of(1.5)))
                .isEqualTo("value\na\n\" b\"\n1.5\n");
        assertThat(Printed.text(Layout.TABLE, Value.of("a"), FIRST)).isEqualTo("""
                        value  PID  DSC
                        a
                                 7  timer
                        """);
    }

    @Test
    void aListInTheAnswersPlaceIsTheRows() throws IOException {
        Value sockets = struct("socket", FIRST, "socket", FIRST);

        assertThat(Printed.text(Layout.CSV, sockets)).isEqualTo("PID,DSC\n7,timer\n7,timer\n");
        assertThat(Printed.text(Layout.CSV, new Value.Arr(List.of(FIRST)))).isEqualTo("PID,DSC\n7,timer\n");
    }

    @Test
    void whatIsInsideIsJson() throws IOException {
        assertThat(Printed.text(Layout.CSV, struct("a", FIRST, "b", Value.of(1), "b", Value.of(2))))
                .isEqualTo("a,b\n\"{\"\"PID\"\":7,\"\"DSC\"\":\"\"timer\"\"}\",\"[1,2]\"\n");
    }

    @Test
    void oneStructStandsUpright() throws IOException {
        assertThat(Printed.text(Layout.TABLE, FIRST)).isEqualTo("""
                        name  value
                        PID   7
                        DSC   timer
                        """);
    }

    @Test
    void uprightNumbersStandToTheLeft() throws IOException {
        assertThat(Printed.text(Layout.TABLE, struct("a", Value.of(1), "b", Value.of(2))))
                .isEqualTo("name  value\na     1\nb     2\n");
    }

    @Test
    void nothingIsNothing() throws IOException {
        assertThat(Printed.text(Layout.CSV)).isEmpty();
        assertThat(Printed.text(Layout.TABLE)).isEmpty();
    }

    @Test
    void aTableShowsNoControls() throws IOException {
        assertThat(Printed.text(Layout.TABLE, Printed.bytes(0x1B, '[', 'm', 0xFF, 0xC2, 0x9B)))
                .isEqualTo("value\n\\x1b[m\\xff\\u009b\n");
    }

    /// Every row has the header's cells, whatever stands in them.
    @Test
    void csvReadsBack() throws IOException {
        RandomValues random = new RandomValues(5);
        for (int run = 0; run < 2000; run++) {
            List<Value> answer = random.answer();
            List<List<String>> read = read(new String(Printed.bytes(Layout.CSV, answer), StandardCharsets.ISO_8859_1));
            if (answer.isEmpty()) {
                assertThat(read).isEmpty();
                continue;
            }
            Grid grid = Grid.of(answer);
            if (grid.columns().isEmpty()) {
                continue;
            }
            assertThat(read).hasSize(1 + grid.rows().size());
            assertThat(read.getFirst())
                    .isEqualTo(grid.columns().stream().map(TabularTest::latin).toList());
            for (int i = 0; i < grid.rows().size(); i++) {
                List<String> cells = new ArrayList<>();
                for (Value cell : grid.rows().get(i)) {
                    cells.add(latin(CsvLayout.cell(cell)));
                }
                assertThat(read.get(i + 1)).isEqualTo(cells);
            }
        }
    }

    private static String latin(Octets text) {
        return new String(text.toByteArray(), StandardCharsets.ISO_8859_1);
    }

    /// A reader of RFC 4180.
    private static List<List<String>> read(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"' && quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }
}

package org.wirechief.bench;

import java.util.Arrays;
import java.util.List;

/// One line of a comparison: over what, how much at once, and what is asked.
record Row(Carrier carrier, Load load, Exchange exchange) {

    /// What a comparison looks at when nobody says otherwise.
    static final String USUAL = """
            unixs 1x1; unixs 16x1; unixs 100x1; unixs 1x64; unixs 16x64; unixs 100x64;
            unixs 1x64 system.listMethods;
            tcp 1x64; tcp 16x64;
            unixd 8x8; udp 8x8
            """;

    /// Reads rows such as `unixs 16x64; tcp 1x1 core.echo a b`, separated by semicolons. Without a
    /// method they ask for `core.echo hello`, in MI for `version`.
    ///
    /// @throws IllegalArgumentException saying what is wrong with which
    static List<Row> parseAll(String text) {
        List<Row> rows = Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(row -> !row.isEmpty())
                .map(Row::parse)
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("no row is given");
        }
        return rows;
    }

    private static Row parse(String text) {
        List<String> words = List.of(text.split("\\s+"));
        if (words.size() < 2) {
            throw new IllegalArgumentException(text + " is no row; write a carrier and a load, as unixs 16x64");
        }
        Carrier carrier = Carrier.named(words.get(0));
        return new Row(
                carrier, Load.parse(words.get(1)), Exchange.asking(carrier.dialect(), words.subList(2, words.size())));
    }

    /// Whether it asks for `core.echo`, whose reply is known by its request.
    boolean isEcho() {
        return exchange.text().startsWith("core.echo ");
    }

    @Override
    public String toString() {
        return carrier.word() + " " + load + " " + exchange.text();
    }
}

package org.wirechief.net;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The port numbers of named services; the JDK has no way to ask for them. The file is read at
/// each look-up, which happens while an address is parsed.
///
/// @param file in the format of `services(5)`: name, port/protocol, aliases, `#` comments
record Services(Path file) {
    /// Where the system keeps them.
    static final Path FILE = Path.of("/etc/services");

    static final Services SYSTEM = new Services(FILE);

    /// The port of a service by its name or an alias; empty if there is none or no file.
    ///
    /// @param protocol `tcp` or `udp`
    OptionalInt port(String name, String protocol) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.map(line -> line.replaceFirst("#.*", "").strip().split("\\s+"))
                    .filter(words -> words.length >= 2 && words[1].matches("\\d{1,5}/" + protocol))
                    .filter(words -> words[0].equals(name)
                            || Arrays.asList(words).subList(2, words.length).contains(name))
                    .mapToInt(words -> Integer.parseInt(words[1].substring(0, words[1].indexOf('/'))))
                    .findFirst();
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }
}

package org.wirechief.it.kamcmd;

import java.util.List;
import java.util.stream.Stream;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;

/// A command line of `kamcmd` that was captured with a Kamailio, and what it did.
///
/// @param words after `kamcmd`
public record CapturedCase(GoldenVector vector, List<String> words) {
    static final String UNIX_PATH = "/tmp/kam/run/ctl.s";
    static final String UNIX = "unixs:" + UNIX_PATH;
    static final String TCP = "tcp:127.0.0.1:22049";

    /// Those that end by themselves.
    static Stream<CapturedCase> all() {
        return GoldenVectors.read("ctl/kamcmd_cases").stream()
                .filter(v -> v.has("stdout") && v.json().get("exit").isInt())
                .map(v -> new CapturedCase(v, words(v)));
    }

    /// Those that a server answered over a Unix stream, each once.
    public static Stream<CapturedCase> ofUnixStream() {
        return all().filter(captured -> captured.words.contains(UNIX));
    }

    private static List<String> words(GoldenVector vector) {
        return vector.json()
                .get("argv")
                .valueStream()
                .skip(1)
                .map(word -> word.asString())
                .toList();
    }

    /// Its words for a server that is elsewhere.
    public List<String> at(String address) {
        return words.stream().map(word -> word.replace(UNIX, address)).toList();
    }

    /// Whether a server had a part in it, and so in help about kamcmd's own words.
    boolean hasServer() {
        return words.stream().anyMatch(word -> word.endsWith(UNIX_PATH) || word.equals(TCP));
    }

    /// Whether the output is another at any time.
    boolean isVolatile() {
        return vector.flag("volatile");
    }

    /// The first word that is neither an option nor an option's value.
    String command() {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals("-s") || words.get(i).equals("-f")) {
                i++;
            } else if (!words.get(i).startsWith("-")) {
                return words.get(i);
            }
        }
        return "";
    }

    int exit() {
        return vector.json().get("exit").asInt();
    }

    String stdout() {
        return vector.text("stdout");
    }

    public String stderr() {
        return vector.text("stderr");
    }

    /// Its words; the rest of a long line is left out.
    @Override
    public String toString() {
        String line = String.join(" ", words);
        return line.length() > 100 ? line.substring(0, 100) + "..." : line;
    }
}

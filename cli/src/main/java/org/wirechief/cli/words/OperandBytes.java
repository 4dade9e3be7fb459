package org.wirechief.cli.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wirechief.core.Octets;

/// The words of a command line as the bytes that were typed. Java gives them as characters, and
/// where they are no UTF-8 it has lost what they were; Linux still knows.
public final class OperandBytes {
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final char LOST = '\uFFFD';

    private OperandBytes() {}

    /// The bytes of one of them: the first that reads so.
    public static Octets of(String word) {
        return of(List.of(word)).getFirst();
    }

    /// The bytes of these words, in their order.
    public static List<Octets> of(List<String> words) {
        if (words.stream().noneMatch(word -> word.indexOf(LOST) >= 0)) {
            return words.stream().map(Octets::of).toList();
        }
        try {
            return found(words, Files.readAllBytes(COMMAND_LINE));
        } catch (IOException e) {
            return words.stream().map(Octets::of).toList();
        }
    }

    /// Finds words with lost characters in a command line, whose words end in zero bytes. Two that
    /// read the same stand in the same order there.
    static List<Octets> found(List<String> words, byte[] commandLine) {
        List<Octets> typed = split(commandLine);
        List<Octets> bytes = new ArrayList<>();
        for (String word : words) {
            Octets octets = Octets.of(word);
            for (int i = 0; word.indexOf(LOST) >= 0 && i < typed.size(); i++) {
                if (typed.get(i).toString().equals(word)) {
                    octets = typed.remove(i);
                    break;
                }
            }
            bytes.add(octets);
        }
        return List.copyOf(bytes);
    }

    private static List<Octets> split(byte[] commandLine) {
        List<Octets> words = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < commandLine.length; i++) {
            if (commandLine[i] == 0) {
                words.add(Octets.copyOf(commandLine, from, i));
                from = i + 1;
            }
        }
        return words;
    }
}

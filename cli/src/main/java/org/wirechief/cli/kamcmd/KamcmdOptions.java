package org.wirechief.cli.kamcmd;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirechief.cli.output.ReplyFormat;
import org.wirechief.cli.words.OperandBytes;

/// What kamcmd's options say (spec ctl §14.1).
///
/// @param address as it was written
/// @param udpByDefault a bare name is a UDP host and no path (`-U`)
/// @param replyFile where a Unix datagram server answers to, or null for a fresh name
/// @param replyDirectory where the fresh name is made
/// @param format how answers are printed, null for the usual layout
/// @param verbosity how often `-v` was given
/// @param shows what is printed instead of calling a node
/// @param words the command and its arguments
record KamcmdOptions(
        String address,
        boolean udpByDefault,
        @Nullable Path replyFile,
        Path replyDirectory,
        @Nullable ReplyFormat format,
        int verbosity,
        Shows shows,
        List<String> words) {
    /// The two slashes are kamcmd's, and stand in its messages.
    static final String DEFAULT_ADDRESS = "unixs:/var/run/kamailio//kamailio_ctl";

    private static final String LETTERS = "s:R:D:f:UvVh";

    /// What a run is for.
    enum Shows {
        ANSWERS,
        VERSION,
        HELP
    }

    /// Reads them. Whatever stands behind `-V` or `-h` is not looked at.
    ///
    /// @throws KamcmdError for an option that is unknown, lacks its value, or is no format
    static KamcmdOptions parse(List<String> words, Map<String, String> environment) throws KamcmdError {
        Getopt getopt = new Getopt(LETTERS, environment.containsKey("POSIXLY_CORRECT"), words);
        String address = DEFAULT_ADDRESS;
        boolean udp = false;
        Path file = null;
        Path directory = Path.of("/tmp");
        ReplyFormat format = null;
        int verbosity = 0;
        for (Getopt.Found found = getopt.next(); found != null; found = getopt.next()) {
            switch (found.letter()) {
                case 's' -> address = found.value();
                case 'R' -> file = Path.of(found.value());
                case 'D' -> directory = Path.of(found.value());
                case 'f' -> format = format(found.value());
                case 'U' -> udp = true;
                case 'v' -> verbosity++;
                default -> {
                    Shows shows = found.letter() == 'V' ? Shows.VERSION : Shows.HELP;
                    return new KamcmdOptions(address, udp, file, directory, format, verbosity, shows, List.of());
                }
            }
        }
        return new KamcmdOptions(address, udp, file, directory, format, verbosity, Shows.ANSWERS, getopt.operands());
    }

    private static ReplyFormat format(String text) throws KamcmdError {
        try {
            return ReplyFormat.parse(OperandBytes.of(text));
        } catch (IllegalArgumentException e) {
            throw new KamcmdError("ERROR: -f '" + text + "': " + e.getMessage());
        }
    }
}

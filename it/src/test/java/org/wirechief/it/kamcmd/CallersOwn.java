package org.wirechief.it.kamcmd;

import java.util.List;
import java.util.regex.Pattern;
import org.wirechief.it.live.Outcome;

/// What a node tells each caller of that caller alone, and what a caller makes up: nothing else may
/// differ between two that ask the same.
///
/// @param word of the command line that it comes with
/// @param pattern for it
/// @param instead what stands for it
record CallersOwn(String word, Pattern pattern, String instead) {
    private static final List<CallersOwn> ALL = List.of(
            of("who", "(?<=tcp: 127\\.0\\.0\\.1 )\\d+(?= -> )", "PORT"),
            of("ctl.who", "(?<=tcp: 127\\.0\\.0\\.1 )\\d+(?= -> )", "PORT"),
            of("ctl.who", "(?<=^tcp\n127\\.0\\.0\\.1\n)\\d+$", "PORT"),
            of("core.tcp_list", "(?<=^\t(id|src_port): )\\d+$", "N"),
            // of this JVM, in which our server and our kamcmd run; a Kamailio has more fragments
            of("core.shmmem", "^\t(free|used|real_used|max_used): \\d+$(?=(\n\t.*)*\n\tfragments: 1\n)", "\t$1: N"),
            of("-vv", "(?<= cookie )[0-9a-f]+$", "COOKIE"),
            of("-vvv", "(?<= cookie )[0-9a-f]+$", "COOKIE"),
            // in the dump of a packet shorter than 256 bytes
            of("-vvv", "^(a1 \\w\\w \\w\\w )(?:\\w\\w ){4}((?:\\w\\w )+) .*$", "$1COOKIE $2"));

    private static CallersOwn of(String word, String pattern, String instead) {
        return new CallersOwn(word, Pattern.compile(pattern, Pattern.MULTILINE), instead);
    }

    /// An outcome of these words without it.
    static Outcome without(List<String> words, Outcome outcome) {
        String stdout = outcome.stdout();
        for (CallersOwn own : ALL) {
            if (words.contains(own.word)) {
                stdout = own.pattern.matcher(stdout).replaceAll(own.instead);
            }
        }
        return new Outcome(outcome.exit(), stdout, outcome.stderr());
    }
}

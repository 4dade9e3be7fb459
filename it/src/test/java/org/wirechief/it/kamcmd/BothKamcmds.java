package org.wirechief.it.kamcmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wirechief.it.live.Outcome;

/// Debian's kamcmd and ours ask one node the same, and do the same with what it says.
public final class BothKamcmds {
    /// The clock moves between the two, and a connection that has ended is counted a while longer.
    private static final int TRIES = 20;

    private BothKamcmds() {}

    /// `kamcmd -s address words...`
    ///
    /// @return how Debian's ended, after ours has ended so too
    static Outcome at(String address, String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("-s", address));
        line.addAll(List.of(words));
        return run(line);
    }

    /// `kamcmd words...`
    ///
    /// @return how Debian's ended, after ours has ended so too
    public static Outcome run(List<String> words) throws IOException, InterruptedException {
        for (int i = 1; i < TRIES; i++) {
            Outcome debians = Kamcmd.DEBIANS.run(words);
            if (areAlike(words, Kamcmd.OURS.run(words), debians)) {
                return debians;
            }
            Thread.sleep(20);
        }
        Outcome debians = Kamcmd.DEBIANS.run(words);
        assertThat(CallersOwn.without(words, Kamcmd.OURS.run(words)))
                .as("%s", words)
                .isEqualTo(CallersOwn.without(words, debians));
        return debians;
    }

    /// Whether two callers that said these words were told the same.
    public static boolean areAlike(List<String> words, Outcome one, Outcome other) {
        return CallersOwn.without(words, one).equals(CallersOwn.without(words, other));
    }
}

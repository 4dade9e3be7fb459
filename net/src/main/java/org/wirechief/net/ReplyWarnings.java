package org.wirechief.net;

import java.util.EnumMap;
import java.util.Map;

/// Tells the operator why clients of a FIFO get no answer, who see nothing but that none comes.
/// FIFO's thread only.
final class ReplyWarnings {
    private static final System.Logger LOG = System.getLogger(ReplyWarnings.class.getPackageName());

    /// Letters of a path that are told: clients name it.
    private static final int LONGEST = 300;

    private final Map<ReplyRefusal, LogLimit> refused = new EnumMap<>(ReplyRefusal.class);
    private final LogLimit noRoom = new LogLimit();

    void refused(ReplyPath path, ReplyOpening.Refused why) {
        refused.computeIfAbsent(why.reason(), r -> new LogLimit())
                .warn(
                        LOG,
                        () -> "a request was not run, for its reply FIFO " + told(path) + " cannot be opened: "
                                + why.what() + "; " + why.reason().remedy());
    }

    /// @param what the system said
    void noRoom(ReplyPath path, String what) {
        noRoom.warn(
                LOG,
                () -> "the reply FIFO " + told(path) + " cannot be opened now: " + what
                        + "; replies whose readers do not read give way, and requests wait; raise the limit"
                        + " (ulimit -n, LimitNOFILE) or let fewer clients call at once");
    }

    private static String told(ReplyPath path) {
        String all = path.toString();
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + "...";
    }
}

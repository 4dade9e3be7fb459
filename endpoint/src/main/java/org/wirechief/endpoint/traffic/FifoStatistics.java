package org.wirechief.endpoint.traffic;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.wirechief.core.Statistic;
import org.wirechief.net.FifoCounters;

/// Publishes what the FIFOs of a module count.
public final class FifoStatistics {
    private FifoStatistics() {}

    /// As statistics of a group, which is named after the module.
    public static List<Statistic> of(String group, FifoCounters fifos) {
        return Stream.concat(requests(group, fifos), replies(group, fifos)).toList();
    }

    private static Stream<Statistic> requests(String group, FifoCounters fifos) {
        return Stream.of(
                statistic(group, "fifo_too_long", "requests on a FIFO beyond the longest, dropped", fifos.tooLong),
                statistic(
                        group,
                        "fifo_incomplete",
                        "requests on a FIFO whose rest did not come",
                        fifos.incompleteExpired),
                statistic(group, "fifo_unread", "bytes written after the last read of a FIFO, lost", fifos.unread),
                statistic(group, "fifo_read_errors", "failed attempts to read a FIFO", fifos.readErrors),
                statistic(
                        group,
                        "fifo_handler_errors",
                        "requests on a FIFO that met an error of ours",
                        fifos.handlerErrors),
                statistic(group, "fifo_recreated", "times a FIFO was made anew", fifos.recreated),
                statistic(group, "fifo_recreate_errors", "times that failed", fifos.recreateErrors));
    }

    private static Stream<Statistic> replies(String group, FifoCounters fifos) {
        return Stream.of(
                statistic(
                        group,
                        "reply_fifos_waited",
                        "requests that waited for the reader of their reply FIFO",
                        fifos.waited),
                statistic(
                        group,
                        "reply_fifos_no_reader",
                        "requests not run, for nobody read their reply FIFO",
                        fifos.noReader),
                statistic(
                        group,
                        "reply_fifos_refused",
                        "requests not run, for their reply FIFO was none",
                        fifos.replyRefused),
                statistic(
                        group,
                        "reply_fifos_not_run",
                        "requests not run, for too many waited or were being answered",
                        fifos.unrunDropped),
                statistic(group, "reply_fifos_sent", "replies their FIFO took whole", fifos.repliesSent),
                statistic(
                        group, "reply_fifos_parked", "replies that had to wait for their reader", fifos.repliesParked),
                statistic(
                        group,
                        "reply_fifos_expired",
                        "replies cut off, for their reader took nothing",
                        fifos.repliesExpired),
                statistic(
                        group, "reply_fifos_dropped", "replies cut off, for too much was parked", fifos.repliesDropped),
                statistic(group, "reply_fifos_gone", "replies whose reader had gone", fifos.repliesReaderGone),
                statistic(group, "reply_fifos_errors", "replies the system refused to write", fifos.sendErrors));
    }

    private static Statistic statistic(String group, String name, String summary, LongAdder counter) {
        return new Statistic(group, name, summary, counter::sum);
    }
}

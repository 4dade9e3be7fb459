package org.wirechief.server.statistics;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.wirechief.core.Statistic;
import org.wirechief.core.Statistics;

/// Group `core`: what OpenSIPS counts about SIP messages, counted here about management requests,
/// over all modules. What has no counterpart is 0 (docs/interpretation.md).
final class CoreStatistics {
    private final Statistics all;
    private final List<String> modules;

    CoreStatistics(Statistics all, List<String> modules) {
        this.all = all;
        this.modules = List.copyOf(modules);
    }

    List<Statistic> of(LongSupplier unknown, LongSupplier slow, LongSupplier uptime) {
        return List.of(
                count("rcv_requests", "requests received", () -> sum("requests")),
                count("rcv_replies", "replies received, never answered", () -> sum("stray_replies") + sum("stray")),
                count("fwd_requests", "requests forwarded: none are", () -> 0),
                count("fwd_replies", "replies forwarded: none are", () -> 0),
                count("drop_requests", "requests of peers that may not call", () -> sum("refused")),
                count("drop_replies", "answers given up: their reader was too slow", () -> sumOfDoors("expired")),
                count("err_requests", "requests answered with an error", () -> sumOfDoors("errors")),
                count("err_replies", "answers the system refused to send", () -> sumOfDoors("send_errors")),
                count("bad_URIs_rcvd", "unreadable SIP addresses: none are read", () -> 0),
                count("unsupported_methods", "requests for commands that are none", unknown),
                count("bad_msg_hdr", "requests that could not be read", () -> sum("protocol_errors")),
                count("slow_messages", "commands that held up their thread", slow),
                new Statistic("core", "timestamp", Statistic.Kind.GAUGE, "seconds since the start", uptime));
    }

    private static Statistic count(String name, String summary, LongSupplier value) {
        return new Statistic("core", name, summary, value);
    }

    /// Of modules by which requests come in: what the others call an error is none of an answer.
    private long sumOfDoors(String name) {
        return sum(
                modules.stream().filter(module -> all.find(module, "requests").isPresent()), name);
    }

    private long sum(String name) {
        return sum(modules.stream(), name);
    }

    private long sum(Stream<String> some, String name) {
        return some.flatMap(module -> all.find(module, name).stream())
                .mapToLong(statistic -> statistic.value().getAsLong())
                .sum();
    }
}

package org.wirechief.it.eventdatagram;

import java.util.Map;
import java.util.Set;

/// Which vectors about events come out otherwise than they were captured. The reasons stand in
/// docs/interpretation.md; [EventVectorsDocumentedIT] compares the names.
final class EventExpected {
    /// The `params` that arrive instead.
    static final Map<String, String> PARAMS = Map.of(
            "ev.mi_arr1", "[\"a\"]",
            "ev.mi_arr3", "[\"a\",\"\",\"c \\\" \u00c3\u00a9\"]",
            "ev.mi_arrnum", "[\"1\",\"2.7\",\"-3\"]",
            "ev.mi_obj_types",
                    "{\"s\":\"x\",\"i\":5,\"neg\":-7,\"f\":2.750000,\"t\":\"true\",\"fl\":\"false\",\"n\":\"null\","
                            + "\"a\":\"[1,\\\"b\\\"]\",\"o\":\"{\\\"k\\\":1}\"}",
            "ev.mi_obj_big", "{\"big\":99999999999,\"e\":1000,\"z\":0}");

    /// Up to 65457 bytes arrive everywhere, and more nowhere.
    static final Set<String> LENGTHS = Set.of(
            "event-size/value-16372",
            "event-size/value-17000",
            "event-size/value-30000",
            "event-size/value-65000",
            "event-size/params-164",
            "event-size/params-170",
            "ev.size_65458",
            "ev.size_65507",
            "ev.size_65508",
            "ev.size_65509",
            "ev.size_65555");

    /// All that waits arrives.
    static final Set<String> QUEUES = Set.of("event/unix-queue-full");

    /// A subscription for 0 seconds is none.
    static final Set<String> TIMES = Set.of("event/expiry-after", "ev.expire_0");

    /// All are listed.
    static final Set<String> LISTS = Set.of(
            "subscribers_list/51-subscribers",
            "subscribers_list/60-subscribers",
            "subscribers_list/120-subscribers",
            "subscribers_list/4-events-of-20",
            "subscribers_list/4-events-of-20#3");

    /// Events have other numbers.
    static final Set<String> BY_FORM = Set.of(
            "subscribers_list/resubscribe",
            "subscribers_list/30-subscribers",
            "subscribers_list/49-subscribers",
            "subscribers_list/50-subscribers",
            "events_list/over-100",
            "publish/64",
            "publish/again",
            "script-subscribe/list",
            "script-subscribe/permanent-over-expiring",
            "script-subscribe/expiring-over-expiring");

    static final Set<String> NOT_PLAYED =
            Set.of("event/script-missing-name", "event/script-return-false", "ev.stream_tcp");

    private EventExpected() {}
}

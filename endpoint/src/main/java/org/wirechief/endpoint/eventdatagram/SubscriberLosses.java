package org.wirechief.endpoint.eventdatagram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.CRC32C;
import org.wirechief.core.ChangingGroup;
import org.wirechief.core.Octets;
import org.wirechief.core.Statistic;
import org.wirechief.core.event.EventSource;
import org.wirechief.core.event.EventTarget;
import org.wirechief.core.event.Events;
import org.wirechief.core.event.Subscription;

/// The statistics `event_subscribers`: how many subscribe, how many of them lost something, and
/// what those lost that lost most. A number is there as long as its subscription. Their count and
/// the length of their names are bounded so that all of it fits a struct of BINRPC.
///
/// @param events of the server
/// @param isOurs whether a subscription's events leave by this module; the others are left out
record SubscriberLosses(Events events, Predicate<EventTarget> isOurs) {
    static final String GROUP = "event_subscribers";

    /// Subscriptions that are told.
    static final int MOST = 25;

    /// Characters of what a name says of a subscription.
    static final int LONGEST_NAME = 90;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private record Loss(EventSource source, Subscription subscription, long dropped, long failed) {
        long all() {
            return dropped + failed;
        }

        String name() {
            return shortened(escaped(source.name()).replace("/", "%2F") + "/" + escaped(subscription.socket()));
        }
    }

    ChangingGroup group() {
        return new ChangingGroup(GROUP, this::now);
    }

    private List<Statistic> now() {
        long all = 0;
        List<Loss> losses = new ArrayList<>();
        for (EventSource source : events.list()) {
            for (Subscription one : source.subscriptions()) {
                if (isOurs.test(one.target())) {
                    all++;
                    Loss loss = loss(source, one);
                    if (loss.all() > 0) {
                        losses.add(loss);
                    }
                }
            }
        }
        List<Statistic> numbers = new ArrayList<>();
        numbers.add(number("subscriptions", "subscriptions there are", all));
        numbers.add(number("lossy", "of these, those that lost events", losses.size()));
        losses.sort(Comparator.comparingLong(Loss::all).reversed());
        losses.stream().limit(MOST).forEach(loss -> add(loss, numbers));
        return numbers;
    }

    private static Loss loss(EventSource source, Subscription one) {
        return new Loss(
                source, one, one.counters().dropped.sum(), one.counters().failed.sum());
    }

    private static void add(Loss loss, List<Statistic> numbers) {
        if (loss.dropped() > 0) {
            numbers.add(number("dropped/" + loss.name(), "events that gave way", loss.dropped()));
        }
        if (loss.failed() > 0) {
            numbers.add(number("failed/" + loss.name(), "events that could not be sent", loss.failed()));
        }
    }

    private static Statistic number(String name, String summary, long value) {
        return new Statistic(GROUP, name, Statistic.Kind.GAUGE, summary, () -> value);
    }

    /// So that it is one word, and two are never written alike.
    private static String escaped(Octets text) {
        StringBuilder out = new StringBuilder();
        for (byte octet : text.toByteArray()) {
            char letter = (char) (octet & 0xff);
            if (letter > ' ' && letter < 0x7f && letter != '%' && letter != '=') {
                out.append(letter);
            } else {
                out.append('%').append(HEX.toHighHexDigit(octet)).append(HEX.toLowHexDigit(octet));
            }
        }
        return out.toString();
    }

    /// What is cut has a number for its whole behind it.
    private static String shortened(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        CRC32C sum = new CRC32C();
        sum.update(name.getBytes(StandardCharsets.US_ASCII));
        String end = "~" + HEX.toHexDigits((int) sum.getValue());
        return name.substring(0, LONGEST_NAME - end.length()) + end;
    }
}

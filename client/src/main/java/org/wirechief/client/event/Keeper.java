package org.wirechief.client.event;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;
import org.wirechief.client.RemoteFault;
import org.wirechief.net.LinuxThread;
import org.wirechief.net.TimeLeft;

/// Keeps subscriptions alive, in a thread of its own: renews them, and makes those again that the
/// node has lost.
final class Keeper {
    private final List<Subscription> subscriptions;
    private final EventSocket socket;
    private final NewsQueue news;
    private final Duration deadline;
    private final Duration pause;
    private final LongAdder losses = new LongAdder();
    private final Thread thread;

    /// What was said last of each event, so that it is said once.
    private final Map<String, String> refusals = new HashMap<>();

    private boolean away;
    private long overflown;

    Keeper(List<Subscription> subscriptions, EventSocket socket, NewsQueue news, EventOptions options) {
        this.subscriptions = subscriptions;
        this.socket = socket;
        this.news = news;
        this.deadline = options.deadline();
        Duration third = options.expiry().dividedBy(3);
        this.pause = third.compareTo(options.check()) < 0 ? third : options.check();
        this.overflown = socket.overflown().orElse(0);
        this.thread =
                Thread.ofPlatform().daemon().name("wirechief-events keeper").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    long losses() {
        return losses.sum();
    }

    /// Ends it, and waits until it has ended, also when this thread is interrupted.
    void stop() {
        thread.interrupt();
        LinuxThread.joinUnlessCurrent(thread);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(pause);
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            news.end("the subscriptions are not renewed any more: " + e);
        }
    }

    private void round() {
        lookForOverflow();
        try {
            for (Subscription subscription : subscriptions) {
                tend(subscription);
            }
            if (away) {
                away = false;
                news.notice("the node answers again");
            }
        } catch (IOException e) {
            if (!away && !Thread.currentThread().isInterrupted()) {
                away = true;
                news.notice(
                        "the node does not answer, asked again every " + pause.toMillis() + " ms: " + e.getMessage());
            }
        }
    }

    private void tend(Subscription subscription) throws IOException {
        Subscription.Presence presence = subscription.presence(deadline);
        tellUndelivered(subscription);
        boolean lost = presence == Subscription.Presence.GONE;
        // one that was away may have been restarted
        boolean doubtful = away && presence == Subscription.Presence.UNKNOWN;
        if (!lost && !doubtful && !subscription.isDue()) {
            return;
        }
        try {
            subscription.renew();
        } catch (RemoteFault e) {
            refused(subscription, e);
            return;
        }
        refusals.remove(subscription.event());
        if (lost) {
            tellLoss(subscription, "subscribed again, events it raised meanwhile are lost");
        }
    }

    private void tellLoss(Subscription subscription, String consequence) {
        losses.increment();
        String what = "the node had no subscription to " + subscription.event() + " any more; " + consequence;
        news.gap(new EventNews.Gap(EventNews.Cause.SUBSCRIPTION_LOST, OptionalLong.empty(), what));
    }

    /// Tells what the node could not deliver by now. Called when it is stopped and before the node
    /// hears that nothing more is wanted: then nobody knows any more.
    void lookOnceMore(Duration limit) {
        if (away) {
            return;
        }
        TimeLeft left = TimeLeft.of(limit);
        try {
            for (Subscription subscription : subscriptions) {
                boolean lost = subscription.presence(left.now()) == Subscription.Presence.GONE;
                tellUndelivered(subscription);
                if (lost) {
                    tellLoss(subscription, "events it raised meanwhile are lost");
                }
            }
        } catch (IOException e) {
            news.notice("whether the node could deliver the last events is not known: " + e.getMessage());
        }
    }

    private void tellUndelivered(Subscription subscription) {
        long more = subscription.takeUndelivered();
        if (more > 0) {
            String what = "the node could not deliver " + subscription.event() + " in time";
            news.gap(new EventNews.Gap(EventNews.Cause.NOT_DELIVERED, OptionalLong.of(more), what));
        }
    }

    private void refused(Subscription subscription, RemoteFault fault) {
        String what = "the node refuses " + subscription.event() + ": " + fault.code() + " " + fault.reason();
        if (!what.equals(refusals.put(subscription.event(), what))) {
            news.notice(what);
        }
    }

    /// Called by its own thread, or when that has ended.
    void lookForOverflow() {
        OptionalLong now = socket.overflown();
        if (now.isPresent() && now.getAsLong() > overflown) {
            OptionalLong more = OptionalLong.of(now.getAsLong() - overflown);
            overflown = now.getAsLong();
            news.gap(new EventNews.Gap(
                    EventNews.Cause.SOCKET_FULL, more, "the system dropped datagrams that were not taken in time"));
        }
    }
}

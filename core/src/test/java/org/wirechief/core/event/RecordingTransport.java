package org.wirechief.core.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;

/// Takes sockets `mem:NAME` and `loud:NAME`, an encoder each, and keeps what becomes ready.
final class RecordingTransport implements EventTransport {
    final List<EventLine> ready = new ArrayList<>();
    final EventCounters totals = new EventCounters();
    EventBudget budget = new EventBudget(1_000_000_000);
    int encoded;
    int expireSoon;
    /// What is to run soon; null while nothing does.
    @Nullable
    Deque<Runnable> tasks;

    private final LineLimits limits;
    private final EventEncoder quiet = event -> encode(event, "");
    private final EventEncoder loud = event -> encode(event, "!");

    private record Target(RecordingTransport transport, String name, EventEncoder encoder) implements EventTarget {
        @Override
        public LineLimits limits() {
            return transport.limits;
        }

        @Override
        public EventBudget budget() {
            return transport.budget;
        }

        @Override
        public EventCounters totals() {
            return transport.totals;
        }

        @Override
        public void ready(EventLine line) {
            transport.ready.add(line);
        }
    }

    RecordingTransport(LineLimits limits) {
        this.limits = limits;
    }

    RecordingTransport() {
        this(new LineLimits(100, 10_000, LineLimits.Overflow.DROP_OLDEST));
    }

    @Override
    public @Nullable EventTarget target(Octets socket) {
        String[] parts = socket.toString().split(":", 2);
        if (parts.length == 2 && parts[1].isEmpty()) {
            throw new Fault(400, socket + " has no name");
        }
        return switch (parts[0]) {
            case "mem" -> new Target(this, parts[1], quiet);
            case "loud" -> new Target(this, parts[1], loud);
            default -> null;
        };
    }

    @Override
    public void expireSoon() {
        expireSoon++;
    }

    @Override
    public boolean runSoon(Runnable task) {
        return tasks != null && tasks.add(task);
    }

    void keepTasks() {
        tasks = new ArrayDeque<>();
    }

    /// Runs tasks, and those that come of them.
    void runTasks() {
        Deque<Runnable> all = Objects.requireNonNull(tasks);
        for (Runnable task = all.poll(); task != null; task = all.poll()) {
            task.run();
        }
    }

    private byte[] encode(Event event, String end) {
        encoded++;
        StringBuilder text = new StringBuilder(event.name() + end);
        event.parameters()
                .forEach(parameter -> text.append(' ').append(parameter.value().asText()));
        if (end.isEmpty() && text.indexOf("broken!") >= 0) {
            throw new IllegalStateException("broken");
        }
        if (end.isEmpty() && text.indexOf("deep!") >= 0) {
            throw new StackOverflowError("deep");
        }
        if (text.indexOf("huge!") >= 0 || (end.isEmpty() && text.indexOf("long") >= 0)) {
            throw new Fault(500, "too long");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// All that waits in a line, which is idle afterwards.
    static List<String> taken(EventLine line) {
        List<String> all = new ArrayList<>();
        for (EventLine.Waiting one = line.take(); one != null; one = line.take()) {
            all.add(new String(one.bytes(), StandardCharsets.UTF_8));
            one.sent();
        }
        return all;
    }
}

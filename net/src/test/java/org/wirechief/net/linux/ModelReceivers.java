package org.wirechief.net.linux;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Receivers without queues, whose unread datagrams take what [SendRoom#weight(int)] says; counts
/// what it was asked.
final class ModelReceivers implements Receivers {
    private final Map<UnixName, Integer> unread = new LinkedHashMap<>();
    private final List<UnixName> names = new ArrayList<>();
    long now = Long.MAX_VALUE - 1_000_000;
    long listNanos = 100_000;
    int asked;
    int listed;
    int lookedUp;
    int refusal;

    UnixName next() {
        var name = UnixName.abstractName(("receiver " + names.size()).getBytes(UTF_8));
        names.add(name);
        return name;
    }

    void take(UnixName name, int length) {
        unread.merge(name, SendRoom.weight(length), Integer::sum);
    }

    void read(UnixName name) {
        unread.remove(name);
    }

    int taken() {
        return unread.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public int unreceived() {
        asked++;
        return taken();
    }

    @Override
    public int list(UnreadSockets into) {
        listed++;
        now += listNanos;
        if (refusal == 0) {
            unread.keySet().forEach(name -> into.add(name, null, new ListedSocket(names.indexOf(name), 0)));
        }
        return refusal;
    }

    @Override
    public boolean hasUnread(ListedSocket socket) {
        lookedUp++;
        return unread.containsKey(names.get(socket.inode()));
    }
}

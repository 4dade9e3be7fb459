package org.wirechief.it.events;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirechief.net.Address;
import org.wirechief.net.AddressRules;
import org.wirechief.net.DatagramDial;
import org.wirechief.net.DatagramLimits;
import org.wirechief.net.DatagramListener;
import org.wirechief.net.DatagramPeer;
import org.wirechief.net.DatagramReaders;
import org.wirechief.net.DatagramReplies;
import org.wirechief.net.FileAccess;
import org.wirechief.net.NetCounters;

/// Stands in for an OpenSIPS of either age: answers `event_subscribe` and `subscribers_list` as the
/// captured ones do, and sends what a test has raised. Never lets a subscription expire by itself.
final class FakeOpenSips implements AutoCloseable {
    private static final Pattern CALL =
            Pattern.compile("\\{.*\"id\":(\\d+).*\"method\":\"(\\w+)\".*\"params\":\\[(.*)]}", Pattern.DOTALL);
    private static final String NO_SUCH_EVENT = "E_NOPE";

    /// What is said in one age's language.
    enum Age {
        /// 2.4, text.
        TEXT,
        /// 3.x, JSON-RPC.
        JSON
    }

    private final Age age;
    private final DatagramListener door;

    /// Whether it has a list to be asked for, which 1.8 has not.
    private final boolean lists;

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, List<String>> subscribers = new TreeMap<>();

    private volatile long undelivered;
    private volatile boolean mute;

    private FakeOpenSips(Age age, Address address, boolean lists) throws IOException {
        this.age = age;
        this.lists = lists;
        this.door = DatagramListener.open(
                DatagramReaders.one("fake", this::request),
                address,
                FileAccess.PRIVATE,
                DatagramLimits.DEFAULT,
                new NetCounters());
    }

    /// At a path, `unixd:/tmp/x`, or a port, `udp:127.0.0.1:0`.
    static FakeOpenSips at(Age age, Address address) throws IOException {
        return new FakeOpenSips(age, address, true);
    }

    /// A 1.8.
    static FakeOpenSips withoutList(Address address) throws IOException {
        return new FakeOpenSips(Age.TEXT, address, false);
    }

    /// For clients.
    String node() {
        String where = door.local().toString().replace("unixd:", "");
        return age == Age.JSON ? "mi:json:" + where : "mi:" + where;
    }

    Address address() {
        return door.local();
    }

    /// As `event_subscribe E_X udp:127.0.0.1:4000 120`, in their order.
    List<String> requests() {
        return requests;
    }

    /// Who subscribed, `E_X udp:127.0.0.1:4000`.
    synchronized List<String> subscribers() {
        List<String> all = new ArrayList<>();
        subscribers.forEach((event, sockets) -> sockets.forEach(socket -> all.add(event + " " + socket)));
        return all;
    }

    /// What a restart does.
    synchronized void forget() {
        subscribers.clear();
    }

    /// What it does when somebody else ends the subscriptions to an event.
    synchronized void forget(String event) {
        subscribers.remove(event);
    }

    /// Has it say so of everybody, as this project's server does.
    void undelivered(long events) {
        undelivered = events;
    }

    /// From now on it does what it is asked for and answers nothing.
    void mute() {
        mute = true;
    }

    /// Sends a datagram to all that subscribed to an event.
    synchronized void raise(String event, byte[] datagram) throws IOException {
        for (String socket : subscribers.getOrDefault(event, List.of())) {
            String place = socket.startsWith("unix:") ? socket.substring("unix:".length()) : socket;
            try (DatagramDial dial = DatagramDial.connect(Address.parse(place, AddressRules.MI_DATAGRAM))) {
                dial.send(datagram, 0, datagram.length, Duration.ofSeconds(30));
            }
        }
    }

    private void request(DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies) {
        String request = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        byte[] reply = (age == Age.TEXT ? text(request) : json(request)).getBytes(StandardCharsets.UTF_8);
        if (!mute) {
            replies.send(peer, reply, 0, reply.length);
        }
    }

    private String text(String request) {
        String[] lines = request.split("\n");
        List<String> args = Arrays.asList(lines).subList(1, lines.length);
        return switch (answer(lines[0].replace(":", ""), args)) {
            case OK -> "200 OK\n\n";
            case THERE ->
                "200 OK\nEvent:: " + args.getFirst() + " id=7\n\tSubscriber::  socket=" + args.get(1) + " expire=120"
                        + (undelivered == 0 ? "" : " dropped=" + undelivered) + "\n\n";
            case BAD -> "400 Bad parameter\n\n";
            case GONE -> "404 Subscriber does not exist\n\n";
            case UNKNOWN -> "500 command not available\n";
        };
    }

    private String json(String request) {
        Matcher call = CALL.matcher(request);
        if (!call.matches()) {
            return "400 Parse_error";
        }
        List<String> args = List.of(call.group(3).replace("\"", "").split(","));
        String outcome = switch (answer(call.group(2), args)) {
            case OK -> "\"result\":\"OK\"";
            case THERE ->
                "\"result\":{\"Event\":{\"name\":\"" + args.getFirst() + "\",\"id\":7,\"Subscriber\":{\"socket\":\""
                        + args.get(1) + "\",\"expire\":120,\"ttl\":119"
                        + (undelivered == 0 ? "" : ",\"dropped\":1,\"failed\":" + (undelivered - 1)) + "}}}";
            case BAD -> "\"error\":{\"code\":400,\"message\":\"Bad parameter value\"}";
            case GONE -> "\"error\":{\"code\":404,\"message\":\"Subscriber does not exist\"}";
            case UNKNOWN -> "\"error\":{\"code\":-32601,\"message\":\"Method not found\"}";
        };
        return "{\"jsonrpc\":\"2.0\"," + outcome + ",\"id\":" + call.group(1) + "}";
    }

    private enum Answer {
        OK,
        THERE,
        BAD,
        GONE,
        UNKNOWN
    }

    private synchronized Answer answer(String command, List<String> args) {
        requests.add(command + " " + String.join(" ", args));
        List<String> sockets = subscribers.computeIfAbsent(args.getFirst(), _ -> new ArrayList<>());
        return switch (command) {
            case "event_subscribe" -> {
                if (args.getFirst().equals(NO_SUCH_EVENT)) {
                    yield Answer.BAD;
                }
                sockets.remove(args.get(1));
                if (!args.get(2).equals("0")) {
                    sockets.addFirst(args.get(1));
                }
                yield Answer.OK;
            }
            case "subscribers_list" ->
                !lists ? Answer.UNKNOWN : sockets.contains(args.get(1)) ? Answer.THERE : Answer.GONE;
            default -> Answer.UNKNOWN;
        };
    }

    @Override
    public void close() {
        door.close();
    }
}

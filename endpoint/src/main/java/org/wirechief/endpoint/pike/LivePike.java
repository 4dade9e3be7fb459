package org.wirechief.endpoint.pike;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.wirechief.core.Fault;
import org.wirechief.core.ParamType;
import org.wirechief.core.Statistic;
import org.wirechief.core.event.EventParameter;
import org.wirechief.core.event.EventType;
import org.wirechief.endpoint.Exports;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.LiveEndpoint;

/// `pike` at work: stands before the datagram doors of its server.
final class LivePike implements LiveEndpoint {
    private static final Logger LOG = System.getLogger(LivePike.class.getName());
    private static final EventType BLOCKED = EventType.named("E_PIKE_BLOCKED")
            .summary("An address sends more requests than it may, and is refused for a while.")
            .param("ip", ParamType.TEXT);

    private final Pike parameters;
    private final Host host;
    private final SourceRates rates;
    private final LongAdder blocks = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private volatile boolean open;

    LivePike(Pike parameters, Host host) {
        this.parameters = parameters;
        this.host = host;
        this.rates = new SourceRates(
                parameters.samplingTimeUnit().toNanos(),
                parameters.reqsDensityPerUnit(),
                parameters.removeLatency().toNanos());
    }

    @Override
    public String module() {
        return Pike.GROUP;
    }

    @Override
    public Exports exports() {
        return new Exports(List.of(), statistics(), List.of(), List.of(BLOCKED));
    }

    private List<Statistic> statistics() {
        return List.of(
                new Statistic(Pike.GROUP, "blocks", "times an address was blocked", blocks::sum),
                new Statistic(Pike.GROUP, "refused", "datagrams of blocked addresses, not answered", refused::sum),
                new Statistic(Pike.GROUP, "displaced", "addresses forgotten early for others", rates::displaced),
                new Statistic(
                        Pike.GROUP,
                        "sources",
                        Statistic.Kind.GAUGE,
                        "addresses that are remembered",
                        () -> rates.remembered(System.nanoTime())),
                new Statistic(
                        Pike.GROUP,
                        "blocked",
                        Statistic.Kind.GAUGE,
                        "those of them that are blocked",
                        () -> rates.blocked(System.nanoTime())));
    }

    @Override
    public boolean takesCommands() {
        return false;
    }

    @Override
    public void open() {
        open = true;
        host.guards().add(this::refuses);
    }

    private boolean refuses(InetAddress source) {
        if (!open) {
            return false;
        }
        return switch (rates.request(source, System.nanoTime())) {
            case ADMITTED -> false;
            case ADMITTED_AGAIN -> {
                LOG.log(level(), "{0} is let in again", source.getHostAddress());
                yield false;
            }
            case NOW_BLOCKED -> {
                block(source.getHostAddress());
                yield true;
            }
            case BLOCKED -> {
                refused.increment();
                yield true;
            }
        };
    }

    private void block(String address) {
        blocks.increment();
        refused.increment();
        LOG.log(
                level(),
                "{0} is blocked: more than {1} requests in {2} s",
                address,
                Integer.toString(parameters.reqsDensityPerUnit()),
                Long.toString(parameters.samplingTimeUnit().toSeconds()));
        try {
            host.events().publish(BLOCKED).raise(new EventParameter("ip", address));
        } catch (Fault e) {
            LOG.log(Level.WARNING, "E_PIKE_BLOCKED does not reach everybody: {0}", e.reason());
        }
    }

    private Level level() {
        return switch (parameters.logLevel()) {
            case -3, -2, -1 -> Level.ERROR;
            case 0, 1 -> Level.WARNING;
            case 2, 3 -> Level.INFO;
            default -> Level.DEBUG;
        };
    }

    @Override
    public void drain(Duration limit) {}

    @Override
    public void close() {
        open = false;
    }
}

package org.wirechief.server.commands;

import static org.wirechief.core.ParamType.TEXT;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.Reply;
import org.wirechief.core.Row;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.endpoint.RefusedSource;

/// `list_blacklists`, `check_blacklists`: who is refused at the moment, a list a module, a rule a
/// source. A source is an address, or on a Unix socket a user.
final class MiBlacklists {
    private final ServerState state;

    private MiBlacklists(ServerState state) {
        this.state = state;
    }

    static List<CommandSpec> of(ServerState state) {
        var commands = new MiBlacklists(state);
        return List.of(list(commands), check(commands));
    }

    private static CommandSpec check(MiBlacklists commands) {
        return BuiltIns.mi("check_blacklists")
                .exporter("blacklists")
                .summary("Lists the modules that refuse this address at the moment.")
                .param("ip", TEXT)
                .example("192.0.2.7")
                .run(commands::check);
    }

    private static CommandSpec list(MiBlacklists commands) {
        return BuiltIns.mi("list_blacklists")
                .exporter("blacklists")
                .canonical("blacklists:list")
                .summary("Lists who is refused at the moment, by module, or by the module of this name.")
                .optional("name", TEXT)
                .withoutTextInput()
                .example("ctl")
                .run(commands::list);
    }

    private void check(Call call, Reply reply) {
        InetAddress asked = address(call.args().text());
        if (asked == null) {
            throw new Fault(400, "Missing or bad IP");
        }
        reply.lines(state.endpoints().get().stream()
                .filter(module -> module.refused().stream().anyMatch(source -> asked.equals(address(source.source()))))
                .map(LiveEndpoint::module)
                .toList());
    }

    private static @Nullable InetAddress address(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void list(Call call, Reply reply) {
        List<LiveEndpoint> modules = modules(call.args());
        reply.rows("Lists", "List", rows -> {
            for (LiveEndpoint module : modules) {
                List<RefusedSource> refused = module.refused();
                if (!refused.isEmpty()) {
                    rows.row(row -> list(module.module(), refused, row));
                }
            }
        });
    }

    private List<LiveEndpoint> modules(Args args) {
        List<LiveEndpoint> all = state.endpoints().get();
        if (!args.hasNext()) {
            return all;
        }
        String name = args.text();
        List<LiveEndpoint> named =
                all.stream().filter(module -> module.module().equals(name)).toList();
        if (named.isEmpty()) {
            throw new Fault(404, "Unknown name");
        }
        return named;
    }

    private static void list(String module, List<RefusedSource> refused, Row row) {
        row.value("name", module);
        row.attr("owner", 0);
        row.attr("flags", 0);
        row.rows("Rules", "Rule", rules -> refused.forEach(source -> rules.row(rule -> rule(source, rule))));
    }

    private static void rule(RefusedSource source, Row rule) {
        rule.attr("flags", 0);
        InetAddress address = address(source.source());
        if (address == null) {
            rule.node("Match", source.source());
        } else {
            rule.node("IP", address.getHostAddress());
            rule.node("Mask", mask(address.getAddress().length));
            rule.node("Proto", 0);
            rule.node("Port", 0);
        }
        rule.node("Expire", source.forgottenIn().toSeconds());
    }

    /// The mask of a single address.
    private static String mask(int length) {
        byte[] ones = new byte[length];
        Arrays.fill(ones, (byte) 0xFF);
        try {
            return InetAddress.getByAddress(ones).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of its own length", e);
        }
    }
}

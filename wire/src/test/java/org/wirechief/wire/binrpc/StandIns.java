package org.wirechief.wire.binrpc;

import java.util.List;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.Command;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Commands;
import org.wirechief.core.Fault;
import org.wirechief.core.Reply;

/// Commands that read their parameters as Kamailio's of the same name and answer as the vectors
/// have it.
final class StandIns {
    private double ki;
    private double kp;
    private double kd;

    Commands commands() {
        return new Commands(List.of(
                spec("core.echo", (call, reply) -> texts(call.args().converting(), reply)),
                spec("core.prints", (call, reply) -> texts(call.args(), reply)),
                spec("core.printi", StandIns::integers),
                spec("core.version", (call, reply) -> reply.add("kamailio 5.6.3 (x86_64/linux) ")),
                spec("cnt.get", StandIns::counter),
                spec("cnt.get_raw", StandIns::counter),
                spec("cfg.seti", (call, reply) -> setting(call, call.args()::integer)),
                spec("cfg.set", (call, reply) -> setting(call, () -> integerOrText(call.args()))),
                spec("pl.set_pid", (call, reply) -> setPid(call.args())),
                spec(
                        "pl.get_pid",
                        (call, reply) -> reply.add("ki[" + f(ki) + "] kp[" + f(kp) + "] kd[" + f(kd) + "] "))));
    }

    private static CommandSpec spec(String name, Command body) {
        return CommandSpec.named(name).run(body);
    }

    private static void texts(Args args, Reply reply) {
        while (args.hasNext()) {
            reply.add(args.octets());
        }
    }

    private static void integers(Call call, Reply reply) {
        while (call.args().hasNext()) {
            reply.add(call.args().integer());
        }
    }

    private static void counter(Call call, Reply reply) {
        String group = call.args().text();
        throw new Fault(400, "non-existent counter " + group + "." + call.args().text() + "\n");
    }

    private static void setting(Call call, Runnable readValue) {
        String group = call.args().text();
        String variable = call.args().text();
        readValue.run();
        if (group.equals("core") && variable.equals("nosuch")) {
            throw new Fault(400, "Failed to set the variable");
        }
    }

    /// Kamailio's `cfg.set` asks for an integer, and when that fails for text.
    private static void integerOrText(Args args) {
        try {
            args.integer();
        } catch (Fault isText) {
            args.octets();
        }
    }

    private void setPid(Args args) {
        double first = args.real();
        double second = args.real();
        kd = args.real();
        ki = first;
        kp = second;
    }

    /// As C's `%f`.
    private static String f(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        return Double.isInfinite(value) ? "inf" : String.format(java.util.Locale.ROOT, "%.6f", value);
    }
}

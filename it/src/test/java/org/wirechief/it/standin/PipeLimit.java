package org.wirechief.it.standin;

import static org.wirechief.core.ParamType.REAL;

import java.util.List;
import java.util.Locale;
import org.wirechief.core.Args;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Vocabulary;

/// `pl.set_pid` takes three numbers with a fraction, `pl.get_pid` tells them as text.
public final class PipeLimit {
    private volatile Pid pid = new Pid(0, 0.25, -0.125);

    private record Pid(double ki, double kp, double kd) {
        @Override
        public String toString() {
            return "ki[" + number(ki) + "] kp[" + number(kp) + "] kd[" + number(kd) + "] ";
        }

        /// As C prints `%f`.
        private static String number(double value) {
            if (Double.isNaN(value)) {
                return "nan";
            }
            if (Double.isInfinite(value)) {
                return value > 0 ? "inf" : "-inf";
            }
            return String.format(Locale.ROOT, "%.6f", value);
        }
    }

    public void set(double ki, double kp, double kd) {
        pid = new Pid(ki, kp, kd);
    }

    List<CommandSpec> commands() {
        return List.of(
                CommandSpec.named("pl.set_pid")
                        .vocabulary(Vocabulary.RPC)
                        .param("ki", REAL)
                        .param("kp", REAL)
                        .param("kd", REAL)
                        .run((call, _) -> {
                            Args args = call.args();
                            set(args.real(), args.real(), args.real());
                        }),
                CommandSpec.named("pl.get_pid")
                        .vocabulary(Vocabulary.RPC)
                        .run((_, reply) -> reply.add(pid.toString())));
    }
}

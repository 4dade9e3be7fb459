package org.wirechief.cli.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wirechief.cli.call.CallOptions;
import org.wirechief.cli.command.DurationText;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.Invocation;
import org.wirechief.cli.command.Option;
import org.wirechief.cli.command.Subcommand;
import org.wirechief.cli.command.UsageError;
import org.wirechief.client.ConnectOptions;

/// `chief doctor`.
public final class DoctorCommand {
    private static final Option TIMEOUT =
            Option.of("--timeout DURATION", "how long to wait for an answer, 2s if not told");

    private DoctorCommand() {}

    /// Its row of the table.
    public static Subcommand describe() {
        return Subcommand.named("doctor")
                .summary("explains why a node cannot be called, and prints what mends it")
                .synopsis("[OPTION...] [ADDRESS]")
                .paragraph("With an address it looks at the way there, step by step: directories, type, owner and"
                        + " mode of the file, who listens, which language is spoken, and ends with the exit code a"
                        + " call would have. Without one it finds the doors on this host.")
                .option(TIMEOUT)
                .option(CallOptions.REPLY_DIR)
                .example("chief doctor", "the doors on this host")
                .example("chief doctor --reply-dir /run/opensips/r fifo:/run/opensips/fifo", "an OpenSIPS at its FIFO")
                .example("chief doctor unixs:/run/kamailio/kamailio_ctl", "what is wrong with this one")
                .exits(
                        ExitCode.SUCCESS,
                        ExitCode.FAULT,
                        ExitCode.USAGE,
                        ExitCode.CANNOT_CONNECT,
                        ExitCode.TIMEOUT,
                        ExitCode.BROKEN_REPLY)
                .run(DoctorCommand::run);
    }

    private static int run(Invocation invocation) throws UsageError, IOException {
        List<String> words = invocation.line().operands();
        if (words.size() > 1) {
            throw new UsageError("takes one ADDRESS, and there is '" + words.get(1) + "' too");
        }
        Duration timeout =
                DurationText.parse("--timeout", invocation.line().value(TIMEOUT).orElse("2s"));
        var doctor = new Doctor(
                Self.read(),
                KernelSockets.read(),
                CallOptions.withReplies(ConnectOptions.DEFAULTS.withDeadline(timeout), invocation.line()));
        if (words.isEmpty()) {
            return everywhere(doctor, invocation);
        }
        Examination examination = doctor.examine(words.getFirst());
        invocation.stdio().print(examination.text());
        return examination.exit().code();
    }

    private static int everywhere(Doctor doctor, Invocation invocation) throws IOException {
        List<Door> doors = new HostDoors(
                        Path.of("/"), doctor.sockets(), ServerProcess.all().toList())
                .find(invocation.stdio().environment());
        boolean none = true;
        ExitCode worst = ExitCode.SUCCESS;
        for (Door door : doors) {
            Optional<Examination> examination = doctor.examineFound(door);
            if (examination.isPresent()) {
                none = false;
                invocation.stdio().print(examination.get().text());
                worst = worst == ExitCode.SUCCESS ? examination.get().exit() : worst;
            }
        }
        if (none) {
            String more = doctor.self().isRoot() ? "" : "; root may see more: sudo chief doctor";
            invocation
                    .stdio()
                    .say("chief doctor: no door of a Kamailio, an OpenSIPS or of chief is open on this host" + more);
            return ExitCode.CANNOT_CONNECT.code();
        }
        return worst.code();
    }
}

package org.wirechief.endpoint.ctl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.wirechief.endpoint.Parameter;
import org.wirechief.endpoint.access.AccessParameters;
import org.wirechief.endpoint.trace.TraceParameters;

/// The parameters of `ctl` as the configuration spells them (spec ctl §11.6).
final class CtlModule {
    private static final List<Parameter<Ctl>> OWN = List.of(
            Parameter.text(
                    "binrpc",
                    "unixs:/var/run/kamailio/kamailio_ctl",
                    "an address to speak BINRPC at; may be given again",
                    Ctl::binrpc),
            Parameter.text(
                    "fifo",
                    "",
                    "an address to speak the line protocol at, a FIFO or a socket; may be given again",
                    Ctl::fifo),
            Parameter.integer(
                    "fifo_compat",
                    "0",
                    "",
                    "1 gives the line protocol the defects of Kamailio 5.6.3",
                    (ctl, on) -> ctl.fifoCompat(on != 0)),
            Parameter.integer(
                    "mode",
                    "0600",
                    "",
                    "permissions of socket files and FIFOs; 0 leaves what the umask makes",
                    Ctl::mode),
            Parameter.owner("user", "owner of socket files and FIFOs, a name or a number", Ctl::user),
            Parameter.owner("group", "group of socket files and FIFOs, a name or a number", Ctl::group),
            Parameter.integer(
                    "autoconversion",
                    "0",
                    "",
                    "1 converts every parameter between numbers and text",
                    (ctl, on) -> ctl.autoconversion(on != 0)),
            Parameter.integer(
                    "binrpc_max_body_size",
                    "32",
                    "KB",
                    "the most an answer may hold outside structs",
                    Ctl::maxBodySize),
            Parameter.integer(
                    "binrpc_struct_max_body_size",
                    "8",
                    "KB",
                    "the most one struct may hold without the structs in it",
                    Ctl::structMaxBodySize),
            Parameter.integer(
                    "binrpc_buffer_size",
                    "1024",
                    "bytes",
                    "a line of text in an answer must be shorter",
                    Ctl::bufferSize),
            Parameter.integer(
                    "max_connections", "128", "", "stream connections over all listeners", Ctl::maxConnections),
            Parameter.integer(
                    "send_queue_max",
                    "262144",
                    "bytes",
                    "answers a connection may leave untaken before its requests wait",
                    Ctl::sendQueueMax),
            Parameter.integer(
                    "request_timeout",
                    "30",
                    "s",
                    "how long a request may stay half sent; 0 for ever",
                    (ctl, seconds) -> ctl.requestTimeout(Duration.ofSeconds(seconds))),
            Parameter.integer(
                    "idle_timeout",
                    "0",
                    "s",
                    "how long a connection may be silent; 0 for ever",
                    (ctl, seconds) -> ctl.idleTimeout(Duration.ofSeconds(seconds))),
            Parameter.integer(
                    "stall_timeout",
                    "60",
                    "s",
                    "how long a connection's reader may take none of its answers; 0 for ever",
                    (ctl, seconds) -> ctl.stallTimeout(Duration.ofSeconds(seconds))));

    static final List<Parameter<Ctl>> PARAMETERS = all();

    private CtlModule() {}

    private static List<Parameter<Ctl>> all() {
        List<Parameter<Ctl>> all = new ArrayList<>(OWN);
        all.addAll(AccessParameters.of(Ctl::policy, Ctl::with));
        all.addAll(TraceParameters.of(ctl -> ctl.parameters().trace(), Ctl::with));
        return List.copyOf(all);
    }
}

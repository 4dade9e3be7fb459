package org.wirechief.endpoint.mififo;

import org.wirechief.core.Access;
import org.wirechief.core.MiNaming;
import org.wirechief.endpoint.mi.DoorFile;
import org.wirechief.endpoint.trace.TracePolicy;
import org.wirechief.net.Address;
import org.wirechief.net.FifoLimits;
import org.wirechief.wire.jsonrpc.JsonRpcRules;

/// The parameters of `mi_fifo`, each valid by itself.
///
/// @param fifo where requests are written
/// @param replyDir where reply FIFOs are, with a slash at its end
/// @param pretty whether answers are laid out for people
/// @param naming which names callers may use
/// @param access what callers may do
record MiFifoParameters(
        Address fifo,
        DoorFile file,
        String replyDir,
        boolean pretty,
        MiNaming naming,
        Access access,
        FifoLimits limits,
        TracePolicy trace) {

    static final MiFifoParameters INITIAL = new MiFifoParameters(
            Address.fifo("/tmp/opensips_fifo"),
            DoorFile.INITIAL,
            "/tmp/",
            false,
            MiNaming.V3,
            Access.ADMIN,
            FifoLimits.DEFAULT,
            TracePolicy.initial("mi_fifo"));

    MiFifoParameters at(Address changed) {
        return new MiFifoParameters(changed, file, replyDir, pretty, naming, access, limits, trace);
    }

    MiFifoParameters with(DoorFile changed) {
        return new MiFifoParameters(fifo, changed, replyDir, pretty, naming, access, limits, trace);
    }

    MiFifoParameters withReplyDir(String changed) {
        return new MiFifoParameters(fifo, file, changed, pretty, naming, access, limits, trace);
    }

    MiFifoParameters withPretty(boolean changed) {
        return new MiFifoParameters(fifo, file, replyDir, changed, naming, access, limits, trace);
    }

    MiFifoParameters with(MiNaming changed) {
        return new MiFifoParameters(fifo, file, replyDir, pretty, changed, access, limits, trace);
    }

    MiFifoParameters with(Access changed) {
        return new MiFifoParameters(fifo, file, replyDir, pretty, naming, changed, limits, trace);
    }

    MiFifoParameters with(FifoLimits changed) {
        return new MiFifoParameters(fifo, file, replyDir, pretty, naming, access, changed, trace);
    }

    MiFifoParameters with(TracePolicy changed) {
        return new MiFifoParameters(fifo, file, replyDir, pretty, naming, access, limits, changed);
    }

    /// What answers look like. They are as long as may wait for a reader.
    JsonRpcRules rules() {
        return new JsonRpcRules(limits.parkedBytes(), JsonRpcRules.MAX_BATCH, pretty);
    }
}

package org.wirechief.wire.ctlfifo;

/// What a server's configuration says about the line protocol.
///
/// @param compat the bytes of Kamailio 5.6.3, defects included: any two of LF and CR end a request,
///     blank lines are commands, what is malformed is answered `200 OK`, an optional parameter
///     needs a line before it, structs come backwards, negative integers as unsigned ones (spec ctl
///     §10)
/// @param maxReply the most bytes an answer may have
public record CtlFifoRules(boolean compat, int maxReply) {
    /// As it was meant, answers up to 16 MiB.
    public static final CtlFifoRules DEFAULTS = new CtlFifoRules(false, 16 * 1024 * 1024);

    /// Checks the limit.
    ///
    /// @throws IllegalArgumentException when it is below 2048 bytes, which any fault fits in
    public CtlFifoRules {
        if (maxReply < 2048) {
            throw new IllegalArgumentException("maxReply " + maxReply + " is less than 2048 bytes");
        }
    }

    public CtlFifoRules withCompat(boolean on) {
        return new CtlFifoRules(on, maxReply);
    }

    public CtlFifoRules withMaxReply(int bytes) {
        return new CtlFifoRules(compat, bytes);
    }
}

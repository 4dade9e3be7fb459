package org.wirechief.core;

/// Something done around every call: access, limits, audit, trace. Runs on the call's thread and
/// must be as quick as a command there.
@FunctionalInterface
public interface Middleware {
    /// Calls `next.proceed(spec, call, reply)` to let the call through, or answers it and does not.
    void around(CommandSpec spec, Call call, Reply reply, Next next);

    /// The rest of the road: the following middleware, at the end the command itself. The same
    /// object for every call.
    @FunctionalInterface
    interface Next {
        /// Runs it; never throws, a failure is in the reply already.
        void proceed(CommandSpec spec, Call call, Reply reply);
    }
}

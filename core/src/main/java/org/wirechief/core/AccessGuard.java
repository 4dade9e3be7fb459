package org.wirechief.core;

/// Lets a call through when its caller may run the command, and answers 403 otherwise, naming the
/// line that would let it.
public final class AccessGuard implements Middleware {
    public AccessGuard() {}

    @Override
    public void around(CommandSpec spec, Call call, Reply reply, Next next) {
        Origin origin = call.origin();
        if (origin.granted().allows(spec.access())) {
            next.proceed(spec, call, reply);
            return;
        }
        String needed = spec.access().word();
        reply.fault(Fault.refusal("command " + spec.name() + " needs " + needed + " access and you have "
                + origin.granted().word() + ": modparam(\"" + origin.module() + "\", \"access\", \"" + needed
                + "\") gives it"));
    }
}

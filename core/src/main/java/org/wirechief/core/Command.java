package org.wirechief.core;

/// What a command does: reads its arguments from the call and writes its answer into the reply.
///
/// May be called on several threads at once. Throwing a [Fault] is the same as
/// `reply.fault(...)`; anything else that is thrown becomes the dialect's internal error and a
/// line in the log.
@FunctionalInterface
public interface Command {
    void run(Call call, Reply reply) throws Exception;
}

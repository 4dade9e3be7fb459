package org.wirechief.endpoint;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// A module at work in a server. [#open], [#drain] and [#close] are called once each and in this
/// order, each when the one before has returned; the listings answer at any time, from any thread.
public interface LiveEndpoint {
    String module();

    /// What it adds to its server; the same at every call, also before [#open].
    Exports exports();

    /// What is configured and will not come out so, a line each: asked before [#open], when every
    /// module of the server is built. A module that does all it is told leaves it at that.
    default List<String> warnings() {
        return List.of();
    }

    /// Opens every door, or none.
    ///
    /// @throws IOException naming the address, what is wrong with it and what to do
    void open() throws IOException;

    /// Opens its files anew, as operators ask for with HUP. A module without any leaves it at that.
    default void reopen() {}

    /// When it is drained and closed: all doors before all outlets, whatever order they were
    /// configured in. A module with doors leaves it at that.
    default StopStage stopStage() {
        return StopStage.DOORS;
    }

    /// Whether commands come in by it, so that the server tells how long they took. A module with
    /// doors leaves it at that.
    default boolean takesCommands() {
        return true;
    }

    /// Takes no further request, lets those that run finish and their answers leave.
    /// Others of the same [#stopStage] are drained meanwhile.
    ///
    /// @param limit the time to wait for them at most
    void drain(Duration limit) throws InterruptedException;

    /// Closes what is left and removes the files it made.
    void close();

    /// Where it listens. A module that listens nowhere leaves it at that.
    default List<Door> doors() {
        return List.of();
    }

    /// Who is connected. A module without connections leaves it at that.
    default List<Caller> callers() {
        return List.of();
    }

    /// The threads it works with. A module without any leaves it at that.
    default List<ServiceThread> threads() {
        return List.of();
    }

    /// Who is refused at the moment. A module that refuses nobody leaves it at that.
    default List<RefusedSource> refused() {
        return List.of();
    }

    /// What it allows its connections. A module without connections leaves it at that.
    default ConnectionLimits limits() {
        return ConnectionLimits.NONE;
    }
}

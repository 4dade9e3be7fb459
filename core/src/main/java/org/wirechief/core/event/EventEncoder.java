package org.wirechief.core.event;

/// How events are said in one dialect, as long as one carrier takes. An event is encoded once for
/// all receivers whose encoders are equal. Called by several threads at once.
@FunctionalInterface
public interface EventEncoder {
    /// The event as bytes, which nobody changes any more.
    ///
    /// @throws org.wirechief.core.Fault when it is too long, saying so
    byte[] encode(Event event);
}

package org.wirechief.net;

/// What becomes of a file for answers that is asked for when the JVM has begun to end. Nothing can
/// remove it then but who asked, and only if the JVM waits.
public enum WhileEnding {
    /// There is none: the end of the JVM would leave it behind.
    REFUSED,

    /// It is made: who asked is waited for, by a shutdown hook, until it is closed again.
    AWAITED
}

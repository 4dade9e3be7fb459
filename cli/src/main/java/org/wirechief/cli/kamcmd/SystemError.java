package org.wirechief.cli.kamcmd;

import java.net.PortUnreachableException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The errors of sockets as a C program words and numbers them.
enum SystemError {
    ENOENT(2, "No such file or directory"),
    EAGAIN(11, "Resource temporarily unavailable"),
    EACCES(13, "Permission denied"),
    ENOTDIR(20, "Not a directory"),
    EPIPE(32, "Broken pipe"),
    ENAMETOOLONG(36, "File name too long"),
    ELOOP(40, "Too many levels of symbolic links"),
    EMSGSIZE(90, "Message too long"),
    EPROTOTYPE(91, "Protocol wrong type for socket"),
    EADDRINUSE(98, "Address already in use"),
    ENETUNREACH(101, "Network is unreachable"),
    ECONNRESET(104, "Connection reset by peer"),
    ETIMEDOUT(110, "Connection timed out"),
    ECONNREFUSED(111, "Connection refused"),
    EHOSTUNREACH(113, "No route to host");

    private final int number;
    private final String text;

    SystemError(int number, String text) {
        this.number = number;
        this.text = text;
    }

    /// `No such file or directory`.
    String text() {
        return text;
    }

    int number() {
        return number;
    }

    /// Finds which one an exception is about, in what it and its causes say: in C's words, as the
    /// JDK has them, or with its name.
    static Optional<SystemError> of(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, t -> t != null, t -> t == null ? null : t.getCause())
                .flatMap(t -> t == null ? Stream.of() : found(t).stream())
                .reduce((outer, inner) -> inner);
    }

    private static Optional<SystemError> found(Throwable failure) {
        if (failure instanceof PortUnreachableException) {
            return Optional.of(ECONNREFUSED);
        }
        String says = String.valueOf(failure.getMessage());
        String lower = says.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(e -> lower.contains(e.text.toLowerCase(Locale.ROOT)) || says.contains(e.name()))
                .findFirst();
    }
}

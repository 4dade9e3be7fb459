package org.wirechief.net.linux;

import java.io.IOException;

/// A system call that failed where that is not part of normal work.
public final class LinuxException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int answer;

    LinuxException(String call, int answer) {
        super(call + ": " + Errno.describe(answer));
        this.answer = answer;
    }

    /// Which error it was.
    public boolean is(Errno errno) {
        return errno.is(answer);
    }

    /// Passes an answer through unless it is an error.
    static int check(String call, int answer) throws LinuxException {
        if (answer < 0) {
            throw new LinuxException(call, answer);
        }
        return answer;
    }
}

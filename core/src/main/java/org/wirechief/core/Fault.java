package org.wirechief.core;

/// A command's answer that it failed: a code and a reason, as every dialect can say it.
///
/// An answer and no accident, so it carries no stack trace and is cheap to throw. A fault about
/// an argument that is missing or of the wrong type is worded by the caller's dialect
/// ([#aboutArgument]); commands let it pass.
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final boolean aboutArgument;

    /// A command's own fault.
    ///
    /// @param code by custom 400 to 499 for the caller's mistakes, 500 to 599 for the server's
    /// @param reason one line, sent as it is
    public Fault(int code, String reason) {
        this(code, reason, false);
    }

    private Fault(int code, String reason, boolean aboutArgument) {
        super(reason, null, false, false);
        this.code = code;
        this.aboutArgument = aboutArgument;
    }

    /// A fault raised by a dialect's [Args] when an argument cannot be read as asked.
    public static Fault aboutArgument(int code, String reason) {
        return new Fault(code, reason, true);
    }

    public int code() {
        return code;
    }

    public String reason() {
        return getMessage();
    }

    /// Whether the dialect raised it while reading an argument. BINRPC lets an answer that was
    /// begun stand against such a fault (spec ctl §8.2).
    public boolean isAboutArgument() {
        return aboutArgument;
    }

    @Override
    public String getMessage() {
        return java.util.Objects.requireNonNullElse(super.getMessage(), "");
    }
}

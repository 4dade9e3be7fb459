package org.wirechief.core;

/// A command's answer that it failed: a code and a reason, as every dialect can say it.
///
/// An answer and no accident, so it carries no stack trace and is cheap to throw. A fault about
/// an argument that is missing or of the wrong type is worded by the caller's dialect
/// ([#aboutArgument]); commands let it pass.
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int FORBIDDEN = 403;

    private final int code;
    private final Kind kind;
    private final String data;

    /// Who says no to what.
    public enum Kind {
        /// The command failed.
        COMMAND,
        /// The dialect cannot read an argument as the command asks.
        ARGUMENT,
        /// The command does not take an argument's value. JSON-RPC says that with a code and a
        /// message of its own, -32602 `Invalid params`, and what is wrong is in the data.
        PARAMETER,
        /// The caller may not. MI text says no more than `403 Forbidden`.
        REFUSAL
    }

    /// A command's own fault.
    ///
    /// @param code by custom 400 to 499 for the caller's mistakes, 500 to 599 for the server's
    /// @param reason one line, sent as it is
    public Fault(int code, String reason) {
        this(code, reason, Kind.COMMAND, "");
    }

    private Fault(int code, String reason, Kind kind, String data) {
        super(reason, null, false, false);
        this.code = code;
        this.kind = kind;
        this.data = data;
    }

    /// A fault raised by a dialect's [Args] when an argument cannot be read as asked.
    public static Fault aboutArgument(int code, String reason) {
        return new Fault(code, reason, Kind.ARGUMENT, "");
    }

    /// A fault of a command that does not take the value of an argument: in text `404 Empty
    /// attribute name`, in JSON-RPC -32602 `Invalid params` with the same reason as data. Where the
    /// data is another text, [#withData] sets it.
    ///
    /// @param code and `reason`: what dialects other than JSON-RPC say
    public static Fault badParameter(int code, String reason) {
        return new Fault(code, reason, Kind.PARAMETER, reason);
    }

    /// A fault 403 for whom may not call.
    ///
    /// @param reason for the caller: what is missing and which line would give it
    public static Fault refusal(String reason) {
        return new Fault(FORBIDDEN, reason, Kind.REFUSAL, "");
    }

    /// The same fault with a detail that JSON-RPC carries beside the reason.
    public Fault withData(String detail) {
        return new Fault(code, reason(), kind, detail);
    }

    public int code() {
        return code;
    }

    public String reason() {
        return getMessage();
    }

    public Kind kind() {
        return kind;
    }

    /// The detail for dialects that have room for one; empty for none.
    public String data() {
        return data;
    }

    /// Whether the dialect raised it while reading an argument. BINRPC lets an answer that was
    /// begun stand against such a fault (spec ctl §8.2).
    public boolean isAboutArgument() {
        return kind == Kind.ARGUMENT;
    }

    @Override
    public String getMessage() {
        return java.util.Objects.requireNonNullElse(super.getMessage(), "");
    }
}

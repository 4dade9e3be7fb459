package org.wirechief.client;

/// What came is no answer to the call, or is none that can be read.
public final class BrokenReply extends NodeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final int sentCookie;
    private final int receivedCookie;

    /// What is wrong with it.
    public enum Kind {
        /// The bytes are none of the dialect's.
        GARBAGE,
        /// It is a request.
        NOT_A_REPLY,
        /// It answers another call than the one whose turn it was.
        WRONG_COOKIE,
        /// It announces more bytes than the client takes, or its values need more memory than
        /// there is.
        TOO_LONG,
        /// A datagram of it is missing.
        INCOMPLETE,
        /// It came whole, but its content breaks the rules of the dialect.
        UNREADABLE
    }

    private BrokenReply(String node, String command, Kind kind, String what, int sentCookie, int receivedCookie) {
        super(node, command, about(node, command, what), true, null);
        this.kind = kind;
        this.sentCookie = sentCookie;
        this.receivedCookie = receivedCookie;
    }

    BrokenReply(String node, String command, Kind kind, String what) {
        this(node, command, kind, what, 0, 0);
    }

    BrokenReply(String node, String command, String what, int sentCookie, int receivedCookie) {
        this(node, command, Kind.WRONG_COOKIE, what, sentCookie, receivedCookie);
    }

    /// What is wrong with it, for programs; the message says it to people.
    public Kind kind() {
        return kind;
    }

    /// The cookie that the answer should have had, 0 unless the kind is [Kind#WRONG_COOKIE].
    public int sentCookie() {
        return sentCookie;
    }

    /// The cookie that it had, 0 unless the kind is [Kind#WRONG_COOKIE].
    public int receivedCookie() {
        return receivedCookie;
    }
}

package org.wirechief.net;

/// The way from a request on a FIFO to its reply. Only for the handler, while it is called.
public interface FifoReplies {

    /// Runs a request once its reply FIFO is open, after this call of the handler at the earliest.
    ///
    /// The FIFO must be there and be one, not a link, with one name; otherwise the request is
    /// dropped unrun and counted. While nobody reads it, the request waits for
    /// [FifoLimits#openTimeout()] and others overtake it. Requests of one FIFO run in their order,
    /// each when the reply before it is gone; those that came together run at once one after the
    /// other, and what they answer by then leaves in one write.
    ///
    /// @param bytes how many the request holds while it waits, see [FifoLimits#waitingBytes()]
    /// @param request what to run; owns its bytes
    void open(ReplyPath path, int bytes, FifoRequest request);

    /// As [#open], but the FIFO must have its reader already when the request's turn comes; else
    /// the request is dropped and counted as if it had waited.
    void openNow(ReplyPath path, FifoRequest request);

    /// Does what is to be done about one request of several now: whatever it throws is counted and
    /// logged, and costs this request only.
    void alone(Runnable request);
}

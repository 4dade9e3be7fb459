package org.wirechief.core;

import java.util.Collection;
import java.util.function.Consumer;

/// Where a command writes its answer; each dialect renders it in its own way and straight into
/// its output.
///
/// An answer is any number of values ([Elements]), or rows, or [#ok], or one fault. The first
/// fault is the answer: it takes back what was added before, and what is added after it is
/// ignored. An answer that exceeds the dialect's limits becomes a fault the same way. Used by the
/// command's thread only, until the command returns: what comes later is ignored, or spoils the
/// answer to the next call.
public interface Reply extends Elements {
    /// A list of like things: a struct each, where the dialect has no other way to say it.
    ///
    /// @param list its name where lists have one, `Processes`
    /// @param one the name of each of its rows where rows have one, `Process`
    default void rows(String list, String one, Consumer<? super Rows> body) {
        StructRow.into(this, body);
    }

    /// A line of text: an unnamed node, or an element of an array.
    default void line(Octets text) {
        add(text);
    }

    /// A line of text.
    default void line(String text) {
        line(Octets.of(text));
    }

    /// A list of lines: an unnamed node each, or one array, also of one line or none.
    default void lines(Collection<String> all) {
        all.forEach(this::line);
    }

    /// Adds what is the same every time; a dialect may keep it as it sends it.
    default void prepared(Prepared answer) {
        answer.write(this);
    }

    /// Writes an answer that MI text forms in another way than all other dialects:
    /// `Value not found` and success where they have a fault, say. Runs the one that applies.
    ///
    /// @param text writes nodes for MI text
    /// @param otherwise writes it for all others
    default void inText(Consumer<? super Reply> text, Consumer<? super Reply> otherwise) {
        otherwise.accept(this);
    }

    /// Writes an answer whose text OpenSIPS 1.8 formed in another way than later versions
    /// (spec mi-text §14): `core:rcv_requests = 0`. Runs the one that applies.
    ///
    /// @param old writes lines for MI text in the manner of 1.8
    /// @param now writes it for all others
    default void inOldText(Consumer<? super Reply> old, Consumer<? super Reply> now) {
        now.accept(this);
    }

    /// Whether the answer is a fault.
    boolean isFault();

    /// Done, with nothing to say.
    default void ok() {}

    /// The answer is that it failed.
    ///
    /// @param reason one line; null, which an exception's message may be, is an empty one
    void fault(int code, String reason);

    /// The fault a command threw. A dialect may treat one about an argument in its own way.
    default void fault(Fault fault) {
        fault(fault.code(), fault.reason());
    }

    /// The command broke down instead of answering, and the log says how. A dialect may tell that
    /// from a fault.
    default void internalError() {
        fault(500, "Internal Server Error");
    }

    /// Does `action` once the answer has left for the caller, or could not: how `core.kill` answers
    /// first and then acts.
    void afterSend(Runnable action);
}

package org.wirechief.core;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An answer, or a part of one, that is the same every time it is given: a dialect may keep it in
/// the form it sends. Made anew when it changes. Safe for use by several threads.
public final class Prepared {
    private final Consumer<? super Reply> body;
    private volatile @Nullable Object kept;

    /// @param body writes it; the same values at every call
    public Prepared(Consumer<? super Reply> body) {
        this.body = body;
    }

    /// Writes it as any command would.
    public void write(Reply reply) {
        body.accept(reply);
    }

    /// What a dialect has kept last, which may be another one; null for nothing.
    public @Nullable Object kept() {
        return kept;
    }

    /// Keeps a dialect's form of it.
    ///
    /// @param form of a type that is the dialect's own, immutable
    public void keep(Object form) {
        kept = form;
    }
}

package org.wirechief.cli.hep;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.wirechief.cli.output.ByteSink;
import org.wirechief.cli.output.Layout;
import org.wirechief.core.Octets;

/// Prints packets as they come and says when it has had enough of them.
final class PacketPrinter {
    private final Layout layout;
    private final Octets delimiter;
    private final OutputStream out;
    private final ByteSink sink;
    private final CountDownLatch enough = new CountDownLatch(1);
    private volatile @Nullable IOException failure;
    private volatile @Nullable Throwable end;
    private long left;

    /// @param count how many packets to print, at least 1
    PacketPrinter(Layout layout, Octets delimiter, long count, OutputStream out) {
        this.layout = layout;
        this.delimiter = delimiter;
        this.left = count;
        this.out = out;
        this.sink = new ByteSink(out, false);
    }

    /// Prints one, for the collector; those beyond the last one wanted are dropped.
    void print(Captured captured) {
        if (left == 0) {
            return;
        }
        left--;
        try {
            if (layout == Layout.TEXT) {
                PacketText.print(captured.packet(), captured.content(), sink);
            } else {
                layout.print(List.of(PacketValue.of(captured, delimiter)), sink);
            }
            out.flush();
        } catch (IOException e) {
            failure = e;
            left = 0;
        }
        if (left == 0) {
            enough.countDown();
        }
    }

    /// No more packets come, by a failure.
    void ended(Throwable cause) {
        end = cause;
        enough.countDown();
    }

    /// What [#ended(Throwable)] was told, or null.
    @Nullable
    Throwable end() {
        return end;
    }

    /// Waits until it has printed enough, cannot print, or nothing comes any more.
    void awaitEnough() throws InterruptedException {
        enough.await();
    }

    /// @throws IOException when standard output took nothing more
    void finish() throws IOException {
        IOException failed = failure;
        if (failed != null) {
            throw failed;
        }
        out.flush();
    }
}

package org.wirechief.net;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.NativePath;

/// Keeps a request FIFO at its path: looks after it when the system tells of a change, and now and
/// then where it does not tell of all, and makes it anew when it is gone, is another, or has
/// another owner. Who has the one before open may still write to it, so it is read for a while
/// longer.
///
/// FIFO's thread only, but for [#removeFile()].
final class FifoKeeper {
    /// Former FIFOs that are still read after each check, and for how long.
    private static final int MOST_FORMER = 32;

    private static final long FORMER_TIME = Duration.ofSeconds(10).toNanos();

    /// How soon making it anew is tried again, and how often it is looked for when the system does
    /// not tell of changes.
    private static final long SOON = Duration.ofSeconds(1).toNanos();

    private static final long NEVER = Long.MAX_VALUE / 2;

    private static final System.Logger LOG = System.getLogger(FifoKeeper.class.getPackageName());

    /// A FIFO that has lost its path.
    private record Former(FifoSource source, long until) {}

    /// Gives an open FIFO a reader.
    interface Opener {
        FifoSource source(FifoFile file);
    }

    private final Libc libc;
    private final Address address;
    private final FileAccess access;
    private final FifoLimits limits;
    private final FifoCounters counters;
    private final Opener opener;
    private final PathWatch changes;
    private final NativePath place;
    private final List<Former> former = new ArrayList<>();
    private FifoFile file;
    private FifoSource source;
    private boolean removed;
    private PathWatch.Reach told = PathWatch.Reach.NOTHING;
    private boolean failing;
    private long nextCheck;

    /// Makes the FIFO. On the FIFO's thread.
    ///
    /// @throws java.net.BindException saying what is wrong, where, and what to do
    FifoKeeper(Libc libc, Address address, FileAccess access, FifoLimits limits, FifoCounters counters, Opener opener)
            throws IOException {
        this.libc = libc;
        this.address = address;
        this.access = access;
        this.limits = limits;
        this.counters = counters;
        this.opener = opener;
        this.file = FifoFile.create(libc, address, access, FifoProbe.PROBE);
        this.source = opener.source(file);
        Path path = file.file().path();
        this.changes = new PathWatch(libc, path);
        this.place = NativePath.of(libc, UnixPaths.bytes(path.toString()));
        watch();
    }

    /// Tells when to [#watch()] anew.
    PathWatch changes() {
        return changes;
    }

    /// What to read from, the FIFO at the path first.
    List<FifoSource> sources() {
        List<FifoSource> all = new ArrayList<>(1 + former.size());
        all.add(source);
        former.forEach(f -> all.add(f.source));
        return all;
    }

    /// Checks the path if it is time, and gives up former FIFOs whose time is over.
    ///
    /// @return nanoseconds until the next time
    long checkInTime(long now) {
        if (nextCheck - now <= 0) {
            check(false);
        }
        former.removeIf(f -> f.until - now <= 0 && closed(f));
        while (former.size() > MOST_FORMER) {
            closed(former.removeFirst());
        }
        long next = nextCheck - now;
        for (Former f : former) {
            next = Math.min(next, f.until - now);
        }
        return Math.max(0, next);
    }

    /// Checks the path now.
    ///
    /// @param anew makes the FIFO anew even if nothing is wrong with it
    synchronized void check(boolean anew) {
        if (removed) {
            nextCheck = System.nanoTime() + NEVER;
            return;
        }
        boolean renewed = false;
        try {
            boolean intact = file.isIntact(libc, place);
            if (!intact || anew) {
                renew(intact);
                renewed = true;
            }
            failing = false;
        } catch (IOException e) {
            counters.recreateErrors.increment();
            if (!failing) {
                failing = true;
                LOG.log(System.Logger.Level.WARNING, "{0}; it is tried again every second", e.getMessage());
            }
        }
        // a new one is looked at again at once
        if (!renewed) {
            nextCheck = System.nanoTime() + (failing ? SOON : untilNext());
        }
    }

    private long untilNext() {
        return switch (told) {
            case NOTHING -> SOON;
            case FILE -> limits.checkEvery().toNanos();
            case EVERYTHING -> NEVER;
        };
    }

    private void renew(boolean intact) throws IOException {
        PathProbe probe = (path, where) -> file.file().isThere() || FifoProbe.PROBE.requireStaleOrNothing(path, where);
        FifoFile next = FifoFile.create(libc, address, access, probe);
        former.add(new Former(source, System.nanoTime() + FORMER_TIME));
        file = next;
        source = opener.source(next);
        counters.recreated.increment();
        LOG.log(
                System.Logger.Level.INFO,
                intact ? "{0} was made anew, as asked" : "{0} had lost its FIFO, which was made anew",
                address);
        watch();
    }

    /// Watches what is at the path now, and checks it soon.
    void watch() {
        told = changes.begin(libc);
        // it may have gone before it was watched
        nextCheck = System.nanoTime();
    }

    /// Removes the FIFO's path if it is still ours, and never makes it again. From any thread.
    synchronized void removeFile() {
        if (removed) {
            return;
        }
        removed = true;
        try {
            file.file().remove();
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "removing {0}: {1}",
                    file.file().path(),
                    e.getMessage());
        }
    }

    void close() {
        removeFile();
        former.forEach(f -> ended(f.source));
        ended(source);
        changes.close(libc);
    }

    /// What was written since the last turn is in it still.
    private boolean closed(Former f) {
        f.source.readLast();
        ended(f.source);
        return true;
    }

    private void ended(FifoSource over) {
        over.giveUp();
        int unread = over.pipe().unread(libc);
        if (unread > 0) {
            counters.unread.add(unread);
            LOG.log(
                    System.Logger.Level.WARNING,
                    address + ": " + unread + " bytes were written to it after it had been read for the last time;"
                            + " they are lost, so repeat what was not answered");
        }
        over.pipe().close(libc);
    }
}

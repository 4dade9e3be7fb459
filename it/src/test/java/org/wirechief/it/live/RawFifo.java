package org.wirechief.it.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Any bytes to the FIFO of a server.
public final class RawFifo {
    private RawFifo() {}

    /// Writes, in one go; when the FIFO is just not there, tries again, as clients do.
    public static void write(Path fifo, byte[] bytes) throws IOException, InterruptedException {
        long end = System.nanoTime() + RawStream.LIMIT.toNanos();
        while (true) {
            try {
                Files.write(fifo, bytes, StandardOpenOption.WRITE);
                return;
            } catch (NoSuchFileException e) {
                if (System.nanoTime() - end > 0) {
                    throw e;
                }
                Thread.sleep(1);
            }
        }
    }
}

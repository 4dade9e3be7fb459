package org.wirechief.net;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;

/// A selector without channels that works until it is told to fail.
final class FailingSelector extends Selector {
    private final Selector working;
    private volatile boolean failing;

    FailingSelector() throws IOException {
        working = Selector.open();
    }

    void fail() {
        failing = true;
        working.wakeup();
    }

    private int checked(int selected) throws IOException {
        if (failing) {
            throw new IOException("thrown by a test");
        }
        return selected;
    }

    @Override
    public boolean isOpen() {
        return working.isOpen();
    }

    @Override
    public SelectorProvider provider() {
        return working.provider();
    }

    @Override
    public Set<SelectionKey> keys() {
        return working.keys();
    }

    @Override
    public Set<SelectionKey> selectedKeys() {
        return working.selectedKeys();
    }

    @Override
    public int selectNow() throws IOException {
        return checked(working.selectNow());
    }

    @Override
    public int select(long timeout) throws IOException {
        return checked(working.select(timeout));
    }

    @Override
    public int select() throws IOException {
        return checked(working.select());
    }

    @Override
    public Selector wakeup() {
        working.wakeup();
        return this;
    }

    @Override
    public void close() throws IOException {
        working.close();
    }
}

package io.strait.engine.snapshot;

import java.util.List;

/** What may come out of the {@link PublicationOperations}, one at a time. */
public final class PublicationModel {
    private long position;
    private long tasks;

    public void moveHead() {
        position++;
    }

    public void commitBlock() {
        position++;
        tasks++;
    }

    public long head() {
        return position == 0 ? -1 : position;
    }

    public int tasks() {
        return (int) tasks;
    }

    public List<Long> snapshot() {
        return List.of(position, head(), tasks);
    }
}

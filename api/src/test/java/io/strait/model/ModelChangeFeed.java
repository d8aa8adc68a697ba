package io.strait.model;

import io.strait.api.Change;
import io.strait.api.ChangeListener;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ThreadFactory;

/**
 * Tells a listener of changes on a thread of its own. The buffer is bounded: while it is full, new
 * changes are lost and counted, and the count is told before the next change.
 */
final class ModelChangeFeed {
    private record Entry(long lostBefore, Change change) {}

    private final ChangeListener listener;
    private final int capacity;
    private final Thread thread;
    private final Queue<Entry> buffer = new ArrayDeque<>();
    private boolean closed;
    private long lostSinceLast;
    private long lost;
    private long failures;

    ModelChangeFeed(ChangeListener listener, int capacity, ThreadFactory threads, String name) {
        this.listener = listener;
        this.capacity = capacity;
        this.thread = threads.newThread(this::run);
        thread.setName(name);
    }

    void start() {
        thread.start();
    }

    synchronized void offer(Change change) {
        if (buffer.size() >= capacity) {
            lost++;
            lostSinceLast++;
            return;
        }
        buffer.add(new Entry(lostSinceLast, change));
        lostSinceLast = 0;
        notifyAll();
    }

    boolean isOnOwnThread() {
        return Thread.currentThread() == thread;
    }

    synchronized long lost() {
        return lost;
    }

    synchronized long failures() {
        return failures;
    }

    /** Takes no more changes, and waits until those in the buffer are told, or the time is up. */
    void close(Duration timeout) {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join(Math.max(1, timeout.toMillis()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Entry entry = next();
        while (entry != null) {
            tell(entry);
            entry = next();
        }
    }

    /** Waits for the next thing to tell; null when there will be none. */
    private synchronized Entry next() {
        while (buffer.isEmpty() && lostSinceLast == 0 && !closed) {
            try {
                wait();
            } catch (InterruptedException interrupted) {
                closed = true; // whoever interrupts this thread wants it to end
            }
        }
        if (buffer.isEmpty() && lostSinceLast > 0) {
            Entry onlyLost = new Entry(lostSinceLast, null);
            lostSinceLast = 0;
            return onlyLost;
        }
        return buffer.poll();
    }

    private void tell(Entry entry) {
        if (entry.lostBefore() > 0) {
            counted(() -> listener.onLost(entry.lostBefore()));
        }
        if (entry.change() != null) {
            counted(() -> listener.onChange(entry.change()));
        }
    }

    private void counted(Runnable call) {
        try {
            call.run();
        } catch (Throwable thrown) { // whatever it is, it is the listener's own affair
            synchronized (this) {
                failures++;
            }
        }
    }
}

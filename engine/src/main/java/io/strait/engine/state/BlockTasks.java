package io.strait.engine.state;

import java.util.List;

/**
 * The tasks that came from one block, linked through their entries, so that any of them leaves in
 * constant time.
 */
final class BlockTasks {
    private final long blockNumber;
    private TaskEntry last;

    BlockTasks(long blockNumber) {
        this.blockNumber = blockNumber;
    }

    long blockNumber() {
        return blockNumber;
    }

    boolean isEmpty() {
        return last == null;
    }

    void add(TaskEntry entry) {
        entry.block = this;
        entry.previousInBlock = last;
        if (last != null) {
            last.nextInBlock = entry;
        }
        last = entry;
    }

    void remove(TaskEntry entry) {
        if (entry.nextInBlock == null) {
            last = entry.previousInBlock;
        } else {
            entry.nextInBlock.previousInBlock = entry.previousInBlock;
        }
        if (entry.previousInBlock != null) {
            entry.previousInBlock.nextInBlock = entry.nextInBlock;
        }
        entry.block = null;
        entry.previousInBlock = null;
        entry.nextInBlock = null;
    }

    void addTo(List<TaskEntry> entries) {
        for (TaskEntry entry = last; entry != null; entry = entry.previousInBlock) {
            entries.add(entry);
        }
    }
}

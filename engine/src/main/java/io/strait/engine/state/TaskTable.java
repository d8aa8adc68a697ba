package io.strait.engine.state;

import io.strait.api.Limits;
import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.engine.flat.FlatMemory;
import io.strait.engine.flat.FlatTasks;
import java.util.ArrayList;
import java.util.List;

/**
 * The aggregator's tasks with everything that they are found by: id, status, AVS, source block.
 * Keeps these in step, and keeps no more finished tasks than it may; which changes are allowed is
 * decided by {@link TaskRules}. A task is known by its cell, until it is changed again.
 */
final class TaskTable {
    static final int NONE = FlatTasks.NONE;

    private final int maxFinishedTasks;
    private final FlatTasks tasks;
    private final TasksBySource bySource;
    private final CellQueue finished;

    TaskTable(Limits limits, FlatMemory memory) {
        this.maxFinishedTasks = limits.maxFinishedTasks();
        this.tasks = new FlatTasks(memory);
        this.bySource = new TasksBySource(memory.keys(), tasks);
        this.finished = new CellQueue(tasks.ageLinks());
    }

    FlatTasks tasks() {
        return tasks;
    }

    int find(String id) {
        return tasks.find(id);
    }

    /** How many tasks are pending or processing. */
    int activeCount() {
        return tasks.size() - finished.size();
    }

    /**
     * The task of an AVS that has been pending, of all that are, since the earliest save; or none.
     */
    int firstPending(Address avs) {
        return tasks.firstPending(avs);
    }

    /** The tasks in a status whose lease ends before a moment, the one saved first first. */
    List<Integer> leasedUntilBefore(TaskStatus status, long nowMs) {
        List<Integer> found = new ArrayList<>();
        tasks.forEach(
                status,
                cell -> {
                    if (tasks.leaseUntilMs(cell) < nowMs) {
                        found.add(cell);
                    }
                });
        return found;
    }

    /** The tasks that came from the chain's blocks above a number, in no particular order. */
    List<Integer> fromBlocksAbove(Chain chain, long blockNumber) {
        return bySource.above(chain, blockNumber);
    }

    void addPending(Task task, long timeMs) {
        bySource.add(tasks.add(task, timeMs));
    }

    void addPending(long[] words, int at, long timeMs) {
        bySource.add(tasks.add(words, at, timeMs));
    }

    /**
     * Changes a task's status, and returns its cell from now on; drops the task that finished
     * longest ago when there are too many, be it this one.
     */
    int move(int cell, TaskStatus status, long leaseUntilMs, long timeMs) {
        int moved = tasks.move(cell, status, leaseUntilMs, timeMs);
        if (moved != cell) {
            bySource.moved(moved);
        }
        if (status.isFinal()) {
            finished.add(moved);
        }
        return moved;
    }

    /** Drops the task that finished longest ago when there are too many. */
    void trim() {
        if (finished.size() > maxFinishedTasks) {
            remove(finished.oldest());
        }
    }

    void remove(int cell) {
        if (tasks.status(cell).isFinal()) {
            finished.remove(cell);
        }
        bySource.remove(cell);
        tasks.remove(cell);
    }
}

package io.strait.bench.contestant;

import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tasks in one map, in the order of saving; lists look at every one of them. Not for several
 * threads at once.
 */
class PlainTasks {
    private final Map<String, TaskRecord> records;

    PlainTasks(int expectedTasks) {
        this(new LinkedHashMap<>(capacityFor(expectedTasks)));
    }

    /** Over the given records, which become its own. */
    PlainTasks(Map<String, TaskRecord> records) {
        this.records = records;
    }

    final TaskRecord get(String taskId) {
        return records.get(taskId);
    }

    final void save(Task task, long nowMs) {
        if (records.putIfAbsent(task.id(), Rules.pending(task, nowMs)) != null) {
            throw Rules.taskExists(task);
        }
        becomesPending(task);
    }

    /** Saves all, or refuses with nothing saved. */
    final void saveAll(List<Task> tasks, long nowMs) {
        for (Task task : tasks) {
            if (records.containsKey(task.id())) {
                throw Rules.taskOfCommitExists(task);
            }
        }
        for (Task task : tasks) {
            save(task, nowMs);
        }
    }

    final void updateStatus(String taskId, TaskStatus status, long nowMs) {
        TaskRecord old = records.get(taskId);
        if (old == null) {
            throw Rules.noTask(taskId);
        }
        records.put(taskId, Rules.moved(old, status, nowMs));
        leavesPending(old);
    }

    final void delete(String taskId) {
        TaskRecord old = records.remove(taskId);
        if (old == null) {
            throw Rules.noTask(taskId);
        }
        leavesPending(old);
    }

    List<Task> listPending() {
        List<Task> found = new ArrayList<>();
        for (TaskRecord record : records.values()) {
            if (record.status() == TaskStatus.PENDING) {
                found.add(record.task());
            }
        }
        return Collections.unmodifiableList(found);
    }

    List<Task> listPendingForAvs(Address avs) {
        List<Task> found = new ArrayList<>();
        for (TaskRecord record : records.values()) {
            if (record.status() == TaskStatus.PENDING && record.task().avs().equals(avs)) {
                found.add(record.task());
            }
        }
        return Collections.unmodifiableList(found);
    }

    PlainTasks copy() {
        return new PlainTasks(copyOfRecords());
    }

    final Map<String, TaskRecord> copyOfRecords() {
        return new LinkedHashMap<>(records);
    }

    /** What a hash map has to be asked for so that it holds so many without growing. */
    static int capacityFor(int count) {
        return (int) (count / 0.75) + 1;
    }

    /** Told of each new task. */
    void becomesPending(Task task) {}

    /** Told of each task that moved on or was deleted, as it stood before, pending or not. */
    void leavesPending(TaskRecord before) {}
}

package io.strait.bench.contestant;

import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tasks in one map, with the pending ones indexed, all and by AVS; a list is a copy of an
 * index. A task is never pending twice, so insertion order is the order of saving.
 */
final class IndexedTasks extends PlainTasks {
    private final Map<String, Task> pending;
    private final Map<Address, Map<String, Task>> pendingByAvs = new HashMap<>();

    IndexedTasks(int expectedTasks) {
        super(expectedTasks);
        pending = new LinkedHashMap<>(capacityFor(expectedTasks));
    }

    private IndexedTasks(IndexedTasks other) {
        super(other.copyOfRecords());
        pending = new LinkedHashMap<>(other.pending);
        other.pendingByAvs.forEach(
                (avs, tasks) -> pendingByAvs.put(avs, new LinkedHashMap<>(tasks)));
    }

    @Override
    List<Task> listPending() {
        return ImmutableLists.copyOf(pending.values(), Task[]::new);
    }

    @Override
    List<Task> listPendingForAvs(Address avs) {
        Map<String, Task> ofAvs = pendingByAvs.get(avs);
        return ofAvs == null ? List.of() : ImmutableLists.copyOf(ofAvs.values(), Task[]::new);
    }

    @Override
    PlainTasks copy() {
        return new IndexedTasks(this);
    }

    @Override
    void becomesPending(Task task) {
        pending.put(task.id(), task);
        pendingByAvs.computeIfAbsent(task.avs(), avs -> new LinkedHashMap<>()).put(task.id(), task);
    }

    @Override
    void leavesPending(TaskRecord before) {
        if (before.status() == TaskStatus.PENDING) {
            pending.remove(before.id());
            pendingByAvs.get(before.task().avs()).remove(before.id());
        }
    }
}

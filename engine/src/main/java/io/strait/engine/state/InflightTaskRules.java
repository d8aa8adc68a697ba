package io.strait.engine.state;

import io.strait.api.Limits;
import io.strait.api.domain.InflightTask;
import io.strait.api.internal.Hash64;
import io.strait.api.write.ExecutorWrite.DeleteInflightTask;
import io.strait.engine.command.Outcome;
import io.strait.engine.command.Refusal;
import io.strait.engine.image.Keys;
import io.strait.engine.image.TableImage;

/** The executor's tasks in flight. */
final class InflightTaskRules {
    private static final String TASK_ID = "taskId";

    private final int maxInflightTasks;
    private final Keys keys;
    private final Table<InflightTask, Entry<InflightTask>> tasks;

    InflightTaskRules(Limits limits, Keys keys, Generation generation) {
        this.maxInflightTasks = limits.maxInflightTasks();
        this.keys = keys;
        this.tasks = new Table<>(generation, EntryIndex.ofEntriesThatGo());
    }

    void save(InflightTask task, Outcome outcome) {
        String id = task.taskId();
        if (find(id) != null) {
            outcome.refused(Refusal.alreadyExists(TASK_ID, id));
            return;
        }
        if (tasks.size() == maxInflightTasks) {
            outcome.refused(Refusal.capacityExceeded("maxInflightTasks", maxInflightTasks));
            return;
        }
        tasks.add(new Entry<>(tasks.newRow(keys.of(Hash64.of(id)), id, task), id));
        outcome.changed();
    }

    void delete(DeleteInflightTask write, Outcome outcome) {
        Entry<InflightTask> entry = find(write.taskId());
        if (entry == null) {
            outcome.refused(Refusal.notFound(TASK_ID, write.taskId()));
            return;
        }
        tasks.remove(entry);
        outcome.changed();
    }

    TableImage<InflightTask> image() {
        return tasks.image();
    }

    private Entry<InflightTask> find(String id) {
        return tasks.find(keys.of(Hash64.of(id)), id);
    }
}

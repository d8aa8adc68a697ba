package io.strait.model;

import io.strait.api.Limits;
import io.strait.api.domain.InflightTask;
import io.strait.api.error.AlreadyExistsException;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.NotFoundException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tasks in flight, in the order in which they were saved. */
final class ModelInflightTasks {
    private final Limits limits;
    private final Map<String, InflightTask> tasks = new LinkedHashMap<>();

    ModelInflightTasks(Limits limits) {
        this.limits = limits;
    }

    ModelInflightTasks copy() {
        ModelInflightTasks copy = new ModelInflightTasks(limits);
        copy.tasks.putAll(tasks);
        return copy;
    }

    Optional<InflightTask> get(String taskId) {
        return Optional.ofNullable(tasks.get(taskId));
    }

    List<InflightTask> list() {
        return List.copyOf(tasks.values());
    }

    Outcome save(InflightTask task) {
        if (tasks.containsKey(task.taskId())) {
            throw new AlreadyExistsException("taskId", task.taskId());
        }
        if (tasks.size() >= limits.maxInflightTasks()) {
            throw new CapacityExceededException("maxInflightTasks", limits.maxInflightTasks());
        }
        tasks.put(task.taskId(), task);
        return Outcome.CHANGED;
    }

    Outcome delete(String taskId) {
        if (!tasks.containsKey(taskId)) {
            throw new NotFoundException("taskId", taskId);
        }
        tasks.remove(taskId);
        return Outcome.CHANGED;
    }
}

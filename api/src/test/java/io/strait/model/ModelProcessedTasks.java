package io.strait.model;

import io.strait.api.ExecutorStore;
import io.strait.api.Limits;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.ProcessedTask;
import io.strait.api.domain.TaskBegin;
import io.strait.api.error.AlreadyExistsException;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.NotFoundException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The memory of tasks begun and done, in the order of each one's last change.
 *
 * <p>Every write works on a copy from which the tasks that are too old are gone already, as many as
 * may go with a write, and its own; the copy takes the place of the memory only when the write is
 * accepted: a refused write does not even forget.
 */
final class ModelProcessedTasks {
    private final Limits limits;
    private Map<String, ProcessedTask> memory = new LinkedHashMap<>();

    /** What the steady time was when each was changed last; of forgotten ones, too. */
    private final Map<String, Long> agesFromMs = new HashMap<>();

    ModelProcessedTasks(Limits limits) {
        this.limits = limits;
    }

    ModelProcessedTasks copy() {
        ModelProcessedTasks copy = new ModelProcessedTasks(limits);
        copy.memory.putAll(memory);
        copy.agesFromMs.putAll(agesFromMs);
        return copy;
    }

    Optional<ProcessedTask> get(String taskId) {
        return Optional.ofNullable(memory.get(taskId));
    }

    List<ProcessedTask> list() {
        return List.copyOf(memory.values());
    }

    long oldestAgeMs(long steadyMs) {
        return memory.keySet().stream()
                .mapToLong(id -> steadyMs - agesFromMs.get(id))
                .max()
                .orElse(0);
    }

    Outcome begin(String taskId, long timeMs, long steadyMs) {
        Map<String, ProcessedTask> young = withoutTooOld(taskId, steadyMs);
        ProcessedTask known = young.get(taskId);
        if (known == null) {
            makeRoom(young);
            young.put(taskId, new ProcessedTask(taskId, false, Bytes.EMPTY, timeMs));
            agesFromMs.put(taskId, steadyMs);
            return replaceMemory(young, true, TaskBegin.FIRST);
        }
        TaskBegin answer =
                known.done()
                        ? new TaskBegin(TaskBegin.Standing.ALREADY_DONE, known.result())
                        : TaskBegin.ALREADY_RUNNING;
        return replaceMemory(young, false, answer);
    }

    Outcome finish(String taskId, Bytes result, long timeMs, long steadyMs) {
        Map<String, ProcessedTask> young = withoutTooOld(taskId, steadyMs);
        refuseUnlessRunning(young, taskId);
        putLast(young, new ProcessedTask(taskId, true, result, timeMs));
        agesFromMs.put(taskId, steadyMs);
        return replaceMemory(young, true, null);
    }

    Outcome abandon(String taskId, long steadyMs) {
        Map<String, ProcessedTask> young = withoutTooOld(taskId, steadyMs);
        refuseUnlessRunning(young, taskId);
        young.remove(taskId);
        return replaceMemory(young, true, null);
    }

    Outcome mark(String taskId, long timeMs, long steadyMs) {
        Map<String, ProcessedTask> young = withoutTooOld(taskId, steadyMs);
        ProcessedTask known = young.get(taskId);
        if (known != null && known.done()) {
            return replaceMemory(young, false, null);
        }
        if (known == null) {
            makeRoom(young);
        }
        putLast(young, new ProcessedTask(taskId, true, Bytes.EMPTY, timeMs));
        agesFromMs.put(taskId, steadyMs);
        return replaceMemory(young, true, null);
    }

    private Map<String, ProcessedTask> withoutTooOld(String taskId, long steadyMs) {
        Map<String, ProcessedTask> young = new LinkedHashMap<>(memory);
        if (young.containsKey(taskId) && isTooOld(taskId, steadyMs)) {
            young.remove(taskId);
        }
        Stream.of(false, true)
                .flatMap(done -> tooOld(young, done, steadyMs))
                .toList()
                .forEach(young::remove);
        return young;
    }

    private Stream<String> tooOld(Map<String, ProcessedTask> of, boolean done, long steadyMs) {
        return of.values().stream()
                .filter(task -> task.done() == done && isTooOld(task.taskId(), steadyMs))
                .limit(ExecutorStore.MAX_FORGOTTEN_PER_WRITE)
                .map(ProcessedTask::taskId);
    }

    private boolean isTooOld(String taskId, long steadyMs) {
        return steadyMs - agesFromMs.get(taskId) > limits.processedTaskRetention().toMillis();
    }

    /** Makes room for one more by forgetting the task that was done longest ago. */
    private void makeRoom(Map<String, ProcessedTask> young) {
        int capacity = limits.maxProcessedTasks();
        if (young.size() < capacity) {
            return;
        }
        for (ProcessedTask task : young.values()) {
            if (task.done()) {
                young.remove(task.taskId());
                return;
            }
        }
        throw new CapacityExceededException("maxProcessedTasks", capacity);
    }

    private static void refuseUnlessRunning(Map<String, ProcessedTask> young, String taskId) {
        ProcessedTask known = young.get(taskId);
        if (known == null) {
            throw new NotFoundException("taskId", taskId);
        }
        if (known.done()) {
            throw new AlreadyExistsException("taskId", taskId);
        }
    }

    private static void putLast(Map<String, ProcessedTask> young, ProcessedTask task) {
        young.remove(task.taskId());
        young.put(task.taskId(), task);
    }

    private Outcome replaceMemory(
            Map<String, ProcessedTask> young, boolean changed, Object result) {
        boolean forgot = young.size() < memory.size();
        memory = young;
        return new Outcome(changed || forgot, result);
    }
}

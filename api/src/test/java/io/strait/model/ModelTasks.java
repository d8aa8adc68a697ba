package io.strait.model;

import io.strait.api.ExpiredTasks;
import io.strait.api.Limits;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.AlreadyExistsException;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.InvalidTransitionException;
import io.strait.api.error.LeaseExpiredException;
import io.strait.api.error.NotFoundException;
import io.strait.api.error.TaskExistsException;
import io.strait.api.write.AggregatorWrite.ClaimNextTask;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The tasks, in the order in which they were saved; a change of status keeps a task's place. */
final class ModelTasks {
    private final Limits limits;
    private final Map<String, TaskRecord> records = new LinkedHashMap<>();

    /** The ids of completed and failed tasks, in the order in which they finished. */
    private final List<String> finished = new ArrayList<>();

    ModelTasks(Limits limits) {
        this.limits = limits;
    }

    ModelTasks copy() {
        ModelTasks copy = new ModelTasks(limits);
        copy.records.putAll(records);
        copy.finished.addAll(finished);
        return copy;
    }

    Optional<TaskRecord> get(String taskId) {
        return Optional.ofNullable(records.get(taskId));
    }

    List<TaskRecord> list(Predicate<TaskRecord> wanted) {
        List<TaskRecord> found = new ArrayList<>();
        for (TaskRecord record : records.values()) {
            if (wanted.test(record)) {
                found.add(record);
            }
        }
        return Collections.unmodifiableList(found);
    }

    Outcome save(Task task, long timeMs) {
        if (records.containsKey(task.id())) {
            throw new AlreadyExistsException("taskId", task.id());
        }
        refuseUnlessRoom(1);
        add(task, timeMs);
        return Outcome.CHANGED;
    }

    void refuseIfOneExists(List<Task> tasks) {
        for (Task task : tasks) {
            if (records.containsKey(task.id())) {
                throw new TaskExistsException(task.id());
            }
        }
    }

    void refuseUnlessRoom(int newTasks) {
        int active = list(ModelTasks::isActive).size();
        if (active + newTasks > limits.maxTasks()) {
            throw new CapacityExceededException("maxTasks", limits.maxTasks());
        }
    }

    void add(Task task, long timeMs) {
        put(new TaskRecord(task, TaskStatus.PENDING, timeMs, timeMs, TaskRecord.NO_LEASE));
    }

    Outcome updateStatus(String taskId, TaskStatus status, long timeMs) {
        TaskRecord old = existing(taskId);
        if (!canGo(old.status(), status)) {
            throw new InvalidTransitionException("taskId", taskId, old.status(), status);
        }
        TaskRecord updated = moved(old, status, timeMs, TaskRecord.NO_LEASE);
        put(updated);
        if (!isActive(updated)) {
            finished.add(taskId);
            while (finished.size() > limits.maxFinishedTasks()) {
                records.remove(finished.remove(0));
            }
        }
        return new Outcome(true, updated);
    }

    Outcome delete(String taskId) {
        existing(taskId);
        drop(taskId);
        return Outcome.CHANGED;
    }

    Outcome claimNext(ClaimNextTask claim, long timeMs) {
        long leaseUntilMs = claim.lease().ms();
        if (claim.lease().fromClaim()) {
            boolean endless = leaseUntilMs > Long.MAX_VALUE - timeMs;
            leaseUntilMs = endless ? TaskRecord.NO_LEASE : timeMs + leaseUntilMs;
        } else if (leaseUntilMs < timeMs) {
            throw new LeaseExpiredException(leaseUntilMs, timeMs);
        }
        List<TaskRecord> waiting =
                list(
                        r ->
                                r.status() == TaskStatus.PENDING
                                        && r.task().avs().equals(claim.avs())
                                        && (claim.expired() == ExpiredTasks.TAKE
                                                || r.task().deadlineMs() >= timeMs));
        if (waiting.isEmpty()) {
            return new Outcome(false, Optional.empty());
        }
        TaskRecord claimed = moved(waiting.get(0), TaskStatus.PROCESSING, timeMs, leaseUntilMs);
        put(claimed);
        return new Outcome(true, Optional.of(claimed));
    }

    Outcome requeueExpiredLeases(long nowMs, int maxTasks, long timeMs) {
        List<TaskRecord> requeued =
                list(r -> r.status() == TaskStatus.PROCESSING && r.leaseUntilMs() < nowMs).stream()
                        .limit(maxTasks)
                        .map(r -> moved(r, TaskStatus.PENDING, timeMs, TaskRecord.NO_LEASE))
                        .toList();
        requeued.forEach(this::put);
        return new Outcome(!requeued.isEmpty(), requeued);
    }

    /** Drops the tasks that came from blocks above a number, and returns them as they stood. */
    List<TaskRecord> dropAbove(Chain chain, long blockNumber) {
        List<TaskRecord> orphans =
                list(
                        r ->
                                r.task().avs().equals(chain.avs())
                                        && r.task().chainId() == chain.chainId()
                                        && r.task().sourceBlockNumber() > blockNumber);
        orphans.forEach(orphan -> drop(orphan.id()));
        return orphans;
    }

    static boolean isActive(TaskRecord record) {
        return record.status() == TaskStatus.PENDING || record.status() == TaskStatus.PROCESSING;
    }

    /** Written out, rather than asked of {@link TaskStatus}, so that an error there shows. */
    private static boolean canGo(TaskStatus from, TaskStatus to) {
        return switch (from) {
            case PENDING -> to == TaskStatus.PROCESSING || to == TaskStatus.FAILED;
            case PROCESSING -> to == TaskStatus.COMPLETED || to == TaskStatus.FAILED;
            case COMPLETED, FAILED -> false;
        };
    }

    private static TaskRecord moved(TaskRecord old, TaskStatus to, long timeMs, long leaseUntilMs) {
        return new TaskRecord(old.task(), to, old.createdAtMs(), timeMs, leaseUntilMs);
    }

    private TaskRecord existing(String taskId) {
        return get(taskId).orElseThrow(() -> new NotFoundException("taskId", taskId));
    }

    private void put(TaskRecord record) {
        records.put(record.id(), record);
    }

    private void drop(String taskId) {
        records.remove(taskId);
        finished.remove(taskId);
    }
}

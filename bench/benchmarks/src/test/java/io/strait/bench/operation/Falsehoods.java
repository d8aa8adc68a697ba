package io.strait.bench.operation;

import io.strait.api.domain.Block;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.bench.contestant.Contestant;
import io.strait.bench.operation.FalsifiedContestant.Falsehood;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What a contestant may lose or falsify. */
final class Falsehoods {
    private static final Bytes OTHER = Bytes.ofUtf8("something else");

    private Falsehoods() {}

    /** Writes nothing at one call. */
    static Falsehood loses(long lostCall, BiConsumer<Contestant, Object[]> write) {
        return (honest, args, call) -> {
            if (call != lostCall) {
                write.accept(honest, args);
            }
            return null;
        };
    }

    static void saveTask(Contestant honest, Object[] args) {
        honest.saveTask((Task) args[0]);
    }

    static void savePerformer(Contestant honest, Object[] args) {
        honest.savePerformer((Performer) args[0]);
    }

    static void saveConfig(Contestant honest, Object[] args) {
        honest.saveOperatorSetConfig((OperatorSetConfig) args[0]);
    }

    static void setLast(Contestant honest, Object[] args) {
        honest.setLastProcessedBlock((Chain) args[0], (Long) args[1]);
    }

    static void updateStatus(Contestant honest, Object[] args) {
        honest.updateTaskStatus((String) args[0], (TaskStatus) args[1]);
    }

    /** Saves another payload at one call. */
    static Falsehood falseTask(long falseCall) {
        return changedTask(falseCall, Falsehoods::falsified);
    }

    /** Saves another task at one call. */
    static Falsehood changedTask(long changedCall, UnaryOperator<Task> change) {
        return (honest, args, call) -> {
            Task task = (Task) args[0];
            honest.saveTask(call == changedCall ? change.apply(task) : task);
            return null;
        };
    }

    static Falsehood falsePerformer(long falseCall) {
        return (honest, args, call) -> {
            Performer performer = (Performer) args[0];
            honest.savePerformer(
                    call == falseCall
                            ? performer.toBuilder().artifactTag("v2").build()
                            : performer);
            return null;
        };
    }

    static Falsehood falseConfigs() {
        return (honest, args, call) -> {
            OperatorSetConfig config = (OperatorSetConfig) args[0];
            honest.saveOperatorSetConfig(
                    new OperatorSetConfig(
                            config.operatorSet(),
                            config.taskSlaSeconds(),
                            config.curveType(),
                            OTHER,
                            config.consensusType(),
                            config.consensusThresholdBps()));
            return null;
        };
    }

    /** Commits with the tasks of one call changed. */
    @SuppressWarnings("unchecked") // as commitBlock is declared
    static Falsehood committedTasks(long falseCall, Function<List<Task>, List<Task>> change) {
        return (honest, args, call) -> {
            List<Task> tasks = (List<Task>) args[1];
            honest.commitBlock(
                    (Block) args[0],
                    call == falseCall ? change.apply(tasks) : tasks,
                    (Long) args[2]);
            return null;
        };
    }

    /** Commits another block's time at one call. */
    @SuppressWarnings("unchecked") // as commitBlock is declared
    static Falsehood falseBlock(long falseCall) {
        return (honest, args, call) -> {
            Block block = (Block) args[0];
            Block other =
                    new Block(
                            block.chain(),
                            block.number(),
                            block.hash(),
                            block.parentHash(),
                            block.timestamp() + 1);
            honest.commitBlock(
                    call == falseCall ? other : block, (List<Task>) args[1], (Long) args[2]);
            return null;
        };
    }

    /** Leaves the last element out at one call. */
    static <T> Falsehood shortList(long falseCall, BiFunction<Contestant, Object[], List<T>> list) {
        return (honest, args, call) -> {
            List<T> all = list.apply(honest, args);
            return call == falseCall ? all.subList(0, all.size() - 1) : all;
        };
    }

    /** Hands out the list of the first call for so many calls, of any thread. */
    static Falsehood staleLists(long calls) {
        List<Task> first = new ArrayList<>();
        return (honest, args, call) -> {
            synchronized (first) {
                if (first.isEmpty()) {
                    first.addAll(honest.listPendingTasks());
                }
            }
            return call < calls ? first : honest.listPendingTasks();
        };
    }

    /** Hands out the list of so many calls before, of the same thread. */
    static Falsehood lateLists(int calls) {
        ThreadLocal<Queue<List<Task>>> lists = ThreadLocal.withInitial(ArrayDeque::new);
        return (honest, args, call) -> {
            Queue<List<Task>> mine = lists.get();
            mine.add(honest.listPendingTasks());
            return mine.size() > calls ? mine.remove() : mine.element();
        };
    }

    /** Reads another payload, always. */
    static Falsehood falseReads() {
        return (honest, args, call) -> falsified(honest.getTask((String) args[0]));
    }

    /** Reads another task, or none, at one call. */
    static Falsehood changedRead(long changedCall, UnaryOperator<Task> change) {
        return (honest, args, call) -> {
            Task task = honest.getTask((String) args[0]);
            return call == changedCall ? change.apply(task) : task;
        };
    }

    /** Commits without pruning. */
    @SuppressWarnings("unchecked") // as commitBlock is declared
    static Falsehood keepsAllBlocks() {
        return (honest, args, call) -> {
            honest.commitBlock((Block) args[0], (List<Task>) args[1], 0);
            return null;
        };
    }

    static Task overdue(Task task) {
        return task.toBuilder().deadlineMs(1).build();
    }

    static Task numberedHigher(Task task) {
        return task.toBuilder().sourceBlockNumber(task.sourceBlockNumber() + 1).build();
    }

    static Task underAnotherId(Task task) {
        return Task.builder(task.id() + "-other", task.avs())
                .callbackAddress(task.callbackAddress())
                .sourceBlockNumber(task.sourceBlockNumber())
                .build();
    }

    static Task falsified(Task task) {
        return task.toBuilder().payload(OTHER).build();
    }
}

package io.strait.bench.operation;

import io.strait.api.domain.Task;
import io.strait.bench.contestant.Contestant;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Reads of objects. */
final class ObjectReads implements WorkloadReads {
    private final Contestant contestant;
    private final BlockNumbers numbers = new BlockNumbers();
    private String[] ids;

    ObjectReads(Contestant contestant) {
        this.contestant = contestant;
    }

    @Override
    public long getLastProcessedBlock() {
        return contestant.getLastProcessedBlock(Workload.CHAIN);
    }

    @Override
    public long getTask(long i) {
        return numberOf(contestant.getTask(Workload.taskId(i)));
    }

    @Override
    public void makeIds(int[] numbers) {
        ids = new String[numbers.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = Workload.taskId(numbers[i]);
        }
    }

    @Override
    public long getTaskById(int index) {
        return numberOf(contestant.getTask(ids[index]));
    }

    @Override
    public void visitPending(LongConsumer blockNumbers) {
        numbers.target = blockNumbers;
        contestant.listPendingTasks().forEach(numbers);
    }

    @Override
    public long visitPending() {
        return Visit.sumOfBlocks(contestant.listPendingTasks());
    }

    @Override
    public long visitPendingOfAvs(long avs) {
        return Visit.sumOfBlocks(contestant.listPendingTasksForAvs(Workload.avs(avs)));
    }

    @Override
    public long visitPerformers() {
        return Visit.sumOfTimes(contestant.listPerformers());
    }

    private static long numberOf(Task task) {
        return task == null ? NO_TASK : task.sourceBlockNumber();
    }

    /** Hands on what is asked of each task. */
    private static final class BlockNumbers implements Consumer<Task> {
        private LongConsumer target;

        @Override
        public void accept(Task task) {
            target.accept(task.sourceBlockNumber());
        }
    }
}

package io.strait.bench.operation;

import io.strait.bench.contestant.Contestant;

/** Reads of objects. */
final class ObjectReads implements WorkloadReads {
    private final Contestant contestant;
    private String[] ids;

    ObjectReads(Contestant contestant) {
        this.contestant = contestant;
    }

    @Override
    public long getLastProcessedBlock() {
        return contestant.getLastProcessedBlock(Workload.CHAIN);
    }

    @Override
    public Object getTask(long i) {
        return contestant.getTask(Workload.taskId(i));
    }

    @Override
    public void makeIds(int[] numbers) {
        ids = new String[numbers.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = Workload.taskId(numbers[i]);
        }
    }

    @Override
    public Object getTaskById(int index) {
        return contestant.getTask(ids[index]);
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
}

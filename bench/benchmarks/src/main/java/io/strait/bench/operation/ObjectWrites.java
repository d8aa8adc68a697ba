package io.strait.bench.operation;

import io.strait.api.domain.Block;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.bench.contestant.Contestant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes of objects, made anew for each call. */
final class ObjectWrites implements WorkloadWrites {
    private final Contestant contestant;
    private String[] ids;
    private List<Block> blocks;
    private List<List<Task>> tasks;

    ObjectWrites(Contestant contestant) {
        this.contestant = contestant;
    }

    @Override
    public void saveTask(long i) {
        contestant.saveTask(Workload.newTask(i));
    }

    @Override
    public void saveTaskOfMany(long i) {
        contestant.saveTask(Workload.newTaskOfMany(i));
    }

    @Override
    public void makeIds(int count) {
        ids = new String[count];
        Arrays.setAll(ids, Workload::taskId);
    }

    @Override
    public void updateTaskStatus(long i, TaskStatus status) {
        contestant.updateTaskStatus(ids == null ? Workload.taskId(i) : ids[(int) i], status);
    }

    @Override
    public void deleteTask(long i) {
        contestant.deleteTask(Workload.taskId(i));
    }

    @Override
    public void saveOperatorSetConfig(long i) {
        contestant.saveOperatorSetConfig(Workload.newOperatorSetConfig(i));
    }

    @Override
    public void savePerformer(long i, long nowMs) {
        contestant.savePerformer(Workload.newPerformer(i, nowMs));
    }

    @Override
    public void makeBlocks(int count, int tasksPerBlock) {
        blocks = new ArrayList<>(count);
        tasks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Block block = Workload.block(Workload.CHAIN, i);
            blocks.add(block);
            tasks.add(Workload.tasksIn(block, tasksPerBlock));
        }
    }

    @Override
    public void commitBlock(int number, long pruneBelow) {
        contestant.commitBlock(blocks.get(number), tasks.get(number), pruneBelow);
    }

    @Override
    public void commitNewBlock(long number, int tasksInIt, long pruneBelow) {
        Block block = Workload.block(Workload.CHAIN, number);
        contestant.commitBlock(block, Workload.tasksIn(block, tasksInIt), pruneBelow);
    }

    @Override
    public void drain() {
        contestant.drain();
    }

    @Override
    public void close() {
        // holds nothing
    }
}

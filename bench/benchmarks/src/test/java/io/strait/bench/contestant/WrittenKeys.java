package io.strait.bench.contestant;

import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.Task;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which keys were written, in the order of their first write: so that questions which a contestant
 * does not answer ("all chains") can be put to it key by key.
 */
final class WrittenKeys {
    private final Map<Chain, TreeSet<Long>> blocks = new LinkedHashMap<>();
    private final Set<String> tasks = new LinkedHashSet<>();
    private final Set<OperatorSet> operatorSets = new LinkedHashSet<>();

    synchronized WrittenKeys copy() {
        WrittenKeys copy = new WrittenKeys();
        blocks.forEach((chain, numbers) -> copy.blocks.put(chain, new TreeSet<>(numbers)));
        copy.tasks.addAll(tasks);
        copy.operatorSets.addAll(operatorSets);
        return copy;
    }

    synchronized void add(Chain chain) {
        blocks.computeIfAbsent(chain, unknown -> new TreeSet<>());
    }

    synchronized void add(Block block, List<Task> itsTasks) {
        add(block.chain());
        blocks.get(block.chain()).add(block.number());
        itsTasks.forEach(this::add);
    }

    synchronized void add(Task task) {
        tasks.add(task.id());
    }

    synchronized void removeTask(String taskId) {
        tasks.remove(taskId);
    }

    synchronized void add(OperatorSet operatorSet) {
        operatorSets.add(operatorSet);
    }

    synchronized List<Chain> chains() {
        return List.copyOf(blocks.keySet());
    }

    /** Lowest first. */
    synchronized List<Long> blocksOf(Chain chain) {
        return List.copyOf(blocks.getOrDefault(chain, new TreeSet<>()));
    }

    synchronized List<String> tasks() {
        return List.copyOf(tasks);
    }

    synchronized List<OperatorSet> operatorSets() {
        return List.copyOf(operatorSets);
    }
}

package io.strait.engine.reorg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What an engine must hold of one chain: its stored blocks, and the tasks of its canonical blocks
 * with their statuses.
 */
final class FollowedChain {
    private final NavigableMap<Long, Block> stored = new TreeMap<>();
    private final NavigableMap<Long, Block> canonical = new TreeMap<>();
    private final Map<Task, TaskStatus> tasks = new LinkedHashMap<>();
    private final List<Task> orphaned = new ArrayList<>();
    private final Chain chain;
    private long head = AggregatorView.NO_BLOCK;

    FollowedChain(Chain chain) {
        this.chain = chain;
    }

    long head() {
        return head;
    }

    /** Whether a block is on the canonical chain, but too old to be stored. */
    boolean isPruned(Block block) {
        return block.equals(canonical.get(block.number())) && !stored.containsKey(block.number());
    }

    /** The block of a number on the canonical chain, if it is too old to be stored; or null. */
    Block tooOld(long number) {
        return stored.containsKey(number) ? null : canonical.get(number);
    }

    /** A block that was too old is stored again, so that the chain can go on from it. */
    void storeAgain(Block block) {
        stored.put(block.number(), block);
    }

    void commit(Block block, List<Task> found, long pruneBelow) {
        canonical.put(block.number(), block);
        stored.put(block.number(), block);
        stored.headMap(pruneBelow, false).clear();
        found.forEach(task -> tasks.put(task, TaskStatus.PENDING));
        orphaned.removeAll(found);
        head = block.number();
    }

    void move(Task task, TaskStatus status) {
        tasks.put(task, status);
    }

    /** The stored blocks above an ancestor, lowest first. */
    List<Block> blocksAbove(long ancestor) {
        return List.copyOf(stored.tailMap(ancestor, false).values());
    }

    /** The tasks from blocks above an ancestor, oldest first, and how they stand. */
    Map<Task, TaskStatus> tasksAbove(long ancestor) {
        Map<Task, TaskStatus> above = new LinkedHashMap<>(tasks);
        above.keySet().removeIf(task -> task.sourceBlockNumber() <= ancestor);
        return above;
    }

    void rollBack(long ancestor) {
        canonical.tailMap(ancestor, false).clear();
        stored.tailMap(ancestor, false).clear();
        orphaned.addAll(tasksAbove(ancestor).keySet());
        tasks.keySet().removeAll(orphaned);
        head = ancestor;
    }

    /** Makes sure that a view shows this and nothing else of the chain. */
    void assertShownBy(AggregatorView view) {
        assertEquals(head, view.getLastProcessedBlock(chain));
        assertEquals(List.copyOf(stored.values()), view.listBlocks(chain));
        assertEquals(
                stored.isEmpty() ? null : stored.lastEntry().getValue(),
                view.getLastBlock(chain).orElse(null));
        assertEquals(tasks, statuses(view));
        assertEquals(
                tasks.keySet().stream().filter(this::isPending).toList(),
                view.listPendingTasksForAvs(chain.avs()));
        for (Task task : orphaned) {
            assertTrue(view.getTask(task.id()).isEmpty(), () -> "orphaned: " + task.id());
        }
    }

    private boolean isPending(Task task) {
        return tasks.get(task) == TaskStatus.PENDING;
    }

    private Map<Task, TaskStatus> statuses(AggregatorView view) {
        Map<Task, TaskStatus> found = new LinkedHashMap<>();
        for (TaskStatus status : TaskStatus.values()) {
            for (TaskRecord taskRecord : view.listTasks(status)) {
                if (taskRecord.task().avs().equals(chain.avs())) {
                    found.put(taskRecord.task(), status);
                }
            }
        }
        return found;
    }
}

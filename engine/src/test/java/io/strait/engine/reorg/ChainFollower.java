package io.strait.engine.reorg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.strait.api.AggregatorStore;
import io.strait.api.StateEngine;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Rollback;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.BlockOrderException;
import io.strait.api.error.ParentMismatchException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows one chain as a user would: commits what extends it, and, when another branch becomes the
 * canonical one, looks for the common ancestor in the store, rolls back to it and commits the
 * branch. Checks the store after every step.
 */
final class ChainFollower {
    private final Map<String, Block> delivered = new HashMap<>();
    private final StateEngine engine;
    private final AggregatorStore store;
    private final Chain chain;
    private final long window;
    private final FollowedChain expected;
    private int parentMismatches;
    private int blockOrders;
    private int rollbacks;
    private int dropped;

    /** A follower that keeps a window of blocks below each block that it commits. */
    ChainFollower(StateEngine engine, Chain chain, long window) {
        this.engine = engine;
        this.store = engine.aggregator();
        this.chain = chain;
        this.window = window;
        this.expected = new FollowedChain(chain);
    }

    int parentMismatches() {
        return parentMismatches;
    }

    int blockOrders() {
        return blockOrders;
    }

    int rollbacks() {
        return rollbacks;
    }

    /** Tasks that rollbacks dropped. */
    int droppedTasks() {
        return dropped;
    }

    void follow(Delivery delivery) {
        Block block = delivery.on(chain);
        delivered.put(block.hash(), block);
        tryOutOfTurn(block);
        Block head = delivered.get(delivery.canonicalHeadAfter());
        if (!isStored(head)) {
            Deque<Block> branch = branchTo(head);
            long ancestor = branch.getFirst().number() - 1;
            if (ancestor < expected.head()) {
                rollBack(ancestor);
            }
            branch.forEach(this::commit);
        }
        assertEquals(head.number(), store.getLastProcessedBlock(chain));
        assertEquals(head, store.getLastBlock(chain).orElseThrow());
        check();
    }

    /**
     * The store's own answer, to a block that does not extend the stored chain, is a refusal that
     * changes nothing.
     */
    private void tryOutOfTurn(Block block) {
        long head = store.getLastProcessedBlock(chain);
        List<Task> tasks = BranchTasks.of(block);
        if (block.number() <= head) {
            assertThrows(BlockOrderException.class, () -> store.commitBlock(block, tasks, 0));
            blockOrders++;
        } else if (block.number() == head + 1 && block.number() > 0 && !isChild(block)) {
            ParentMismatchException refused =
                    assertThrows(
                            ParentMismatchException.class,
                            () -> store.commitBlock(block, tasks, 0));
            assertEquals(store.getBlock(chain, head).orElseThrow().hash(), refused.storedHash());
            assertEquals(block.parentHash(), refused.parentHash());
            assertEquals(block.number(), refused.blockNumber());
            parentMismatches++;
        }
        check();
    }

    private boolean isChild(Block block) {
        return store.getLastBlock(chain).orElseThrow().hash().equals(block.parentHash());
    }

    private boolean isStored(Block block) {
        return store.getBlock(chain, block.number()).filter(block::equals).isPresent();
    }

    /**
     * The blocks from the common ancestor, which is left out, to the given one. The store tells
     * which that is, unless it is pruned: then a follower has to know by itself, or ask its node.
     */
    private Deque<Block> branchTo(Block head) {
        Deque<Block> branch = new ArrayDeque<>();
        Block block = head;
        while (block != null && !isStored(block) && !expected.isPruned(block)) {
            branch.addFirst(block);
            block = delivered.get(block.parentHash());
        }
        return branch;
    }

    private void rollBack(long ancestor) {
        Block tooOld = expected.tooOld(ancestor);
        Rollback rollback =
                tooOld == null ? store.rollbackTo(chain, ancestor) : store.resetChain(tooOld);
        Map<Task, TaskStatus> orphaned = new LinkedHashMap<>();
        for (TaskRecord taskRecord : rollback.tasks()) {
            orphaned.put(taskRecord.task(), taskRecord.status());
        }
        assertEquals(chain, rollback.chain());
        assertEquals(ancestor, rollback.ancestorNumber());
        assertEquals(expected.blocksAbove(ancestor), rollback.blocks());
        assertEquals(
                List.copyOf(expected.tasksAbove(ancestor).entrySet()),
                List.copyOf(orphaned.entrySet()));
        expected.rollBack(ancestor);
        if (tooOld != null) {
            expected.storeAgain(tooOld);
        }
        rollbacks++;
        dropped += orphaned.size();
        check();
    }

    private void commit(Block block) {
        List<Task> tasks = BranchTasks.of(block);
        long pruneBelow = Math.max(0, block.number() - window);
        store.commitBlock(block, tasks, pruneBelow);
        expected.commit(block, tasks, pruneBelow);
        check();
        for (Task task : tasks) {
            for (TaskStatus status : BranchTasks.fate(block, task)) {
                store.updateTaskStatus(task.id(), status);
                expected.move(task, status);
            }
        }
        check();
    }

    private void check() {
        expected.assertShownBy(store);
        expected.assertShownBy(engine.snapshot().aggregator());
    }
}

package io.strait.engine.reorg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import java.util.List;

/**
 * What must hold in any snapshot, whoever follows which chain meanwhile: nobody sees a commit or a
 * rollback half done.
 */
final class SnapshotLinks {
    private SnapshotLinks() {}

    static void assertHold(AggregatorView view) {
        view.listChains().forEach(chain -> assertHold(view, chain));
    }

    private static void assertHold(AggregatorView view, Chain chain) {
        List<Block> blocks = view.listBlocks(chain);
        long head = view.getLastProcessedBlock(chain);
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (i > 0) {
                assertEquals(blocks.get(i - 1).hash(), block.parentHash(), "parent hash");
            }
            for (Task task : BranchTasks.of(block)) {
                assertTrue(view.getTask(task.id()).isPresent(), () -> "no task of " + block);
            }
        }
        if (!blocks.isEmpty()) {
            assertEquals(blocks.get(blocks.size() - 1).number(), head, "last processed block");
        }
        for (Task task : view.listPendingTasksForAvs(chain.avs())) {
            assertTrue(task.sourceBlockNumber() <= head, () -> "orphaned: " + task);
            view.getBlock(chain, task.sourceBlockNumber())
                    .ifPresent(source -> assertEquals(source.hash(), task.blockHash()));
        }
    }
}

package io.strait.api.write;

import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.error.InvalidArgumentException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the tasks of one commit must have in common with its block, and with each other. */
final class CommitRules {
    private CommitRules() {}

    static void check(Block block, List<Task> tasks) {
        Set<String> ids = new HashSet<>();
        for (Task task : tasks) {
            if (!ids.add(task.id())) {
                throw new InvalidArgumentException("taskId", task.id(), "stands twice in tasks");
            }
            checkSource(block, task);
        }
    }

    private static void checkSource(Block block, Task task) {
        Chain chain = block.chain();
        if (!task.avs().equals(chain.avs())) {
            throw differs("task.avs", task.avs(), chain.avs());
        }
        if (task.chainId() != chain.chainId()) {
            throw differs(
                    "task.chainId",
                    Long.toUnsignedString(task.chainId()),
                    Long.toUnsignedString(chain.chainId()));
        }
        if (task.sourceBlockNumber() != block.number()) {
            throw differs("task.sourceBlockNumber", task.sourceBlockNumber(), block.number());
        }
    }

    private static InvalidArgumentException differs(String name, Object ofTask, Object ofBlock) {
        return new InvalidArgumentException(name, ofTask, "must be that of the block: " + ofBlock);
    }
}

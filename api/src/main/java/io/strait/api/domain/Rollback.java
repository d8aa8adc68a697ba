package io.strait.api.domain;

import io.strait.api.internal.Require;
import java.util.List;

/**
 * What a rollback dropped.
 *
 * @param chain the chain that was rolled back
 * @param ancestorNumber the block that is now the chain's last processed one
 * @param blocks the orphaned blocks, lowest number first
 * @param tasks the orphaned tasks as they stood, in whatever status, oldest first
 */
public record Rollback(
        Chain chain, long ancestorNumber, List<Block> blocks, List<TaskRecord> tasks) {
    /**
     * Copies the lists.
     *
     * @param chain the chain that was rolled back
     * @param ancestorNumber the block that is now the chain's last processed one
     * @param blocks the orphaned blocks, lowest number first
     * @param tasks the orphaned tasks as they stood, in whatever status, oldest first
     * @throws io.strait.api.error.InvalidArgumentException when a part is null
     */
    public Rollback {
        Require.notNull("chain", chain);
        blocks = Require.copyOf("blocks", blocks);
        tasks = Require.copyOf("tasks", tasks);
    }
}

package io.strait.bench.contestant;

import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.engine.Strait;
import java.util.List;

/**
 * A store that takes part in the comparison: the same operations with the same rules for each of
 * them, so that each does the same work. Any thread.
 *
 * <p>A refusal is the API's own typed exception. A contestant that hands its writes off may be read
 * before they are applied; {@link #drain()} waits for them.
 */
public interface Contestant extends ContestantView, AutoCloseable {
    /** Sets how far a chain was followed. */
    void setLastProcessedBlock(Chain chain, long blockNumber);

    /** A way to do that again and again, of one chain and for the calling thread alone. */
    default ChainFollower follow(Chain chain) {
        return new KeyedChainFollower(this, chain);
    }

    /**
     * Saves a block as the chain's last, saves its tasks, and drops the chain's blocks below a
     * number. Refused, with nothing changed, when the stored predecessor is not the block's parent.
     */
    void commitBlock(Block block, List<Task> tasks, long pruneBelow);

    /** Saves a new task as pending. Refused when its id exists. */
    void saveTask(Task task);

    /**
     * Moves a task along its life cycle. Refused when the id is unknown or the move not allowed.
     */
    void updateTaskStatus(String taskId, TaskStatus status);

    /** Deletes a task. Refused when the id is unknown. */
    void deleteTask(String taskId);

    /** Saves or overwrites a configuration. */
    void saveOperatorSetConfig(OperatorSetConfig config);

    /** Saves or overwrites a performer. */
    void savePerformer(Performer performer);

    /**
     * A consistent view of everything at one moment, which never changes.
     *
     * @throws UnsupportedOperationException when the contestant cannot
     */
    ContestantView snapshot();

    /** The engine, of a contestant that is called by bytes as well; null of all others. */
    default Strait engine() {
        return null;
    }

    /** Waits until every write that this thread handed off is visible; fails if one was refused. */
    void drain();

    @Override
    void close();
}

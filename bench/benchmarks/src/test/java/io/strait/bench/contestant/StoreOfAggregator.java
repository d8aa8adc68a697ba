package io.strait.bench.contestant;

import io.strait.api.AggregatorStore;
import io.strait.api.ParentCheck;
import io.strait.api.WriteOptions;
import io.strait.api.error.BlockOrderException;
import io.strait.api.write.AggregatorWrite;
import java.util.function.Consumer;

/**
 * A contestant's reads and writes as the API's aggregator store. A chain's number is set by a
 * follower, as the benchmark sets it.
 */
final class StoreOfAggregator extends ViewOfAggregator implements AggregatorStore {
    private final Contestant contestant;
    private final WrittenKeys keys;
    private final Consumer<Runnable> synchronously;

    StoreOfAggregator(
            String label,
            Contestant contestant,
            WrittenKeys keys,
            Consumer<Runnable> synchronously) {
        super(label, contestant, keys);
        this.contestant = contestant;
        this.keys = keys;
        this.synchronously = synchronously;
    }

    @Override
    @SuppressWarnings("unchecked") // only updateTaskStatus returns anything, and that a record
    public <R> R execute(AggregatorWrite<R> write) {
        if (write instanceof AggregatorWrite.SetLastProcessedBlock w) {
            synchronously.accept(() -> follow(w));
            keys.add(w.chain());
        } else if (write instanceof AggregatorWrite.CommitBlock w) {
            if (w.parentCheck() != ParentCheck.BY_NUMBER) {
                throw NotMeasured.on(label, "parents by hash");
            }
            synchronously.accept(
                    () -> contestant.commitBlock(w.block(), w.tasks(), w.pruneBelow()));
            keys.add(w.block(), w.tasks());
        } else if (write instanceof AggregatorWrite.SaveTask w) {
            synchronously.accept(() -> contestant.saveTask(w.task()));
            keys.add(w.task());
        } else if (write instanceof AggregatorWrite.UpdateTaskStatus w) {
            synchronously.accept(() -> contestant.updateTaskStatus(w.taskId(), w.status()));
            return (R) contestant.getTaskRecord(w.taskId());
        } else if (write instanceof AggregatorWrite.DeleteTask w) {
            synchronously.accept(() -> contestant.deleteTask(w.taskId()));
            keys.removeTask(w.taskId());
        } else if (write instanceof AggregatorWrite.SaveOperatorSetConfig w) {
            synchronously.accept(() -> contestant.saveOperatorSetConfig(w.config()));
            keys.add(w.config().operatorSet());
        } else {
            throw NotMeasured.on(label, write.type().name());
        }
        return null;
    }

    /** One for each call: a follower belongs to its thread. */
    private void follow(AggregatorWrite.SetLastProcessedBlock write) {
        try (ChainFollower follower = contestant.follow(write.chain())) {
            follower.setLastProcessedBlock(write.blockNumber());
            follower.drain();
        } catch (RefusedUpdateException refusal) {
            throw new BlockOrderException(
                    write.blockNumber(), contestant.getLastProcessedBlock(write.chain()));
        }
    }

    @Override
    public AggregatorStore with(WriteOptions options) {
        throw NotMeasured.on(label, "write options");
    }
}

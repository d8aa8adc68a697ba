package io.strait.model;

import static io.strait.model.CommandStreamPool.TASK_IDS;

import io.strait.api.ExpiredTasks;
import io.strait.api.domain.Address;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Lease;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.write.AggregatorWrite.ClaimNextTask;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.RequeueExpiredLeases;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.AggregatorWrite.UpdateTaskStatus;
import io.strait.api.write.Write;
import java.time.Duration;
import java.util.Arrays;

/** The writes about the aggregator's tasks. */
final class CommandStreamTasks {
    /** Statuses as often as they help a task along: pending, which no update can reach, is rare. */
    private static final TaskStatus[] NEXT_STATUS = {
        TaskStatus.PENDING,
        TaskStatus.PROCESSING,
        TaskStatus.PROCESSING,
        TaskStatus.PROCESSING,
        TaskStatus.COMPLETED,
        TaskStatus.COMPLETED,
        TaskStatus.COMPLETED,
        TaskStatus.FAILED
    };

    private static final DeleteTask[] DELETES =
            Arrays.stream(TASK_IDS).map(DeleteTask::new).toArray(DeleteTask[]::new);
    private static final UpdateTaskStatus[] UPDATES =
            Arrays.stream(TASK_IDS)
                    .flatMap(id -> Arrays.stream(NEXT_STATUS).map(s -> new UpdateTaskStatus(id, s)))
                    .toArray(UpdateTaskStatus[]::new);

    private final CommandStreamDice dice;
    private final CommandStreamClock clock;

    CommandStreamTasks(CommandStreamDice dice, CommandStreamClock clock) {
        this.dice = dice;
        this.clock = clock;
    }

    Write<?> saveTask(int chain, int sourceBlockNumber) {
        int branch = dice.below(CommandStreamBlocks.BRANCHES);
        Block source = CommandStreamBlocks.block(chain, sourceBlockNumber, branch, 0);
        return new SaveTask(taskOf(source, dice.below(TASK_IDS.length)));
    }

    Write<?> updateTaskStatus() {
        return dice.oneOf(UPDATES);
    }

    Write<?> deleteTask() {
        return dice.oneOf(DELETES);
    }

    Write<?> claimNextTask() {
        Address avs = CommandStreamPool.avs(dice);
        int thrown = dice.below(20);
        Lease lease =
                switch (thrown) {
                    case 0 -> Lease.untilMs(0);
                    case 1, 2 -> Lease.NONE;
                    case 3, 4, 5, 6, 7 -> Lease.of(Duration.ofMillis(dice.between(1, 100)));
                    case 8 -> Lease.of(Duration.ofNanos(Long.MAX_VALUE));
                    default -> Lease.untilMs(clock.aroundNowMs(dice));
                };
        return new ClaimNextTask(
                avs, lease, dice.percent(40) ? ExpiredTasks.TAKE : ExpiredTasks.SKIP);
    }

    Write<?> requeueExpiredLeases() {
        int thrown = dice.below(20);
        long nowMs =
                switch (thrown) {
                    case 0 -> 0;
                    case 1 -> Long.MAX_VALUE;
                    default -> clock.aroundNowMs(dice);
                };
        return dice.below(2) == 0
                ? new RequeueExpiredLeases(nowMs)
                : new RequeueExpiredLeases(nowMs, 1 + dice.below(3));
    }

    /**
     * A task found in a block; the id is drawn by its place in the pool, counted round and round.
     */
    Task taskOf(Block block, int idIndex) {
        Chain chain = block.chain();
        return new Task(
                TASK_IDS[idIndex % TASK_IDS.length],
                chain.avs(),
                dice.below(3),
                dice.percent(50) ? Address.NONE : CommandStreamPool.avs(dice),
                dice.percent(30) ? Task.NO_DEADLINE : clock.aroundNowMs(dice),
                dice.below(Task.MAX_THRESHOLD_BPS + 1),
                dice.oneOf(CommandStreamPool.PAYLOADS),
                chain.chainId(),
                block.number(),
                block.number(),
                0xFFFF_FFFFL,
                dice.percent(50) ? block.hash() : "",
                1);
    }
}

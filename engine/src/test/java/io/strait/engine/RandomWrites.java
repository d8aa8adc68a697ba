package io.strait.engine;

import io.strait.api.ExpiredTasks;
import io.strait.api.ParentCheck;
import io.strait.api.domain.Address;
import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.Block;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Chain;
import io.strait.api.domain.ConsensusType;
import io.strait.api.domain.CurveType;
import io.strait.api.domain.DeploymentRequest;
import io.strait.api.domain.DeploymentStatus;
import io.strait.api.domain.EnvironmentVariable;
import io.strait.api.domain.InflightTask;
import io.strait.api.domain.Lease;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.write.AggregatorWrite.ClaimNextTask;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.api.write.AggregatorWrite.DeleteBlock;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.ForgetChain;
import io.strait.api.write.AggregatorWrite.RequeueExpiredLeases;
import io.strait.api.write.AggregatorWrite.ResetChain;
import io.strait.api.write.AggregatorWrite.RollbackTo;
import io.strait.api.write.AggregatorWrite.SaveAvsConfig;
import io.strait.api.write.AggregatorWrite.SaveBlock;
import io.strait.api.write.AggregatorWrite.SaveOperatorSetConfig;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.AggregatorWrite.SetLastProcessedBlock;
import io.strait.api.write.AggregatorWrite.UpdateTaskStatus;
import io.strait.api.write.ExecutorWrite.AbandonTask;
import io.strait.api.write.ExecutorWrite.BeginTask;
import io.strait.api.write.ExecutorWrite.DeleteDeployment;
import io.strait.api.write.ExecutorWrite.DeleteInflightTask;
import io.strait.api.write.ExecutorWrite.DeletePerformer;
import io.strait.api.write.ExecutorWrite.FinishTask;
import io.strait.api.write.ExecutorWrite.MarkTaskProcessed;
import io.strait.api.write.ExecutorWrite.ReplacePerformer;
import io.strait.api.write.ExecutorWrite.SaveDeployment;
import io.strait.api.write.ExecutorWrite.SaveInflightTask;
import io.strait.api.write.ExecutorWrite.SavePerformer;
import io.strait.api.write.ExecutorWrite.UpdateDeploymentStatus;
import io.strait.api.write.Write;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes of every type that producers take, with every part at random and at its limits. Ids, AVSs
 * and chains are few, so that writes meet what others have stored.
 */
public final class RandomWrites {
    static final int CHAIN_COUNT = 24;
    private static final int ID_COUNT = 20;
    private static final long MAX_UINT32 = 0xFFFF_FFFFL;

    private final SplittableRandom random;
    private final RandomTexts texts;
    private final int maxPayloadBytes;
    private final String[] ids = new String[ID_COUNT];
    private final Address[] addresses;
    private final Chain[] chains = new Chain[CHAIN_COUNT];

    public RandomWrites(SplittableRandom random, int maxPayloadBytes) {
        this.random = random;
        this.maxPayloadBytes = maxPayloadBytes;
        texts = new RandomTexts(random);
        addresses = new Address[] {address(), address(), address()};
        Arrays.setAll(ids, i -> texts.id());
        Arrays.setAll(chains, i -> Chain.of(addresses[i % 2], i < 2 ? -i : random.nextLong()));
    }

    Write<?> next() {
        return switch (random.nextInt(9)) {
            case 0 -> new SetLastProcessedBlock(oneOf(chains), notNegative());
            case 1 -> new SaveTask(task());
            case 2 -> new UpdateTaskStatus(oneOf(ids), oneOf(TaskStatus.values()));
            case 3 -> new DeleteTask(oneOf(ids));
            case 4 -> commit();
            case 5 -> new SaveOperatorSetConfig(config());
            case 6 -> new SavePerformer(performer());
            case 7 -> new BeginTask(oneOf(ids));
            default -> new FinishTask(oneOf(ids), payload());
        };
    }

    private Lease lease() {
        return random.nextBoolean()
                ? Lease.untilMs(notNegative())
                : new Lease(Math.max(1, notNegative()), true);
    }

    /** A write of any type. */
    public Write<?> nextOfAny() {
        return switch (random.nextInt(26)) {
            case 0 -> new SaveBlock(block());
            case 1 -> new DeleteBlock(oneOf(chains), notNegative());
            case 2 -> new RollbackTo(oneOf(chains), notNegative());
            case 3 -> new ClaimNextTask(oneOf(addresses), lease(), oneOf(ExpiredTasks.values()));
            case 4 -> new RequeueExpiredLeases(notNegative(), 1 + random.nextInt(3));
            case 5 -> new SaveAvsConfig(avsConfig());
            case 6 -> new DeletePerformer(oneOf(ids));
            case 7 -> new ReplacePerformer(oneOf(ids), performer());
            case 8 -> new SaveInflightTask(inflightTask());
            case 9 -> new DeleteInflightTask(oneOf(ids));
            case 10 ->
                    new SaveDeployment(
                            new DeploymentRequest(oneOf(ids), oneOf(addresses), text(), text()));
            case 11 ->
                    new UpdateDeploymentStatus(
                            oneOf(ids), oneOf(DeploymentStatus.values()), text());
            case 12 -> new DeleteDeployment(oneOf(ids));
            case 13 -> new AbandonTask(oneOf(ids));
            case 14 -> new MarkTaskProcessed(oneOf(ids));
            case 15 -> new ResetChain(block());
            case 16 -> new ForgetChain(oneOf(chains));
            default -> next();
        };
    }

    private Block block() {
        return new Block(oneOf(chains), notNegative(), texts.hash(), texts.hash(), notNegative());
    }

    private AvsConfig avsConfig() {
        List<Long> executors = new ArrayList<>();
        int count = random.nextInt(20) == 0 ? 1_024 : random.nextInt(4);
        for (int i = 0; i < count; i++) {
            executors.add(random.nextBoolean() ? i : MAX_UINT32 - i);
        }
        return new AvsConfig(oneOf(addresses), uint32(), executors, oneOf(CurveType.values()));
    }

    private InflightTask inflightTask() {
        return new InflightTask(
                oneOf(ids),
                oneOf(addresses),
                oneOf(addresses),
                random.nextBoolean() ? Address.NONE : oneOf(addresses),
                uint32(),
                notNegative(),
                text());
    }

    private Task task() {
        return new Task(
                oneOf(ids),
                oneOf(addresses),
                uint32(),
                random.nextBoolean() ? Address.NONE : oneOf(addresses),
                random.nextBoolean() ? Task.NO_DEADLINE : notNegative(),
                random.nextInt(Task.MAX_THRESHOLD_BPS + 1),
                payload(),
                random.nextLong(),
                notNegative(),
                notNegative(),
                uint32(),
                random.nextBoolean() ? "" : texts.hash(),
                uint32());
    }

    private CommitBlock commit() {
        Chain chain = oneOf(chains);
        long number = random.nextBoolean() ? random.nextInt(40) : notNegative();
        Block block = new Block(chain, number, texts.hash(), texts.hash(), notNegative());
        List<Task> tasks = new ArrayList<>();
        int first = random.nextInt(ID_COUNT);
        int taskCount = random.nextInt(4);
        for (int i = 0; i < taskCount; i++) {
            Task any = task();
            String id = ids[(first + i) % ID_COUNT];
            if (tasks.stream().noneMatch(task -> task.id().equals(id))) {
                tasks.add(
                        new Task(
                                id,
                                chain.avs(),
                                any.operatorSetId(),
                                any.callbackAddress(),
                                any.deadlineMs(),
                                any.thresholdBps(),
                                any.payload(),
                                chain.chainId(),
                                number,
                                any.l1ReferenceBlockNumber(),
                                any.referenceTimestamp(),
                                any.blockHash(),
                                any.version()));
            }
        }
        long pruneBelow = number - Math.min(number, random.nextInt(5));
        return new CommitBlock(
                block, tasks, random.nextBoolean() ? 0 : pruneBelow, oneOf(ParentCheck.values()));
    }

    private OperatorSetConfig config() {
        return new OperatorSetConfig(
                OperatorSet.of(oneOf(addresses), random.nextBoolean() ? MAX_UINT32 : 0),
                notNegative(),
                oneOf(CurveType.values()),
                payload(),
                oneOf(ConsensusType.values()),
                random.nextInt(Task.MAX_THRESHOLD_BPS + 1));
    }

    private Performer performer() {
        List<EnvironmentVariable> environment = new ArrayList<>();
        int variableCount = random.nextInt(3);
        for (int i = 0; i < variableCount; i++) {
            environment.add(new EnvironmentVariable(texts.id(), text(), text()));
        }
        return new Performer(
                oneOf(ids),
                oneOf(addresses),
                text(),
                text(),
                text(),
                text(),
                text(),
                text(),
                text(),
                notNegative(),
                notNegative(),
                random.nextBoolean(),
                random.nextBoolean(),
                text(),
                text(),
                text(),
                environment);
    }

    private String text() {
        return texts.optionalText(random.nextInt(50) == 0 ? 4_096 : 60);
    }

    private Bytes payload() {
        return Bytes.copyOf(texts.bytes(maxPayloadBytes));
    }

    private Address address() {
        return Address.of(texts.hash());
    }

    private long notNegative() {
        return switch (random.nextInt(5)) {
            case 0 -> 0;
            case 1 -> Long.MAX_VALUE;
            case 2 -> random.nextLong() >>> 1;
            default -> random.nextInt(100);
        };
    }

    private long uint32() {
        return switch (random.nextInt(3)) {
            case 0 -> MAX_UINT32;
            case 1 -> 1L << 31;
            default -> random.nextInt(100);
        };
    }

    private <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }
}

package io.strait.bench.operation;

import io.strait.api.domain.Address;
import io.strait.api.domain.Block;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Chain;
import io.strait.api.domain.ConsensusType;
import io.strait.api.domain.CurveType;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import java.util.ArrayList;
import java.util.List;

/** The objects that the published benchmark makes, made here in the same way. */
final class Workload {
    /** The AVS of whatever does not say otherwise. */
    static final Address AVS = Address.of("0xavs1");

    /** The chain of the blocks that are committed. */
    static final Chain CHAIN = Chain.of(AVS, 1);

    /** How long after it was made a task is due. */
    static final long HOUR_MS = 3_600_000;

    /** How many AVSs the large data set has. */
    static final int AVS_COUNT = 100;

    private static final int OPERATOR_SET_COUNT = 10;
    private static final Address[] AVSS = addresses(AVS_COUNT);

    private Workload() {}

    /** Task i, with its texts made anew, due in an hour. */
    static Task newTask(long i) {
        return newTask(i, AVS, 1);
    }

    /** Task i of the large data set: 100 AVSs, 10 operator sets. */
    static Task newTaskOfMany(long i) {
        return newTask(i, avs(i), i % OPERATOR_SET_COUNT);
    }

    /** One of the AVSs of the large data set. */
    static Address avs(long i) {
        return AVSS[(int) (i % AVS_COUNT)];
    }

    private static Task newTask(long i, Address avs, long operatorSetId) {
        String id = taskId(i);
        return Task.builder(id, avs)
                .operatorSetId(operatorSetId)
                .callbackAddress(AVS)
                .deadlineMs(System.currentTimeMillis() + HOUR_MS)
                .thresholdBps(6_700)
                .payload(Bytes.ofUtf8("payload-" + id))
                .chainId(1)
                .sourceBlockNumber(i)
                .blockHash("0xhash" + id)
                .build();
    }

    /** The numbers from 0 to count - 1 together. */
    static long sumBelow(long count) {
        return count * (count - 1) / 2;
    }

    /** The id of task i. */
    static String taskId(long i) {
        return "task-" + i;
    }

    /** Configuration i: its AVS's text and its metadata made anew, 10 distinct keys. */
    static OperatorSetConfig newOperatorSetConfig(long i) {
        return new OperatorSetConfig(
                operatorSet(i),
                60,
                CurveType.BN254,
                Bytes.ofUtf8("metadata-" + i),
                ConsensusType.STAKE_PROPORTION_THRESHOLD,
                6_700);
    }

    /** The key of configuration i. */
    static OperatorSet operatorSet(long i) {
        return OperatorSet.of(Address.of("0xavs" + i % 10), i % 5);
    }

    /** Performer i, with its id made anew, made at a given time. */
    static Performer newPerformer(long i, long nowMs) {
        return Performer.builder(performerId(i), AVS)
                .containerId("container-" + i)
                .status("running")
                .artifactRegistry("registry.example.com")
                .artifactDigest("sha256:digest")
                .artifactTag("v1.0.0")
                .deploymentMode("docker")
                .createdAtMs(nowMs)
                .lastHealthCheckMs(nowMs)
                .containerHealthy(true)
                .applicationHealthy(true)
                .build();
    }

    /** The id of performer i. */
    static String performerId(long i) {
        return "performer-" + i;
    }

    /** A block whose parent is the one before. */
    static Block block(Chain chain, long number) {
        return new Block(chain, number, blockHash(number), blockHash(number - 1), number);
    }

    /** Tasks found in a block. */
    static List<Task> tasksIn(Block block, int count) {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Task task = newTask(block.number() * count + i);
            tasks.add(task.toBuilder().source(block).build());
        }
        return List.copyOf(tasks);
    }

    /** Task i of those found in blocks with so many each. */
    static Task committedTask(long i, int tasksPerBlock) {
        Block block = block(CHAIN, i / tasksPerBlock);
        return tasksIn(block, tasksPerBlock).get((int) (i % tasksPerBlock));
    }

    /** Saves tasks 0 to count - 1 and waits for them. */
    static void saveTasks(WorkloadWrites writes, int count) {
        for (int i = 0; i < count; i++) {
            writes.saveTaskOfMany(i);
        }
        writes.drain();
    }

    /** The hash of a block. */
    static String blockHash(long number) {
        return "0xb10c" + Long.toHexString(number + 1);
    }

    private static Address[] addresses(int count) {
        Address[] addresses = new Address[count];
        for (int i = 0; i < count; i++) {
            addresses[i] = Address.of("0xavs" + i);
        }
        return addresses;
    }
}

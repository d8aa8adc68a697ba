package io.strait.bench.operation;

import io.strait.api.domain.ConsensusType;
import io.strait.api.domain.CurveType;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.ResultCode;
import io.strait.api.hotpath.AddressHandle;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.CommitDraft;
import io.strait.api.hotpath.OperatorSetConfigDraft;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.PerformerDraft;
import io.strait.api.hotpath.PerformerText;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.TaskDraft;
import io.strait.bench.harness.Check;
import io.strait.engine.Strait;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Writes of bytes through an exclusive producer: texts are made in buffers, and drafts filled again
 * for each call. A full lane makes it wait for room. The engine's own count tells whether any write
 * was refused.
 */
final class ByteWrites implements WorkloadWrites {
    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(30);
    private static final byte[] TASK = AsciiText.bytesOf("task-");
    private static final byte[] PAYLOAD = AsciiText.bytesOf("payload-");
    private static final byte[] HASH = AsciiText.bytesOf("0xhash");
    private static final byte[] BLOCK = AsciiText.bytesOf("0xb10c");
    private static final byte[] METADATA = AsciiText.bytesOf("metadata-");
    private static final byte[] PERFORMER = AsciiText.bytesOf("performer-");
    private static final byte[] CONTAINER = AsciiText.bytesOf("container-");
    private static final byte[] RUNNING = AsciiText.bytesOf("running");
    private static final byte[] REGISTRY = AsciiText.bytesOf("registry.example.com");
    private static final byte[] DIGEST = AsciiText.bytesOf("sha256:digest");
    private static final byte[] TAG = AsciiText.bytesOf("v1.0.0");
    private static final byte[] MODE = AsciiText.bytesOf("docker");

    private final Strait engine;
    private final Producer producer;
    private final AsciiText text = new AsciiText();
    private final AsciiText other = new AsciiText();
    private final AsciiText block = new AsciiText();
    private final PackedId id;
    private final TaskDraft task;
    private final OperatorSetConfigDraft config;
    private final PerformerDraft performer;
    private final CommitDraft commit;
    private final AddressHandle avs;
    private final AddressHandle[] manyAvs = new AddressHandle[Workload.AVS_COUNT];
    private final ChainHandle chain;
    private byte[][] hashes;
    private int tasksPerBlock;
    private long ticket;
    private long refused;

    ByteWrites(Strait engine) {
        this.engine = engine;
        producer = engine.exclusiveProducer();
        id = engine.newId();
        avs = engine.addressHandle(Workload.AVS);
        Arrays.setAll(manyAvs, i -> engine.addressHandle(Workload.avs(i)));
        chain = engine.chainHandle(Workload.CHAIN);
        task = engine.newTask().callbackAddress(avs).thresholdBps(6_700).chainId(1);
        config =
                engine.newOperatorSetConfig()
                        .taskSlaSeconds(60)
                        .curveType(CurveType.BN254)
                        .consensus(ConsensusType.STAKE_PROPORTION_THRESHOLD, 6_700);
        performer = engine.newPerformer().avs(avs);
        commit = engine.newCommit();
        refused = engine.counters().refused();
    }

    @Override
    public void saveTask(long i) {
        fillTask(i, avs, 1).sourceBlockNumber(i);
        do {
            ticket = producer.saveTask(task);
        } while (hadNoRoom());
    }

    @Override
    public void saveTaskOfMany(long i) {
        fillTask(i, manyAvs[(int) (i % Workload.AVS_COUNT)], i % 10).sourceBlockNumber(i);
        do {
            ticket = producer.saveTask(task);
        } while (hadNoRoom());
    }

    /** They are made in place each time: an id that is kept would be longer to fetch. */
    @Override
    public void makeIds(int count) {}

    @Override
    public void updateTaskStatus(long i, TaskStatus status) {
        nameTask(i);
        do {
            ticket = producer.updateTaskStatus(id, status);
        } while (hadNoRoom());
    }

    @Override
    public void deleteTask(long i) {
        nameTask(i);
        do {
            ticket = producer.deleteTask(id);
        } while (hadNoRoom());
    }

    @Override
    public void saveOperatorSetConfig(long i) {
        text.set(METADATA).add(i);
        config.operatorSet(manyAvs[(int) (i % 10)], i % 5).metadata(text.bytes(), 0, text.length());
        do {
            ticket = producer.saveOperatorSetConfig(config);
        } while (hadNoRoom());
    }

    @Override
    public void savePerformer(long i, long nowMs) {
        text.set(PERFORMER).add(i);
        performer
                .id(id.set(text.bytes(), 0, text.length()))
                .createdAtMs(nowMs)
                .health(nowMs, true, true);
        text.set(CONTAINER).add(i);
        performer.text(PerformerText.CONTAINER_ID, text.bytes(), 0, text.length());
        set(PerformerText.STATUS, RUNNING);
        set(PerformerText.ARTIFACT_REGISTRY, REGISTRY);
        set(PerformerText.ARTIFACT_DIGEST, DIGEST);
        set(PerformerText.ARTIFACT_TAG, TAG);
        set(PerformerText.DEPLOYMENT_MODE, MODE);
        do {
            ticket = producer.savePerformer(performer);
        } while (hadNoRoom());
    }

    @Override
    public void makeBlocks(int count, int tasksInEach) {
        tasksPerBlock = tasksInEach;
        hashes = new byte[count + 1][];
        for (int i = 0; i <= count; i++) {
            hashes[i] = AsciiText.bytesOf(Workload.blockHash(i - 1));
        }
    }

    @Override
    public void commitBlock(int number, long pruneBelow) {
        byte[] hash = hashes[number + 1];
        byte[] parent = hashes[number];
        commit.clear().hash(hash, 0, hash.length).parentHash(parent, 0, parent.length);
        commitWithTasks(number, hash, hash.length, tasksPerBlock, pruneBelow);
    }

    @Override
    public void commitNewBlock(long number, int tasksInIt, long pruneBelow) {
        text.set(BLOCK).addHex(number);
        commit.clear().parentHash(text.bytes(), 0, text.length());
        block.set(BLOCK).addHex(number + 1);
        commit.hash(block.bytes(), 0, block.length());
        commitWithTasks(number, block.bytes(), block.length(), tasksInIt, pruneBelow);
    }

    @Override
    public void drain() {
        if (ticket > 0) {
            require(producer.await(ticket, TIMEOUT_NS));
            ticket = 0;
        }
        long refusedNow = engine.counters().refused();
        Check.equal("refused writes", 0L, refusedNow - refused);
        refused = refusedNow;
    }

    @Override
    public void close() {
        producer.close();
    }

    private void commitWithTasks(
            long number, byte[] hash, int hashLength, int taskCount, long pruneBelow) {
        commit.block(chain, number).timestamp(number).pruneBelow(pruneBelow);
        for (int i = 0; i < taskCount; i++) {
            fillTask(number * taskCount + i, avs, 1).sourceBlockNumber(number);
            commit.addTask(task.blockHash(hash, 0, hashLength));
        }
        do {
            ticket = producer.commitBlock(commit);
        } while (hadNoRoom());
    }

    private TaskDraft fillTask(long i, AddressHandle of, long operatorSetId) {
        nameTask(i);
        other.set(PAYLOAD).add(text);
        task.id(id)
                .avs(of)
                .operatorSetId(operatorSetId)
                .deadlineMs(System.currentTimeMillis() + Workload.HOUR_MS)
                .payload(other.bytes(), 0, other.length());
        other.set(HASH).add(text);
        return task.blockHash(other.bytes(), 0, other.length());
    }

    private void nameTask(long i) {
        text.set(TASK).add(i);
        id.set(text.bytes(), 0, text.length());
    }

    private void set(PerformerText which, byte[] value) {
        performer.text(which, value, 0, value.length);
    }

    /** Whether a write has to be handed in again; waits for room then. */
    private boolean hadNoRoom() {
        if (ticket >= 0) {
            return false;
        }
        if (ticket != ResultCode.BACK_PRESSURE.code()) {
            require((int) ticket);
        }
        require(producer.awaitRoom(TIMEOUT_NS));
        return true;
    }

    private static void require(int code) {
        if (code != ResultCode.OK.code()) {
            throw new IllegalStateException("code=" + ResultCode.ofCode(code));
        }
    }
}

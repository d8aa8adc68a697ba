package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Limits;
import io.strait.api.StraitConfig;
import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.domain.ConsensusType;
import io.strait.api.domain.CurveType;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.hotpath.AddressHandle;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.CommitDraft;
import io.strait.api.hotpath.OperatorSetConfigDraft;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.PerformerDraft;
import io.strait.api.hotpath.PerformerText;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.TaskDraft;
import io.strait.engine.bytes.TestKeys;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Misuse of producers and drafts throws at once and names the argument; nothing is handed over.
 * Seen to fail when drafts are not asked for their engine, when twins are not looked for, and when
 * a write is measured against the whole lane.
 */
class ProducerMisuseTest {
    private static final Address AVS = Address.of("0xab");
    private static final Chain CHAIN = Chain.of(AVS, 1);
    private static final int LANE_CAPACITY = 64;
    private static final int MAX_PAYLOAD_BYTES = 600;
    private static final byte[] BYTES = new byte[MAX_PAYLOAD_BYTES + 1];
    private static final DirectBuffer BUFFER = HeapBuffer.over(BYTES);
    private static final byte[] HASH = "0xAB".getBytes(StandardCharsets.UTF_8);

    private final Limits limits =
            Limits.builder().maxPayloadBytes(MAX_PAYLOAD_BYTES).maxTasksPerCommit(3).build();
    private final DrivenEngine driven =
            new DrivenEngine(
                    StraitConfig.builder().limits(limits).laneCapacity(LANE_CAPACITY),
                    TestKeys.STANDARD);
    private final DrivenEngine other = new DrivenEngine(limits, TestKeys.STANDARD);
    private final Strait engine = driven.strait();
    private final Producer producer = engine.exclusiveProducer();
    private final ChainHandle chain = engine.chainHandle(CHAIN);
    private final AddressHandle avs = engine.addressHandle(AVS);
    private final AddressHandle foreignAvs = other.strait().addressHandle(AVS);
    private final AddressHandle none = engine.addressHandle(Address.NONE);
    private final PackedId id = engine.newId().set("t");
    private final TaskDraft task = engine.newTask();
    private final CommitDraft commit = engine.newCommit();
    private final OperatorSetConfigDraft config = engine.newOperatorSetConfig();
    private final PerformerDraft performer = engine.newPerformer();

    /** Nothing that was refused was handed over, and the lane still works. */
    @AfterEach
    void shouldHaveHandedNothingOver() {
        assertEquals(0, engine.counters().depth());
        driven.runWriter();
        assertEquals(0, engine.counters().position());
        assertEquals(0, producer.setLastProcessedBlock(chain, 1));
        driven.runWriter();
        assertEquals(0, producer.outcome(0));
        assertEquals(1, engine.counters().position());
        producer.close();
        driven.close();
        other.close();
    }

    @Test
    void shouldRefuseNull() {
        assertMisuse("task=null", () -> producer.saveTask(null));
        assertMisuse("commit=null", () -> producer.commitBlock(null));
        assertMisuse("config=null", () -> producer.saveOperatorSetConfig(null));
        assertMisuse("performer=null", () -> producer.savePerformer(null));
        assertMisuse("taskId=null", () -> producer.deleteTask(null));
        assertMisuse("taskId=null", () -> producer.beginTask(null));
        assertMisuse("taskId=null", () -> producer.updateTaskStatus(null, TaskStatus.FAILED));
        assertMisuse("status=null", () -> producer.updateTaskStatus(id, null));
        assertMisuse("taskId=null", () -> producer.finishTask(null, BYTES, 0, 1));
        assertMisuse("result=null", () -> producer.finishTask(id, (byte[]) null, 0, 0));
        assertMisuse("result=null", () -> producer.finishTask(id, (DirectBuffer) null, 0, 0));
        assertMisuse("task=null", () -> commit.block(chain, 1).addTask(null));
    }

    @Test
    void shouldRefuseEmptyIdsAndIdsOfNoEngine() {
        PackedId empty = engine.newId();
        assertMisuse("taskId=", () -> producer.deleteTask(empty));
        assertMisuse("taskId=", () -> producer.beginTask(empty));
        assertMisuse("taskId=", () -> producer.updateTaskStatus(empty, TaskStatus.FAILED));
        assertMisuse("taskId=", () -> producer.finishTask(empty, BYTES, 0, 1));
        assertMisuse("taskId=", () -> task.id(empty));
        assertMisuse("performerId=", () -> performer.id(empty));
        PackedId ownKind =
                (PackedId)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {PackedId.class},
                                (proxy, method, arguments) -> "of no engine");
        assertMisuse("taskId=of no engine", () -> producer.deleteTask(ownKind));
    }

    /** An id is the same bytes and the same hash everywhere. */
    @Test
    void shouldTakeIdsOfAnotherEngine() {
        task.id(other.strait().newId().set("theirs"));
        performer.id(other.strait().newId().set("theirs"));
    }

    @Test
    void shouldRefuseDraftsAndHandlesOfAnotherEngine() {
        Strait theirs = other.strait();
        TaskDraft theirTask = theirs.newTask().id(id).avs(foreignAvs);
        assertMisuse("task=", () -> producer.saveTask(theirTask));
        assertMisuse("task=", () -> commit.block(chain, 0).addTask(theirTask));
        assertMisuse("commit=", () -> producer.commitBlock(theirs.newCommit()));
        assertMisuse(
                "config=", () -> producer.saveOperatorSetConfig(theirs.newOperatorSetConfig()));
        assertMisuse("performer=", () -> producer.savePerformer(theirs.newPerformer()));
        assertMisuse("avs=0xab", () -> task.avs(foreignAvs));
        assertMisuse("callbackAddress=0xab", () -> task.callbackAddress(foreignAvs));
        assertMisuse("avs=0xab", () -> config.operatorSet(foreignAvs, 1));
        assertMisuse("avs=0xab", () -> performer.avs(foreignAvs));
        ChainHandle foreignChain = theirs.chainHandle(CHAIN);
        assertMisuse("chain=0xab/1", () -> commit.block(foreignChain, 1));
        assertMisuse("chain=0xab/1", () -> producer.setLastProcessedBlock(foreignChain, 1));
    }

    @Test
    void shouldRefuseIncompleteDrafts() {
        assertMisuse("taskId=null", () -> producer.saveTask(task.avs(avs)));
        assertMisuse("avs=null", () -> producer.saveTask(task.clear().id(id)));
        assertMisuse("block=null", () -> producer.commitBlock(commit));
        assertMisuse("block=null", () -> commit.addTask(task));
        commit.block(chain, 1);
        assertMisuse("blockHash=null", () -> producer.commitBlock(commit));
        commit.hash(HASH, 0, 4);
        assertMisuse("parentHash=null", () -> producer.commitBlock(commit));
        assertMisuse(
                "taskId=null",
                () ->
                        commit.addTask(
                                taskOfBlock().clear().avs(avs).chainId(1).sourceBlockNumber(1)));
        assertMisuse("avs=null", () -> commit.addTask(task.clear().id(id)));
        assertMisuse("operatorSet=null", () -> producer.saveOperatorSetConfig(config));
        config.operatorSet(avs, 1);
        assertMisuse("curveType=null", () -> producer.saveOperatorSetConfig(config));
        config.curveType(CurveType.BN254);
        assertMisuse("consensusType=null", () -> producer.saveOperatorSetConfig(config));
        assertMisuse("performerId=null", () -> producer.savePerformer(performer.avs(avs)));
        assertMisuse("avs=null", () -> producer.savePerformer(performer.clear().id(id)));
    }

    @Test
    void shouldRefuseWhatIsLongerThanItMayBe() {
        int length = MAX_PAYLOAD_BYTES + 1;
        assertMisuse("payload.length=601", () -> task.payload(BYTES, 0, length));
        assertMisuse("payload.length=601", () -> task.payload(BUFFER, 0, length));
        assertMisuse("metadata.length=601", () -> config.metadata(BYTES, 0, length));
        assertMisuse("metadata.length=601", () -> config.metadata(BUFFER, 0, length));
        assertMisuse("result.length=601", () -> producer.finishTask(id, BYTES, 0, length));
        assertMisuse("result.length=601", () -> producer.finishTask(id, BUFFER, 0, length));
    }

    @Test
    void shouldRefuseWhatDoesNotFitHalfALane() {
        // 600 bytes take 75 slots, and the rest of the write takes some more.
        byte[] payload = new byte[MAX_PAYLOAD_BYTES];
        assertMisuse(
                "slots=84 is more than half of the lane's slots=128",
                () -> producer.saveTask(taskOfBlock().payload(payload, 0, MAX_PAYLOAD_BYTES)));
        assertMisuse("slots=80", () -> producer.finishTask(id, payload, 0, MAX_PAYLOAD_BYTES));
        assertMisuse(
                "slots=81",
                () -> producer.saveOperatorSetConfig(wholeConfig().metadata(payload, 0, 600)));
        assertMisuse("slots=", () -> producer.commitBlock(wholeCommit().addTask(task)));
    }

    @Test
    void shouldRefuseNumbersOutOfRange() {
        assertMisuse("operatorSetId=-1", () -> task.operatorSetId(-1));
        assertMisuse("operatorSetId=4294967296", () -> task.operatorSetId(1L << 32));
        assertMisuse("deadlineMs=-1", () -> task.deadlineMs(-1));
        assertMisuse("thresholdBps=-1", () -> task.thresholdBps(-1));
        assertMisuse("thresholdBps=10001", () -> task.thresholdBps(10_001));
        assertMisuse("sourceBlockNumber=-1", () -> task.sourceBlockNumber(-1));
        assertMisuse("l1ReferenceBlockNumber=-1", () -> task.l1ReferenceBlockNumber(-1));
        assertMisuse("referenceTimestamp=-1", () -> task.referenceTimestamp(-1));
        assertMisuse("version=4294967296", () -> task.version(1L << 32));
        assertMisuse("blockNumber=-1", () -> commit.block(chain, -1));
        assertMisuse("timestamp=-1", () -> commit.timestamp(-1));
        assertMisuse("pruneBelow=-1", () -> commit.pruneBelow(-1));
        assertMisuse("pruneBelow=2", () -> producer.commitBlock(wholeCommit().pruneBelow(2)));
        assertMisuse("operatorSetId=-1", () -> config.operatorSet(avs, -1));
        assertMisuse("taskSlaSeconds=-1", () -> config.taskSlaSeconds(-1));
        assertMisuse(
                "consensusThresholdBps=-1", () -> config.consensus(ConsensusType.values()[0], -1));
        assertMisuse("createdAtMs=-1", () -> performer.createdAtMs(-1));
        assertMisuse("lastHealthCheckMs=-1", () -> performer.health(-1, true, true));
        assertMisuse("avs=''", () -> task.avs(none));
        assertMisuse("avs=''", () -> performer.avs(none));
        assertMisuse("avs=''", () -> config.operatorSet(none, 1));
    }

    @Test
    void shouldRefuseTasksThatAreNotOfTheBlock() {
        AddressHandle otherAvs = engine.addressHandle(Address.of("0xcd"));
        commit.block(chain, 1);
        assertMisuse("task.avs=0xcd", () -> commit.addTask(taskOfBlock().avs(otherAvs)));
        assertMisuse("task.chainId=2", () -> commit.addTask(taskOfBlock().chainId(2)));
        assertMisuse(
                "task.sourceBlockNumber=9",
                () -> commit.addTask(taskOfBlock().sourceBlockNumber(9)));
        commit.addTask(taskOfBlock());
        assertMisuse("blockNumber=2", () -> commit.block(chain, 2));
        ChainHandle second = engine.chainHandle(Chain.of(AVS, 2));
        assertMisuse("chain=0xab/2", () -> commit.block(second, 1));
    }

    @Test
    void shouldRefuseTwinsAndTooManyTasks() {
        commit.block(chain, 1).addTask(taskOfBlock());
        assertMisuse("taskId=t", () -> commit.addTask(taskOfBlock().payload(BYTES, 0, 9)));
        assertMisuse("taskId=t", () -> commit.addTask(taskOfBlock()));
        commit.addTask(taskOfBlock().id(engine.newId().set("u")));
        assertMisuse("taskId=u", () -> commit.addTask(task));
        commit.addTask(taskOfBlock().id(engine.newId().set("v")));
        assertMisuse("tasks.size=4", () -> commit.addTask(task.id(engine.newId().set("w"))));
    }

    @Test
    void shouldRefuseRangesThatDoNotLieWithin() {
        assertOutOfBounds(() -> task.payload(BYTES, MAX_PAYLOAD_BYTES, 2));
        assertOutOfBounds(() -> task.payload(BUFFER, -1, 2));
        assertOutOfBounds(() -> task.blockHash(BYTES, 600, 2));
        assertOutOfBounds(() -> commit.hash(BUFFER, 600, 2));
        assertOutOfBounds(() -> commit.parentHash(BYTES, Integer.MAX_VALUE, 2));
        assertOutOfBounds(() -> config.metadata(BUFFER, 0, Integer.MAX_VALUE));
        assertOutOfBounds(() -> performer.text(PerformerText.STATUS, BYTES, 0, -1));
        assertOutOfBounds(() -> producer.finishTask(id, BYTES, 0, -1));
        assertOutOfBounds(() -> producer.finishTask(id, BUFFER, 602, 0));
    }

    private TaskDraft taskOfBlock() {
        return task.clear().id(id).avs(avs).chainId(1).sourceBlockNumber(1);
    }

    private CommitDraft wholeCommit() {
        commit.clear().block(chain, 1).hash(HASH, 0, 4).parentHash(HASH, 0, 4);
        taskOfBlock().payload(BYTES, 0, MAX_PAYLOAD_BYTES);
        return commit;
    }

    private OperatorSetConfigDraft wholeConfig() {
        return config.operatorSet(avs, 1)
                .curveType(CurveType.BN254)
                .consensus(ConsensusType.STAKE_PROPORTION_THRESHOLD, 1);
    }

    private static void assertMisuse(String named, Runnable call) {
        InvalidArgumentException thrown = assertThrows(InvalidArgumentException.class, call::run);
        assertTrue(thrown.getMessage().startsWith(named), thrown::getMessage);
    }

    private static void assertOutOfBounds(Runnable call) {
        assertThrows(IndexOutOfBoundsException.class, call::run);
    }
}

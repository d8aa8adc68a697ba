package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Limits;
import io.strait.api.StraitConfig;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.ConsensusType;
import io.strait.api.domain.EnvironmentVariable;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.hotpath.CommitDraft;
import io.strait.api.hotpath.OperatorSetConfigDraft;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.PerformerDraft;
import io.strait.api.hotpath.PerformerText;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.TaskDraft;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.conformance.Samples;
import io.strait.engine.bytes.FailingBuffer;
import io.strait.engine.bytes.TestKeys;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A draft stays whole when one of its parts cannot be set, by misuse or by a buffer that fails:
 * what is saved then is what was set before. Seen to fail when a payload's words are cleared before
 * the new ones are there, when the first texts of a refused environment variable stay, when a
 * refused twin stays in the commit, when twins are known by their hashes alone, when a share is set
 * before it is judged, and when the clock is asked for the time of a write that is half-way in the
 * lane.
 */
class DraftStaysTest {
    private static final byte[] MALFORMED = {'a', (byte) 0x80};
    private static final DirectBuffer FAILING = FailingBuffer.of(256);

    private final DrivenEngine driven =
            new DrivenEngine(
                    StraitConfig.builder()
                            .limits(Limits.builder().maxPayloadBytes(256).build())
                            .laneCapacity(8_192),
                    TestKeys.STANDARD);
    private final DrivenEngine other = new DrivenEngine(Limits.DEFAULT, TestKeys.STANDARD);
    private final Strait engine = driven.strait();
    private final Producer producer = engine.exclusiveProducer();
    private final DraftFiller filler = new DraftFiller(engine, new SplittableRandom(3));

    @AfterEach
    void close() {
        producer.close();
        driven.close();
        other.close();
    }

    @Test
    void shouldSaveTheTaskAsItWas() {
        Task task =
                Samples.task("t").toBuilder().callbackAddress(Samples.OTHER_AVS).version(3).build();
        TaskDraft draft = filler.task(task);
        var foreign = other.strait().addressHandle(Samples.AVS);
        assertRefused(() -> draft.id(engine.newId()));
        assertRefused(() -> draft.avs(foreign));
        assertRefused(() -> draft.avs(null));
        assertRefused(() -> draft.callbackAddress(foreign));
        assertRefused(() -> draft.operatorSetId(-1));
        assertRefused(() -> draft.deadlineMs(-1));
        assertRefused(() -> draft.thresholdBps(10_001));
        assertRefused(() -> draft.payload(new byte[257], 0, 257));
        assertRefused(() -> draft.payload(FAILING, 0, 256));
        assertRefused(() -> draft.sourceBlockNumber(-1));
        assertRefused(() -> draft.l1ReferenceBlockNumber(-1));
        assertRefused(() -> draft.referenceTimestamp(-1));
        assertRefused(() -> draft.blockHash(MALFORMED, 0, 2));
        assertRefused(() -> draft.blockHash(FAILING, 64, 128));
        assertRefused(() -> draft.version(-1));
        assertEquals(0, outcomeOf(producer.saveTask(draft)));
        assertEquals(task, engine.aggregator().getTask("t").orElseThrow());
    }

    @Test
    void shouldSaveThePerformerAsItWas() {
        Performer performer = Samples.performer("p");
        PerformerDraft draft = filler.performer(performer);
        assertRefused(() -> draft.id(engine.newId()));
        assertRefused(() -> draft.avs(null));
        for (PerformerText text : PerformerText.values()) {
            assertRefused(() -> draft.text(text, MALFORMED, 0, 2));
            assertRefused(() -> draft.text(text, FAILING, 0, 256));
        }
        assertRefused(() -> draft.text(null, MALFORMED, 0, 1));
        assertRefused(() -> draft.createdAtMs(-1));
        assertRefused(() -> draft.health(-1, false, true));
        assertRefused(() -> draft.addEnvironmentVariable("", "v", "f"));
        for (String secret : List.of("x".repeat(4_097), "xxx\ud83d")) {
            InvalidArgumentException refusal =
                    assertThrows(
                            InvalidArgumentException.class,
                            () -> draft.addEnvironmentVariable("n", secret, "f"));
            assertTrue(refusal.getMessage().contains("value=(not shown)"), refusal::getMessage);
        }
        assertRefused(() -> draft.addEnvironmentVariable("n", "v", "\ud83d"));
        assertRefused(() -> draft.addEnvironmentVariable("n", "v", null));
        // Behind what is left of those that were refused, if anything is.
        draft.addEnvironmentVariable("LAST", "value", "");
        List<EnvironmentVariable> environment = new ArrayList<>(performer.environmentVariables());
        environment.add(new EnvironmentVariable("LAST", "value", ""));
        assertEquals(0, outcomeOf(producer.savePerformer(draft)));
        assertEquals(
                performer.toBuilder().environmentVariables(environment).build(),
                engine.executor().getPerformer("p").orElseThrow());
    }

    @Test
    void shouldTakeAsManyEnvironmentVariablesAsThereMayBe() {
        PerformerDraft draft =
                engine.newPerformer().id(id("p")).avs(engine.addressHandle(Samples.AVS));
        for (int i = 0; i < Performer.MAX_ENVIRONMENT_VARIABLES; i++) {
            draft.addEnvironmentVariable("n" + i, "", "h");
        }
        assertRefused(() -> draft.addEnvironmentVariable("one more", "", ""));
        assertEquals(0, outcomeOf(producer.savePerformer(draft)));
        List<EnvironmentVariable> stored =
                engine.executor().getPerformer("p").orElseThrow().environmentVariables();
        assertEquals(Performer.MAX_ENVIRONMENT_VARIABLES, stored.size());
        assertEquals(new EnvironmentVariable("n7", "", "h"), stored.get(7));
    }

    @Test
    void shouldSaveTheConfigurationAsItWas() {
        OperatorSet set = OperatorSet.of(Samples.AVS, 5);
        OperatorSetConfigDraft draft = filler.config(Samples.config(set, "metadata"));
        assertRefused(() -> draft.operatorSet(null, 6));
        assertRefused(() -> draft.operatorSet(engine.addressHandle(Samples.OTHER_AVS), -1));
        assertRefused(() -> draft.taskSlaSeconds(-1));
        assertRefused(() -> draft.curveType(null));
        assertRefused(() -> draft.consensus(null, 1));
        assertRefused(() -> draft.consensus(ConsensusType.values()[0], 10_001));
        assertRefused(() -> draft.metadata(new byte[257], 0, 257));
        assertRefused(() -> draft.metadata(FAILING, 0, 256));
        assertEquals(0, outcomeOf(producer.saveOperatorSetConfig(draft)));
        assertEquals(
                Samples.config(set, "metadata"),
                engine.aggregator().getOperatorSetConfig(set).orElseThrow());
    }

    @Test
    void shouldCommitWhatWasAddedAndNothingElse() {
        Task a = Samples.taskIn(Samples.block(1), "a");
        Task b = Samples.taskIn(Samples.block(1), "b");
        CommitDraft draft = filler.commit(new CommitBlock(Samples.block(1), List.of(a), 1));
        assertRefused(() -> draft.addTask(filler.task(a)));
        assertRefused(() -> draft.addTask(filler.task(Samples.taskIn(Samples.block(2), "c"))));
        assertRefused(() -> draft.addTask(engine.newTask()));
        assertRefused(() -> draft.block(engine.chainHandle(Samples.CHAIN), 2));
        assertRefused(() -> draft.hash(MALFORMED, 0, 2));
        assertRefused(() -> draft.hash(FAILING, 64, 128));
        assertRefused(() -> draft.parentHash(MALFORMED, 0, 0));
        assertRefused(() -> draft.timestamp(-1));
        assertRefused(() -> draft.pruneBelow(-1));
        draft.addTask(filler.task(b));
        assertRefused(() -> draft.addTask(filler.task(a)));
        assertEquals(0, outcomeOf(producer.commitBlock(draft)));
        assertEquals(List.of(a, b), engine.aggregator().listPendingTasks());
        assertEquals(List.of(Samples.block(1)), engine.aggregator().listBlocks(Samples.CHAIN));
    }

    @Test
    void shouldTellTwinsFromIdsOfTheSameHash() {
        Task a = Samples.taskIn(Samples.block(1), "a");
        Task b = Samples.taskIn(Samples.block(1), "b");
        try (DrivenEngine ofOneHash = new DrivenEngine(Limits.DEFAULT, TestKeys.masked(0));
                Producer into = ofOneHash.strait().exclusiveProducer()) {
            DraftFiller filling = new DraftFiller(ofOneHash.strait(), new SplittableRandom(3));
            CommitDraft draft = filling.commit(new CommitBlock(Samples.block(1), List.of(a, b), 0));
            assertRefused(() -> draft.addTask(filling.task(a)));
            assertRefused(() -> draft.addTask(filling.task(b)));
            assertTrue(into.commitBlock(draft) >= 0);
            ofOneHash.runWriter();
            assertEquals(List.of(a, b), ofOneHash.strait().aggregator().listPendingTasks());
        }
    }

    /** What a producer was given is copied: the draft is free again at once. */
    @Test
    void shouldCopyWhatIsHandedOver() {
        PackedId id = id("t");
        TaskDraft draft = engine.newTask().id(id).avs(engine.addressHandle(Samples.AVS));
        id.set("another");
        long first = producer.saveTask(draft);
        draft.clear().id(id).avs(engine.addressHandle(Samples.OTHER_AVS));
        long second = producer.saveTask(draft);
        draft.clear();
        assertEquals(0, outcomeOf(first));
        assertEquals(0, outcomeOf(second));
        assertEquals(Samples.AVS, engine.aggregator().getTask("t").orElseThrow().avs());
        assertEquals(Samples.OTHER_AVS, engine.aggregator().getTask("another").orElseThrow().avs());
    }

    /** The clock is the user's, and may do what it likes. */
    @Test
    void shouldWriteWhatItWasGivenWhenTheClockWritesToo() {
        AtomicReference<Runnable> deed = new AtomicReference<>();
        InstantSource clock =
                () -> {
                    Runnable once = deed.getAndSet(null);
                    if (once != null) {
                        once.run();
                    }
                    return Instant.EPOCH;
                };
        try (Strait strait = Strait.open(StraitConfig.builder().clock(clock).build())) {
            Producer shared = strait.sharedProducer();
            PackedId a = strait.newId().set("a");
            PackedId b = strait.newId().set("b");
            shared.beginTask(a);
            shared.beginTask(b);
            deed.set(() -> shared.finishTask(b, new byte[] {2}, 0, 1));
            long last = shared.finishTask(a, new byte[] {1}, 0, 1);
            assertEquals(0, shared.await(last, Long.MAX_VALUE));
            assertEquals(Bytes.copyOf(new byte[] {1}), resultOf(strait, "a"));
            assertEquals(Bytes.copyOf(new byte[] {2}), resultOf(strait, "b"));
        }
    }

    private static Bytes resultOf(Strait strait, String taskId) {
        return strait.executor().getProcessedTask(taskId).orElseThrow().result();
    }

    private PackedId id(String text) {
        return engine.newId().set(text);
    }

    private int outcomeOf(long ticket) {
        driven.runWriter();
        return producer.outcome(ticket);
    }

    /** By an exception for misuse, or the buffer's own error. */
    private static void assertRefused(Runnable call) {
        assertThrows(Throwable.class, call::run);
    }
}

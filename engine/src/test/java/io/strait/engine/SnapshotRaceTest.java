package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.Snapshot;
import io.strait.api.StraitConfig;
import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.TaskDraft;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterProbe;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Snapshots are taken as fast as one can, while the writer, driven by hand, publishes as fast as it
 * can: again and again one is taken in the very moment in which the next position is published over
 * it. Each shows its own position, at once and many batches later. Seen to fail when a position
 * that a snapshot holds advances, when the writer does not learn of the pin, and when a chain's
 * progress that a pin needs is not put aside. Not on a pin of a version that is sealed already,
 * which takes two free cores and luck: for that see {@code VersionPinStress}.
 */
class SnapshotRaceTest {
    private static final long NS = Long.getLong("strait.reuse.ms", 400) * 1_000_000;
    private static final int HELD = 64;
    private static final int WRITES = 3;
    private static final Address AVS = Address.of("0xa1");

    private final Snapshot[] held = new Snapshot[HELD];
    private DrivenEngine engine;
    private volatile boolean closed;

    @ParameterizedTest
    @ValueSource(ints = {0, 256})
    void shouldShowItsOwnPosition(int quarantine) {
        try (DrivenEngine opened =
                new DrivenEngine(
                        StraitConfig.builder(),
                        false,
                        config ->
                                new EngineParts(
                                        config, TestKeys.STANDARD, WriterProbe.NONE, quarantine))) {
            engine = opened;
            Caller<Void> taker = Caller.start(this::takeUntilClosed);
            try (Producer producer = opened.strait().exclusiveProducer()) {
                publish(producer, taker);
            } finally {
                closed = true;
            }
            taker.assertReturned();
        }
    }

    /** Each batch moves the head on, and has the task of the last one replaced. */
    private void publish(Producer producer, Caller<Void> taker) {
        Strait strait = engine.strait();
        ChainHandle chain = strait.chainHandle(CrowdMember.chain(1));
        TaskDraft draft = strait.newTask().avs(strait.addressHandle(AVS));
        PackedId id = strait.newId().set("t");
        long startNs = System.nanoTime();
        for (long n = 1; taker.isRunning() && System.nanoTime() - startNs < NS; n++) {
            producer.setLastProcessedBlock(chain, n);
            producer.deleteTask(id);
            producer.saveTask(draft.id(id).version(n));
            engine.runWriter();
        }
    }

    private void takeUntilClosed() {
        for (int i = 0; !closed; i++) {
            int slot = i % HELD;
            if (held[slot] != null) {
                check(held[slot]);
            }
            held[slot] = engine.strait().snapshot();
            if (i % 3 == 0) {
                check(held[slot]);
            }
        }
    }

    private static void check(Snapshot snapshot) {
        long n = snapshot.position() / WRITES;
        assertEquals(n * WRITES, snapshot.position());
        if (n > 0) {
            long head = snapshot.aggregator().getLastProcessedBlock(CrowdMember.chain(1));
            assertEquals(n, head, "head");
            Task task = Task.builder("t", AVS).version(n).build();
            assertEquals(task, snapshot.aggregator().getTask("t").orElseThrow());
            assertEquals(List.of(task), snapshot.aggregator().listPendingTasks());
            assertEquals(1, snapshot.aggregator().countTasks(TaskStatus.PENDING));
        }
    }
}

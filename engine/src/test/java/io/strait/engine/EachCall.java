package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.AggregatorStore;
import io.strait.api.Snapshot;
import io.strait.api.Ticket;
import io.strait.api.WriteOptions;
import io.strait.api.domain.Address;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.error.NotFoundException;
import io.strait.api.error.RefusedException;
import io.strait.api.error.ResultCode;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.TaskDraft;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SaveTask;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One thread's calls of each kind, each of which can be made alone, and which together tell whether
 * the engine is whole: every call must come to its own end, within a short time-out. Nobody else
 * writes to the chains and tasks of one of these, so it knows what must come of them.
 */
final class EachCall {
    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(10);
    private static final int OWN_LANES = 8;
    private static final long CHAINS = 4;
    private static final Address AVS = Address.of("0xab");
    private static final byte[] PAYLOAD = new byte[10];

    /** What a caller can ask of an engine. */
    enum Kind {
        BLOCK_UPDATE,
        SAVE_TASK,
        COMMIT_BLOCK,
        SUBMIT,
        EXCLUSIVE_BLOCK,
        EXCLUSIVE_DRAFT,
        SHARED_BLOCK,
        SHARED_DRAFT,
        SNAPSHOT,
        READ,
        BARRIER
    }

    private final Strait engine;
    private final AggregatorStore store;
    private final String name;
    private final Chain updated;
    private final Chain committed;
    private final Writes exclusive;
    private final Writes shared;
    private long number;

    /** To be made by the thread that makes the calls. */
    EachCall(Strait engine, int caller) {
        this.engine = engine;
        store =
                engine.aggregator()
                        .with(WriteOptions.DEFAULT.withTimeout(Duration.ofNanos(TIMEOUT_NS)));
        name = "caller-" + caller + "-";
        updated = Chain.of(AVS, CHAINS * caller);
        committed = Chain.of(AVS, CHAINS * caller + 1);
        exclusive = new Writes(engine.exclusiveProducer(), CHAINS * caller + 2);
        shared = new Writes(engine.sharedProducer(), CHAINS * caller + 3);
    }

    /** Gives each of the shared producer's own lanes to a thread that keeps it to the end. */
    static void takeOwnLanes(Strait engine, CountDownLatch end) throws InterruptedException {
        for (int i = 0; i < OWN_LANES; i++) {
            ChainHandle chain = engine.chainHandle(Chain.of(AVS, 1_000 + i));
            CountDownLatch has = new CountDownLatch(1);
            Thread owner =
                    new Thread(
                            () -> {
                                engine.sharedProducer().setLastProcessedBlock(chain, 1);
                                has.countDown();
                                try {
                                    end.await();
                                } catch (InterruptedException e) {
                                    throw new AssertionError(e);
                                }
                            },
                            "owner-" + i);
            owner.setDaemon(true);
            owner.start();
            assertTrue(has.await(10, TimeUnit.SECONDS));
        }
    }

    /** Makes a call; anything may be thrown out of it. */
    void make(Kind kind) {
        long turn = ++number;
        switch (kind) {
            case BLOCK_UPDATE -> store.setLastProcessedBlock(updated, turn);
            case SAVE_TASK -> store.saveTask(Task.builder(name + turn, AVS).build());
            case COMMIT_BLOCK ->
                    store.commitBlock(
                            new Block(committed, turn, "h" + turn, "h" + (turn - 1), turn),
                            List.of(),
                            turn);
            case SUBMIT ->
                    engine.submit(new SaveTask(Task.builder(name + turn, AVS).build())).await();
            case EXCLUSIVE_BLOCK -> exclusive.block(turn);
            case EXCLUSIVE_DRAFT -> exclusive.saveAndDelete();
            case SHARED_BLOCK -> shared.block(turn);
            case SHARED_DRAFT -> shared.saveAndDelete();
            case SNAPSHOT -> engine.snapshot();
            case READ -> store.getLastProcessedBlock(updated);
            default -> engine.barrier(Duration.ofNanos(TIMEOUT_NS));
        }
    }

    /** Makes all calls, and says if one of them does not do what it is for. */
    void check() {
        long turn = ++number;
        store.setLastProcessedBlock(updated, turn);
        assertThrows(RefusedException.class, () -> store.setLastProcessedBlock(updated, turn - 1));
        assertEquals(turn, store.getLastProcessedBlock(updated));
        Task typed = Task.builder(name + turn, AVS).build();
        store.saveTask(typed);
        Ticket<Void> none = engine.submit(new DeleteTask(name));
        Ticket<Void> deletion = engine.submit(new DeleteTask(typed.id()));
        Duration timeout = Duration.ofNanos(TIMEOUT_NS);
        assertThrows(NotFoundException.class, () -> none.await(timeout));
        deletion.await(timeout);
        assertTrue(store.getTask(typed.id()).isEmpty());
        store.commitBlock(
                new Block(committed, turn, "h" + turn, "h" + (turn - 1), turn), List.of(), turn);
        exclusive.check(turn);
        shared.check(turn);
        engine.barrier(timeout);
        Snapshot snapshot = engine.snapshot();
        assertEquals(turn, snapshot.aggregator().getLastProcessedBlock(committed));
        assertTrue(engine.failure().isEmpty());
    }

    /** The calls of one producer, on a chain and a task of their own. */
    private final class Writes {
        private final Producer producer;
        private final ChainHandle chain;
        private final PackedId id;
        private final TaskDraft task;

        Writes(Producer producer, long chainId) {
            this.producer = producer;
            chain = engine.chainHandle(Chain.of(AVS, chainId));
            id = engine.newId().set(name + "draft-" + chainId);
            task = engine.newTask().avs(engine.addressHandle(AVS)).id(id);
            task.payload(PAYLOAD, 0, PAYLOAD.length);
        }

        long block(long blockNumber) {
            return producer.setLastProcessedBlock(chain, blockNumber);
        }

        void saveAndDelete() {
            producer.saveTask(task);
            producer.deleteTask(id);
        }

        /** What was broken off before may have left the task, or still be in the way. */
        void check(long turn) {
            outcome(() -> producer.deleteTask(id));
            assertDone(outcome(() -> block(turn)));
            assertEquals(turn, engine.reader().getLastProcessedBlock(chain));
            assertDone(outcome(() -> producer.saveTask(task)));
            assertDone(outcome(() -> producer.deleteTask(id)));
            int again = outcome(() -> producer.deleteTask(id));
            assertTrue(again == ResultCode.NOT_FOUND.code() || again == Producer.FORGOTTEN);
        }

        private int outcome(LongSupplier call) {
            long ticket = call.getAsLong();
            while (ticket < 0) {
                assertEquals(ResultCode.BACK_PRESSURE.code(), ticket);
                assertEquals(0, producer.awaitRoom(TIMEOUT_NS));
                ticket = call.getAsLong();
            }
            return producer.await(ticket, TIMEOUT_NS);
        }

        /** Others' writes in a lane may take an outcome's place. */
        private void assertDone(int outcome) {
            assertTrue(outcome == 0 || outcome == Producer.FORGOTTEN, () -> "outcome=" + outcome);
        }
    }
}

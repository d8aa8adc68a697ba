package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.AggregatorStore;
import io.strait.api.StraitConfig;
import io.strait.api.WaitPreset;
import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.error.NotFoundException;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.TaskDraft;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SaveTask;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A thread that runs out of stack anywhere in a write leaves the engine usable for all others. It
 * dives until there is no stack left, and on its way up tries the write at each level, so that the
 * error comes a few bytes further in each time; after each error another thread writes, too. Seen
 * to fail when a producer that throws leaves the lock of the common lane held.
 */
class DeepStackTest {
    private static final Address AVS = Address.of("0xab");
    private static final int WARM_UP = 20_000;
    private static final int LEVELS = 120;
    private static final int DIVES = 20;
    private static final int OWN_LANES = 8;
    private static final long STACK_BYTES = 512 << 10;

    private final Strait engine =
            Strait.open(
                    StraitConfig.builder()
                            .laneCapacity(64)
                            .waitPreset(WaitPreset.LOWEST_LATENCY)
                            .build());
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Thread> owners = new ArrayList<>();
    private volatile Throwable failure;
    private volatile long asked;
    private volatile long answered;
    private int levelsLeft;
    private int errors;
    private long number;

    @AfterEach
    void close() {
        engine.close();
        over.countDown();
    }

    @Test
    void shouldSurviveInATypedBlockUpdate() throws Exception {
        AggregatorStore store = engine.aggregator();
        Chain chain = Chain.of(AVS, 1);
        Chain others = Chain.of(AVS, 2);
        dive(
                () -> store.setLastProcessedBlock(chain, ++number),
                turn -> store.setLastProcessedBlock(others, turn));
    }

    @Test
    void shouldSurviveInATypedWrite() throws Exception {
        dive(
                () -> engine.submit(new DeleteTask("none" + ++number)).isDone(),
                turn -> {
                    engine.submit(new SaveTask(Task.builder("t" + turn, AVS).build())).await();
                    assertThrows(
                            NotFoundException.class,
                            () -> engine.submit(new DeleteTask("none")).await());
                    engine.submit(new DeleteTask("t" + turn)).await();
                });
    }

    @Test
    void shouldSurviveInTheLaneThatManyShare() throws Exception {
        Producer producer = engine.sharedProducer();
        for (int i = 0; i < OWN_LANES; i++) {
            own(producer, engine.chainHandle(CrowdMember.chain(i)));
        }
        PackedId id = engine.newId().set("mine");
        TaskDraft task = engine.newTask().avs(engine.addressHandle(AVS)).id(id);
        byte[] payload = "payload".getBytes(StandardCharsets.UTF_8);
        ChainHandle chain = engine.chainHandle(CrowdMember.chain(OWN_LANES));
        dive(
                () -> {
                    producer.saveTask(task.payload(payload, 0, payload.length));
                    producer.deleteTask(id);
                },
                turn -> write(producer, chain, turn));
    }

    private static void write(Producer producer, ChainHandle chain, long blockNumber) {
        long ticket = producer.setLastProcessedBlock(chain, blockNumber);
        while (ticket < 0) {
            assertEquals(0, producer.awaitRoom(TimeUnit.SECONDS.toNanos(20)));
            ticket = producer.setLastProcessedBlock(chain, blockNumber);
        }
        int outcome = producer.await(ticket, TimeUnit.SECONDS.toNanos(20));
        assertTrue(outcome == 0 || outcome == Producer.FORGOTTEN, () -> "outcome=" + outcome);
    }

    /** Lets a thread have a lane of its own until the end. */
    private void own(Producer producer, ChainHandle chain) throws Exception {
        CountDownLatch has = new CountDownLatch(1);
        Thread owner =
                new Thread(
                        () -> {
                            producer.setLastProcessedBlock(chain, 1);
                            has.countDown();
                            try {
                                over.await();
                            } catch (InterruptedException e) {
                                throw new AssertionError(e);
                            }
                        });
        owners.add(owner);
        owner.setDaemon(true);
        owner.start();
        assertTrue(has.await(10, TimeUnit.SECONDS));
    }

    private void dive(Runnable write, Check check) throws Exception {
        Thread diver =
                new Thread(
                        null,
                        () -> {
                            for (int i = 0; i < WARM_UP; i++) {
                                write.run();
                            }
                            for (int i = 0; i < DIVES; i++) {
                                levelsLeft = LEVELS;
                                down(write);
                            }
                            asked = -1;
                        },
                        "diver",
                        STACK_BYTES);
        Thread other =
                new Thread(
                        () -> {
                            try {
                                answer(check);
                            } catch (Throwable t) {
                                failure = t;
                            }
                        },
                        "other");
        diver.setDaemon(true);
        other.setDaemon(true);
        other.start();
        diver.start();
        other.join(TimeUnit.SECONDS.toMillis(60));
        assertEquals(null, failure);
        assertEquals(-1, answered, () -> "the other thread hangs after error " + errors);
        assertTrue(errors > DIVES, () -> "errors=" + errors);
    }

    private void answer(Check check) throws Exception {
        for (long turn = 1; asked >= 0; turn++) {
            check.run(turn);
            answered = asked;
        }
        answered = -1;
    }

    private void down(Runnable write) {
        try {
            down(write);
        } catch (StackOverflowError e) {
            // The bottom.
        }
        if (levelsLeft > 0) {
            levelsLeft--;
            boolean isWhole = false;
            try {
                write.run();
                isWhole = true;
            } catch (StackOverflowError e) {
                // What this is about.
            }
            if (!isWhole) {
                errors++;
                asked++;
                while (answered != asked && failure == null) {
                    // Without a call: there may be no stack for one.
                }
            }
        }
    }

    /** A write of another thread, which must come to its end. */
    @FunctionalInterface
    private interface Check {
        void run(long turn) throws Exception;
    }
}

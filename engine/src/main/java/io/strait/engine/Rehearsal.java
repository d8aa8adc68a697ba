package io.strait.engine;

import io.strait.api.BackPressure;
import io.strait.api.StraitConfig;
import io.strait.api.StraitConfigBuilder;
import io.strait.api.Ticket;
import io.strait.api.WriteOptions;
import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.error.EngineFailedException;
import io.strait.api.error.StraitException;
import io.strait.api.hotpath.Producer;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SetLastProcessedBlock;
import io.strait.api.write.Write;
import io.strait.engine.arena.Arena;
import io.strait.engine.bytes.Keys;
import io.strait.engine.journal.Disk;
import io.strait.engine.journal.Journal;
import io.strait.engine.lifecycle.Latches;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.writer.WriterProbe;
import io.strait.engine.writer.WriterStep;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.agrona.concurrent.AgentTerminationException;

/**
 * How an engine fails and closes, run once in each JVM on an engine that is thrown away. So no code
 * of an ending runs for the first time in one: the JVM loads classes and links calls when they are
 * first met, needs memory for that, and a class that it could not initialise it refuses for ever.
 */
final class Rehearsal {
    private static final int LANE_CAPACITY = 2;
    private static final int SEGMENT_BYTES = 8 << 10;
    private static final WriteOptions IMPATIENT =
            new WriteOptions(Duration.ofNanos(1), BackPressure.FAIL);
    private static final WriteOptions SHORT =
            new WriteOptions(Duration.ofMillis(1), BackPressure.WAIT);

    /** For long enough to fall asleep. */
    private static final Duration IN_SLEEP = Duration.ofMillis(1);

    /** Longer than a thread takes to start, or to end. */
    private static final long LONG_NS = 1_000_000_000;

    private static volatile boolean done;
    private static volatile boolean doneWithDirectory;

    private Rehearsal() {}

    static void runOnce(Keys keys) {
        if (!done) {
            run(keys, false);
            run(keys, true);
            vanish(keys);
            done = true;
        }
    }

    /** The same of an engine with a directory, and of its threads. */
    static void runWithDirectoryOnce(Keys keys) {
        if (!doneWithDirectory) {
            StraitConfig config = StraitConfig.builder().directory(Path.of("rehearsed")).build();
            int quarantine = Arena.DEFAULT_QUARANTINE;
            RuntimeException planted = new IllegalStateException("rehearsed");
            Disk disk = new RehearsedDisk();
            Journal journal =
                    new Journal(
                            disk,
                            config.durability(),
                            System::nanoTime,
                            SEGMENT_BYTES,
                            SEGMENT_BYTES);
            EngineParts parts =
                    new EngineParts(
                            config,
                            keys,
                            step -> {
                                if (step == WriterStep.BEFORE_PUBLISH) {
                                    awaitSegment(journal);
                                    throw planted;
                                }
                            },
                            quarantine,
                            null,
                            Stored.open(config, keys, quarantine, disk, journal));
            EngineThreads.start(parts);
            Strait engine = new Strait(parts);
            refused(() -> engine.aggregator().deleteTask("none"));
            engine.close();
            doneWithDirectory = true;
        }
    }

    /** The writer has taken a segment: until the next one is made, which is left then. */
    private static void awaitSegment(Journal journal) {
        long startNs = System.nanoTime();
        while (journal.supply().hasWork() && System.nanoTime() - startNs < LONG_NS) {
            Thread.yield();
        }
    }

    /**
     * The writer's thread ends without a word, close looks whether the listener's has, and a caller
     * finds no memory to be told why.
     */
    private static void vanish(Keys keys) {
        CountDownLatch running = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        List<Runnable> tasks = new ArrayList<>();
        ThreadFactory idlers =
                task -> {
                    tasks.add(task);
                    return thread(
                            () -> {
                                running.countDown();
                                await(end, LONG_NS);
                            });
                };
        EngineParts parts =
                new EngineParts(config().threadFactory(idlers).build(), keys, WriterProbe.NONE);
        EngineThreads.start(parts);
        Ticket<?> ticket = new Strait(parts).submit(new DeleteTask("none"));
        // Until there are frames to look at.
        await(running, LONG_NS);
        parts.listener.close(IN_SLEEP.toNanos());
        end.countDown();
        long startNs = System.nanoTime();
        while (!ticket.isDone() && System.nanoTime() - startNs < LONG_NS) {
            Thread.yield();
        }
        Thread listener = thread(tasks.get(0));
        parts.lifecycle.startListenerThread(listener);
        listener.start();
        parts.listener.close(LONG_NS);

        Lifecycle poor = new Lifecycle("rehearsed", new OneEnding());
        poor.failRelease(new IllegalStateException("rehearsed"));
        poor.ending();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "strait-rehearsal");
        thread.setDaemon(true);
        return thread;
    }

    private static void await(CountDownLatch latch, long timeoutNs) {
        Latches.awaitUninterruptibly(latch, timeoutNs, TimeUnit.NANOSECONDS, () -> false);
    }

    private static StraitConfigBuilder config() {
        return StraitConfig.builder()
                .laneCapacity(LANE_CAPACITY)
                .changeListener(change -> {})
                .writeOptions(IMPATIENT)
                .closeTimeout(IN_SLEEP);
    }

    private static void run(Keys keys, boolean failing) {
        RuntimeException planted = new IllegalStateException("rehearsed");
        EngineParts parts =
                new EngineParts(
                        config().build(),
                        keys,
                        step -> {
                            if (failing && step == WriterStep.AFTER_PUBLISH) {
                                throw planted;
                            }
                        });
        Strait engine = new Strait(parts);
        Chain chain = Chain.of(Address.of("0x00"), 1);
        Producer producer = engine.exclusiveProducer();
        long ticket = producer.setLastProcessedBlock(engine.chainHandle(chain), 1);
        List<Ticket<?>> tickets = new ArrayList<>();
        List<Write<?>> writes =
                List.of(new SetLastProcessedBlock(chain, 2), new DeleteTask("none"));
        writes.forEach(write -> tickets.add(engine.submit(write)));
        refused(() -> engine.aggregator().setLastProcessedBlock(chain, 3));
        refused(() -> engine.aggregator().with(SHORT).deleteTask("none"));
        refused(() -> tickets.get(0).await(IN_SLEEP));
        parts.lifecycle.awaitWriterStopped(IN_SLEEP.toNanos());
        work(parts);
        for (Ticket<?> each : tickets) {
            each.isDone();
            refused(each::await);
        }
        tickets.forEach(Ticket::code);
        producer.outcome(ticket);
        refused(() -> tickets.add(engine.submit(new DeleteTask("late"))));
        engine.snapshot();
        engine.failure();
        producer.setLastProcessedBlock(engine.chainHandle(chain), 4);
        producer.close();
        if (!failing) {
            parts.producers.close();
            parts.lane.close();
            work(parts);
        }
        parts.writer.onClose();
        parts.lifecycle.isOver();
        tickets.forEach(Ticket::isDone);
        refused(tickets.get(tickets.size() - 1)::await);
        parts.listener.onClose();
        engine.close();
        refused(engine::barrier);
        refused(engine::snapshot);
    }

    private static void work(EngineParts parts) {
        try {
            parts.writer.doWork();
        } catch (AgentTerminationException e) {
            // As it should.
        }
    }

    private static void refused(Runnable call) {
        try {
            call.run();
        } catch (StraitException e) {
            // Whatever: it was run.
        }
    }

    /** There is memory for the first error only. */
    private static final class OneEnding
            implements BiFunction<String, Throwable, EngineFailedException> {
        private boolean made;

        @Override
        public EngineFailedException apply(String name, Throwable cause) {
            if (made) {
                throw new OutOfMemoryError("rehearsed");
            }
            made = true;
            return new EngineFailedException(name, cause);
        }
    }
}

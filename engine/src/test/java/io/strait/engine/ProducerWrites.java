package io.strait.engine;

import io.strait.api.BackPressure;
import io.strait.api.StraitConfig;
import io.strait.api.WriteOptions;
import io.strait.api.error.BackPressureException;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.error.ResultCode;
import io.strait.api.hotpath.Producer;
import io.strait.api.write.Write;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Typed writes through the shared producer, by drafts of each thread's own. What a producer cannot
 * do goes to the engine's own stores instead. That is:
 *
 * <ul>
 *   <li>a write that producers do not take at all;
 *   <li>a write that does not fit half of a lane which a test wants small;
 *   <li>a chain that gets no handle, because there are as many as there may be chains;
 *   <li>a write to an engine that is closed or has failed: the code does not tell of what.
 * </ul>
 */
final class ProducerWrites {
    private static final long SEED = 42;

    private final Strait engine;

    /** Not asked for again: a closed engine gives none, not even to wait for what it has taken. */
    private final Producer producer;

    private final StraitConfig config;
    private final CodeReading reading;
    private final AtomicInteger seeds = new AtomicInteger();
    private final ThreadLocal<DraftWriter> drafts = ThreadLocal.withInitial(this::newDrafts);
    private final AtomicInteger throughProducer = new AtomicInteger();

    ProducerWrites(Strait engine, StraitConfig config) {
        this.engine = engine;
        this.producer = engine.sharedProducer();
        this.config = config;
        reading = new CodeReading(engine.aggregator(), engine.executor(), config.limits());
    }

    /** How many writes a producer took. */
    int throughProducer() {
        return throughProducer.get();
    }

    <R> R execute(Write<R> write, WriteOptions options, Supplier<R> typed) {
        if (write == null || !DraftWriter.takes(write)) {
            return typed.get();
        }
        long ticket;
        try {
            ticket = hand(write, options);
        } catch (CapacityExceededException noHandle) {
            return typed.get();
        } catch (InvalidArgumentException e) {
            if (e.name().equals("slots")) {
                return typed.get();
            }
            throw e;
        }
        if (ticket < 0) {
            return typed.get();
        }
        throughProducer.incrementAndGet();
        return new ProducerTicket<>(
                        producer,
                        ticket,
                        options.timeout(),
                        outcome -> isEnding(outcome) ? typed.get() : reading.read(write, outcome))
                .await();
    }

    private long hand(Write<?> write, WriteOptions options) {
        DraftWriter mine = drafts.get();
        long ticket = mine.write(write);
        while (ticket == ResultCode.BACK_PRESSURE.code()) {
            if (options.backPressure() == BackPressure.FAIL
                    || producer.awaitRoom(options.timeout().toNanos()) != 0) {
                throw new BackPressureException(config.laneCapacity());
            }
            ticket = mine.write(write);
        }
        return ticket;
    }

    private static boolean isEnding(int outcome) {
        return outcome == ResultCode.CLOSED.code() || outcome == ResultCode.FAILED.code();
    }

    private DraftWriter newDrafts() {
        SplittableRandom random = new SplittableRandom(SEED + seeds.getAndIncrement());
        return new DraftWriter(engine, producer, random);
    }
}

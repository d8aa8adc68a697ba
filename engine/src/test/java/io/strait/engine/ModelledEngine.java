package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.Limits;
import io.strait.api.Snapshot;
import io.strait.api.StraitConfig;
import io.strait.api.domain.TaskBegin;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.RefusedException;
import io.strait.api.hotpath.Producer;
import io.strait.api.write.Write;
import io.strait.conformance.Views;
import io.strait.engine.bytes.Keys;
import io.strait.engine.writer.WriterProbe;
import io.strait.model.CommandStream;
import io.strait.model.ModelState;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An engine that is driven by hand, and the model beside it. Whatever producers take goes through
 * one, by drafts, and all else as objects; both are told the same, at the same positions.
 */
final class ModelledEngine implements AutoCloseable {
    private final ModelState model;
    private final DrivenEngine engine;
    private final Producer producer;
    private final DraftWriter drafts;
    private final List<Expected> expected = new ArrayList<>();
    private final SplittableRandom random;
    private long byBytes;

    ModelledEngine(
            Limits limits, Keys keys, int quarantine, boolean listening, SplittableRandom random) {
        this.random = random.split();
        model = new ModelState(limits);
        engine =
                new DrivenEngine(
                        StraitConfig.builder().limits(limits),
                        listening,
                        config -> new EngineParts(config, keys, WriterProbe.NONE, quarantine));
        producer = engine.strait().exclusiveProducer();
        drafts = new DraftWriter(engine.strait(), producer, random);
    }

    Strait strait() {
        return engine.strait();
    }

    /** What the state is to be; it changes with the next batch. */
    ModelState model() {
        return model;
    }

    /** How many writes went by bytes. */
    long byBytes() {
        return byBytes;
    }

    /** A snapshot of now, and what it is to show for ever. */
    Held hold() {
        return new Held(engine.snapshot(), model.copy());
    }

    /** Does the next writes of a stream, at times all as objects, in one batch. */
    void runBatch(CommandStream stream, int count) {
        boolean isTyped = random.nextInt(3) == 0;
        for (int i = 0; i < count; i++) {
            long timeMs = stream.nextTimeMs();
            Write<?> write = stream.nextWrite();
            engine.clock(timeMs);
            long ticket = isTyped ? -1 : hand(write);
            if (isTyped) {
                engine.submit(write, timeMs);
                apply(write, timeMs);
            } else if (ticket < 0) {
                // It goes through another lane: what is in the producer's comes first.
                runWriter();
                engine.submit(write, timeMs);
                apply(write, timeMs);
                runWriter();
            } else {
                byBytes++;
                expected.add(new Expected(ticket, apply(write, timeMs), model.position()));
            }
        }
        runWriter();
        engine.takeChanges();
    }

    @Override
    public void close() {
        producer.close();
        engine.close();
    }

    private void runWriter() {
        engine.runWriter();
        for (Expected each : expected) {
            assertEquals(each.outcome, producer.outcome(each.ticket), "outcome");
            assertEquals(each.position, producer.position(each.ticket), "position");
        }
        expected.clear();
    }

    /** Returns a ticket, or less than 0 when no producer takes the write. */
    private long hand(Write<?> write) {
        if (!DraftWriter.takes(write)) {
            return -1;
        }
        try {
            return drafts.write(write);
        } catch (CapacityExceededException noHandle) {
            return -1;
        }
    }

    /** Applies a write to the model, and returns what its producer is to be told. */
    private int apply(Write<?> write, long timeMs) {
        try {
            Object result = model.apply(write, timeMs);
            if (result instanceof TaskBegin begin) {
                return switch (begin.standing()) {
                    case FIRST -> 0;
                    case ALREADY_RUNNING -> Producer.ALREADY_RUNNING;
                    case ALREADY_DONE -> Producer.ALREADY_DONE;
                };
            }
            return 0;
        } catch (RefusedException e) {
            return e.code().code();
        }
    }

    private record Expected(long ticket, int outcome, long position) {}

    /** A snapshot, and the model's state at its position. */
    record Held(Snapshot snapshot, ModelState model) {
        void check() {
            assertEquals(model.position(), snapshot.position(), "position of a held snapshot");
            Views.assertAgree(model.aggregator(), snapshot.aggregator());
            Views.assertAgree(model.executor(), snapshot.executor());
        }

        /** Also of what may not be there. */
        void checkId(String id) {
            Views.assertAgreeOnId(id, model.aggregator(), snapshot.aggregator());
            Views.assertAgreeOnId(id, model.executor(), snapshot.executor());
        }
    }
}

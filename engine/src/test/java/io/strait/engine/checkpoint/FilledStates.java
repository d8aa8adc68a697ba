package io.strait.engine.checkpoint;

import io.strait.api.Limits;
import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.AggregatorWrite.UpdateTaskStatus;
import io.strait.api.write.Write;
import io.strait.engine.RandomWrites;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.record.CommandWords;
import io.strait.engine.record.Opcode;
import io.strait.engine.state.Outcome;
import io.strait.engine.state.State;
import io.strait.engine.state.StateImage;
import io.strait.engine.state.StateLoader;
import java.io.IOException;
import java.util.SplittableRandom;

/** A state with something in it, and its image. */
final class FilledStates {
    static final long SEGMENT = 7;
    static final int CHECK = 0xCAFE_BABE;

    private final State state = empty(Limits.DEFAULT);
    private final Outcome outcome = new Outcome();
    private long position;

    private FilledStates() {}

    /** Has records of all kinds, with every part at random. */
    static FilledStates random(long seed, int writes, int maxPayloadBytes) {
        FilledStates filled = new FilledStates();
        RandomWrites random = new RandomWrites(new SplittableRandom(seed), maxPayloadBytes);
        for (int i = 0; i < writes; i++) {
            filled.apply(random.nextOfAny());
        }
        return filled;
    }

    /** Has so many tasks, every other one of which has failed. */
    static FilledStates tasks(int count, int payloadBytes) {
        FilledStates filled = new FilledStates();
        Address avs = Address.of("0xa1");
        for (int i = 0; i < count; i++) {
            byte[] payload = new byte[payloadBytes];
            payload[payloadBytes - 1] = (byte) i;
            filled.apply(new SaveTask(Task.builder("t" + i, avs).payload(payload).build()));
            if (i % 2 == 0) {
                filled.apply(new UpdateTaskStatus("t" + i, TaskStatus.FAILED));
            }
        }
        return filled;
    }

    void apply(Write<?> write) {
        WordBuffer words = new WordBuffer(64);
        int argument = CommandWords.add(write, words);
        outcome.begin(false);
        state.apply(Opcode.of(write.type()), argument, words.words(), 0, position, null, outcome);
        position++;
        state.published(position);
    }

    long position() {
        return position;
    }

    StateImage image() {
        return state.image(position, state);
    }

    CheckpointHeader header() {
        return new CheckpointHeader(position, Limits.DEFAULT, SEGMENT, CHECK);
    }

    /** Writes it into a checkpoint, as fast as that goes. */
    CheckpointEnd write(Checkpoints checkpoints) throws IOException {
        return checkpoints.write(image(), header(), Pace.of(Long.MAX_VALUE));
    }

    long digest() throws IOException {
        return digest(state, position);
    }

    static long digest(State state, long position) throws IOException {
        return state.image(position, state).writeTo((kind, words, at, count) -> {}).value();
    }

    static State empty(Limits limits) {
        return new State(limits, TestKeys.of(3), 2);
    }

    static StateLoader loader(CheckpointHeader header) {
        return empty(header.limits()).loader(header.position());
    }
}

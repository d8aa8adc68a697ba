package io.strait.engine.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.Limits;
import io.strait.api.error.ResultCode;
import io.strait.api.write.Write;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.publish.Publication;
import io.strait.engine.record.AddressCache;
import io.strait.engine.record.CommandWords;
import io.strait.engine.record.Opcode;
import io.strait.engine.state.Outcome;
import io.strait.engine.state.State;
import java.util.Arrays;

/** A state whose memory is used again at once, written and published by hand. */
final class WrittenState {
    final State state = new State(Limits.DEFAULT, TestKeys.STANDARD, 0);
    final Publication publication = new Publication(state);
    final LiveView view =
            new LiveView(
                    state, new AddressCache(TestKeys.STANDARD), publication, new Lifecycle("test"));

    private final Outcome outcome = new Outcome();
    private final WordBuffer words = new WordBuffer(64);
    private long position;

    /** Applies a write, which is kept as an object, too, or as words alone. */
    void apply(Write<?> write, long timeMs, boolean asObject) {
        words.clear();
        int argument = CommandWords.add(write, words);
        outcome.begin(asObject);
        state.apply(
                Opcode.of(write.type()),
                argument,
                words.words(),
                0,
                timeMs,
                asObject ? write : null,
                outcome);
        Arrays.fill(words.words(), -1);
        position++;
        assertEquals(ResultCode.OK, outcome.code(), write::toString);
    }

    void publish() {
        publication.publish(position);
    }

    long position() {
        return position;
    }
}

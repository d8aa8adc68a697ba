package io.strait.engine.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.write.Write;
import io.strait.api.write.WriteType;
import io.strait.engine.RandomWrites;
import io.strait.engine.bytes.WordBuffer;
import io.strait.model.CommandStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every write comes out of its words as it went in, wherever these lie and whatever lies around
 * them. Seen to fail when a record's part is left out or read from its neighbour's place, when a
 * length is cut off at seven bits, and when words are looked for from the begin of their array.
 */
class CommandWordsTest {
    private static final int WRITES = 6_000;
    private static final int MAX_MARGIN = 5;
    private static final int ALL_OPCODES = WriteType.values().length;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldDecodeWritesAtTheirLimits(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomWrites writes = new RandomWrites(random, 2_000);
        check(random, writes::nextOfAny);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void shouldDecodeStreamsOfWrites(long seed) {
        CommandStream stream = new CommandStream(seed);
        check(
                new SplittableRandom(seed),
                () -> {
                    stream.nextTimeMs();
                    return stream.nextWrite();
                });
    }

    private static void check(SplittableRandom random, Supplier<Write<?>> writes) {
        BitSet opcodes = new BitSet();
        WordBuffer buffer = new WordBuffer(1);
        for (int i = 0; i < WRITES; i++) {
            Write<?> write = writes.get();
            int opcode = Opcode.of(write.type());
            opcodes.set(opcode);
            buffer.clear();
            int margin = random.nextInt(MAX_MARGIN);
            for (int j = 0; j < margin; j++) {
                buffer.add(random.nextLong());
            }
            int argument = CommandWords.add(write, buffer);
            int end = buffer.count();
            buffer.add(random.nextLong());
            assertEquals(write, CommandWords.decode(opcode, argument, buffer.words(), margin));
            requireSameWords(write, argument, buffer.words(), margin, end);
        }
        assertEquals(ALL_OPCODES, opcodes.cardinality(), opcodes::toString);
    }

    /** The same whatever the buffer had before. */
    private static void requireSameWords(
            Write<?> write, int argument, long[] words, int from, int to) {
        WordBuffer fresh = new WordBuffer(1);
        assertEquals(argument, CommandWords.add(write, fresh));
        assertArrayEquals(
                Arrays.copyOf(fresh.words(), fresh.count()), Arrays.copyOfRange(words, from, to));
    }
}

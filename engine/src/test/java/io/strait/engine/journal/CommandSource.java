package io.strait.engine.journal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Commands without a meaning, each known by its position and a seed. */
final class CommandSource {
    private final long seed;

    CommandSource(long seed) {
        this.seed = seed;
    }

    /** The command of a position. */
    Command at(long position) {
        SplittableRandom random = new SplittableRandom(seed ^ position * 0x9E37_79B9_7F4A_7C15L);
        int size = random.nextInt(8) == 0 ? random.nextInt(1_500) : random.nextInt(30);
        long[] words = new long[size];
        boolean isZeros = random.nextInt(6) == 0;
        for (int i = 0; i < size && !isZeros; i++) {
            words[i] = random.nextInt(4) == 0 ? 0 : random.nextLong();
        }
        return new Command(
                position,
                random.nextInt(32),
                random.nextInt(),
                random.nextLong(),
                random.nextInt(30) - 15,
                words);
    }

    /** Appends the command of a position, and what became of it. */
    void append(JournalWriter writer, long position) throws IOException {
        Command command = at(position);
        long[] words = command.words();
        assertTrue(writer.reserve(words.length), "room");
        writer.append(
                command.opcode(), command.argument(), command.timeMs(), words, 0, words.length);
        writer.outcome(command.outcome());
    }

    /** A command and what became of it. */
    record Command(
            long position, int opcode, int argument, long timeMs, int outcome, long[] words) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Command that
                    && position == that.position
                    && opcode == that.opcode
                    && argument == that.argument
                    && timeMs == that.timeMs
                    && outcome == that.outcome
                    && Arrays.equals(words, that.words);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(position);
        }

        @Override
        public String toString() {
            return "command " + position + " of " + words.length + " words";
        }
    }
}

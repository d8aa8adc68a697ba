package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.write.Write;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.record.CommandLog;
import io.strait.engine.record.CommandWords;
import io.strait.engine.record.Opcode;
import io.strait.model.CommandStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A log that keeps each command's words, and takes them from the writer as a journal would. */
final class LoggedCommands implements CommandLog {
    private final List<Logged> commands = new ArrayList<>();
    private final List<Integer> codes = new ArrayList<>();

    @Override
    public void append(
            long position,
            int opcode,
            int argument,
            long timeMs,
            long[] words,
            int at,
            int wordCount) {
        assertEquals(commands.size() + 1, position, "no command is left out, and none comes twice");
        long[] copy = Arrays.copyOfRange(words, at, at + wordCount);
        commands.add(new Logged(opcode, argument, timeMs, copy));
    }

    /** The next command of a stream. */
    static Logged next(CommandStream stream) {
        long timeMs = stream.nextTimeMs();
        return of(stream.nextWrite(), timeMs);
    }

    /** A write as a command. */
    static Logged of(Write<?> write, long timeMs) {
        WordBuffer words = new WordBuffer(64);
        int argument = CommandWords.add(write, words);
        long[] copy = Arrays.copyOf(words.words(), words.count());
        return new Logged(Opcode.of(write.type()), argument, timeMs, copy);
    }

    @Override
    public boolean reserve(int wordCount) {
        return true;
    }

    @Override
    public void outcome(int code) {
        codes.add(code);
    }

    @Override
    public void commit() {
        assertEquals(commands.size(), codes.size(), "each command has an outcome");
    }

    @Override
    public void idle() {
        // Nothing is ever due.
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    /** How many there are: the position of the last one. */
    int count() {
        return commands.size();
    }

    /** The command of a position. */
    Logged at(long position) {
        return commands.get((int) position - 1);
    }

    /** A command as it was logged. */
    record Logged(int opcode, int argument, long timeMs, long[] words) {}
}

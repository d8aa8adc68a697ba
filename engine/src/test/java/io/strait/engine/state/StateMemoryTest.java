package io.strait.engine.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.strait.engine.arena.Arena;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.index.VersionedLong;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Versions of numbers that were put aside for pinned positions are forgotten when these are gone,
 * and not before. Seen to fail when they are not pruned, and when some numbers are passed over.
 */
class StateMemoryTest {
    private static final int NUMBERS = 100;

    private final StateMemory memory = new StateMemory(TestKeys.STANDARD, new Arena(0));
    private final Arena arena = memory.arena();
    private final List<VersionedLong> numbers =
            IntStream.range(0, NUMBERS).mapToObj(i -> new VersionedLong(-1)).toList();
    private final List<Object> holders = new ArrayList<>();

    @Test
    void shouldForgetTheVersionsThatNoPinNeedsAnyMore() {
        setAll();
        pin(1);
        setAll();
        pin(2);
        setAll();
        setAll();
        requirePinned(1);
        requirePinned(2);
        unpin(2);
        requirePinned(1);
        requireForgotten(2);
        pin(4);
        setAll();
        setAll();
        unpin(1);
        requireForgotten(1);
        requirePinned(4);
        unpin(4);
        requireForgotten(4);
    }

    /** Each to a hundred times the position and its own number. */
    private void setAll() {
        for (int i = 0; i < NUMBERS; i++) {
            memory.set(numbers.get(i), value(i, arena.batch()));
        }
        arena.publish(arena.batch());
    }

    private void pin(long position) {
        holders.add(new Object());
        arena.pin(position, holders.get(holders.size() - 1));
    }

    private void unpin(long position) {
        arena.pins().seeing(position, position + 1).enqueue();
        while (arena.release()) {}
    }

    private void requirePinned(long position) {
        for (int i = 0; i < NUMBERS; i++) {
            assertEquals(value(i, position), numbers.get(i).readPinned(position));
        }
    }

    private void requireForgotten(long position) {
        for (VersionedLong number : numbers) {
            assertThrows(IllegalStateException.class, () -> number.readPinned(position));
        }
    }

    private static long value(int number, long position) {
        return 100 * position + number;
    }
}

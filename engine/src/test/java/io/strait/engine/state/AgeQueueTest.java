package io.strait.engine.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.engine.image.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgeQueueTest {
    private static final int ENTRIES = 20;
    private static final int STEPS = 5_000;
    private static final long SEED = 6_021_023;

    private final AgeQueue<String> queue = new AgeQueue<>();
    private final AgeQueue<String> other = new AgeQueue<>();

    @Test
    void shouldLetTheOldestGoFirst() {
        List<Entry<String>> entries = List.of(entry(0), entry(1), entry(2));
        entries.forEach(queue::add);
        assertEquals(3, queue.size());
        for (Entry<String> entry : entries) {
            assertSame(entry, queue.oldest());
            assertTrue(queue.contains(entry));
            queue.remove(entry);
            assertFalse(queue.contains(entry));
        }
        assertNull(queue.oldest());
        assertEquals(0, queue.size());
    }

    @Test
    void shouldKnowWhichQueueHoldsAnEntry() {
        Entry<String> entry = entry(0);
        AgeQueue.removeFromAny(entry);
        queue.add(entry);
        assertFalse(other.contains(entry));
        assertThrows(AssertionError.class, () -> other.add(entry));
        assertThrows(AssertionError.class, () -> other.remove(entry));
        AgeQueue.removeFromAny(entry);
        other.add(entry);
        assertTrue(other.contains(entry));
        assertEquals(0, queue.size());
    }

    @Test
    void shouldAgreeWithALinkedSet() {
        Random random = new Random(SEED);
        List<Entry<String>> entries = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            entries.add(entry(i));
        }
        Set<Entry<String>> expected = new LinkedHashSet<>();
        for (int step = 0; step < STEPS; step++) {
            Entry<String> entry = entries.get(random.nextInt(ENTRIES));
            if (expected.remove(entry)) {
                queue.remove(entry);
            } else {
                expected.add(entry);
                queue.add(entry);
            }
            assertEquals(List.copyOf(expected), inOrder(queue), "seed " + SEED + " step " + step);
            assertEquals(expected.size(), queue.size());
        }
    }

    private static List<Entry<String>> inOrder(AgeQueue<String> queue) {
        List<Entry<String>> entries = new ArrayList<>();
        Entry<String> last = null;
        for (Entry<String> entry = queue.oldest(); entry != null; entry = entry.newer) {
            assertSame(last, entry.older);
            entries.add(entry);
            last = entry;
        }
        return entries;
    }

    private static Entry<String> entry(int i) {
        return new Entry<>(new Row<>(i, i, "id" + i, "value" + i), "id" + i);
    }
}

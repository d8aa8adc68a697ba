package io.strait.engine.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A history against a map. Seen to fail when it grows without being straightened, and when those
 * behind a number that comes in between are not moved.
 */
class BlockHistoryTest {
    private static final int STEPS = 20_000;
    private static final int FEW = 50;

    private final BlockHistory history = new BlockHistory();
    private final TreeMap<Long, Integer> model = new TreeMap<>();

    /** As blocks come as a rule, as they come at random, and among very few or far numbers. */
    @ParameterizedTest
    @CsvSource({"1, 40, 200", "2, 0, 200", "3, 0, 6", "4, 2, 1000000000000", "5, 90, 1000"})
    void shouldBeWhatAMapIs(long seed, int atTheEnd, long numbers) {
        SplittableRandom random = new SplittableRandom(seed);
        int most = 1 + random.nextInt(200);
        for (int step = 0; step < STEPS; step++) {
            long number =
                    !model.isEmpty() && random.nextInt(100) < atTheEnd
                            ? model.lastKey() + 1 + random.nextInt(3)
                            : random.nextLong(numbers);
            int index = history.find(number);
            assertEquals(model.containsKey(number), index != BlockHistory.NONE);
            requireLower(number);
            if (index == BlockHistory.NONE && model.size() < most) {
                history.add(number, step);
                model.put(number, step);
            } else if (index != BlockHistory.NONE && random.nextBoolean()) {
                history.cell(index, step);
                model.put(number, step);
            } else if (!model.isEmpty()) {
                int removed = random.nextInt(3) > 0 ? 0 : random.nextInt(model.size());
                model.remove(history.number(removed));
                history.remove(removed);
            }
            if (step % FEW == 0) {
                requireSame();
                most = 1 + random.nextInt(200);
            }
        }
        requireSame();
    }

    private void requireLower(long number) {
        Map.Entry<Long, Integer> lower = model.lowerEntry(number);
        int index = history.lower(number);
        if (lower == null) {
            assertEquals(BlockHistory.NONE, index);
        } else {
            assertEquals(lower.getKey(), history.number(index));
            assertEquals(lower.getValue(), history.cell(index));
        }
    }

    private void requireSame() {
        assertEquals(model.size(), history.count());
        List<Long> numbers = new ArrayList<>();
        List<Integer> cells = new ArrayList<>();
        for (int i = 0; i < history.count(); i++) {
            numbers.add(history.number(i));
            cells.add(history.cell(i));
            assertEquals(i, history.find(history.number(i)));
        }
        assertEquals(List.copyOf(model.keySet()), numbers);
        assertEquals(List.copyOf(model.values()), cells);
    }
}

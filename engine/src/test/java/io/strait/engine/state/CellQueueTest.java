package io.strait.engine.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.engine.arena.Arena;
import io.strait.engine.arena.Cells;
import io.strait.engine.bytes.TestKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A queue against a list. Seen to fail when one that is removed stays in the order, and when a cell
 * does not keep its place.
 */
class CellQueueTest {
    private static final int CELLS = 40;
    private static final int STEPS = 20_000;
    private static final int PLACE = Cells.HEADER_WORDS + 1;

    private final Arena arena = new Arena(0);
    private final CellQueue queue =
            new CellQueue(new StateMemory(TestKeys.STANDARD, arena), cell -> PLACE);
    private final List<Integer> model = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldBeWhatAListIs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> outside = new ArrayList<>();
        for (int i = 0; i < CELLS; i++) {
            int cell = arena.make(PLACE + 2, Kinds.TASK);
            arena.cells().word(cell, PLACE, -1); // what was there before means nothing
            outside.add(cell);
        }
        int most = CELLS;
        for (int step = 0; step < STEPS; step++) {
            if (model.size() < most && random.nextBoolean()) {
                int cell = outside.remove(random.nextInt(outside.size()));
                queue.add(cell);
                model.add(cell);
            } else if (!model.isEmpty()) {
                int which = random.nextBoolean() ? 0 : random.nextInt(model.size());
                int cell = model.remove(which);
                queue.remove(cell);
                outside.add(cell);
            }
            if (step % 10 == 0) {
                most = 1 + random.nextInt(CELLS);
                requireSameOrder();
            }
            assertEquals(model.size(), queue.size());
            assertEquals(model.isEmpty() ? Cells.NONE : model.get(0), queue.oldest());
        }
    }

    private void requireSameOrder() {
        for (int cell : model) {
            assertEquals(cell, queue.oldest());
            queue.remove(cell);
        }
        assertEquals(Cells.NONE, queue.oldest());
        model.forEach(queue::add);
    }
}

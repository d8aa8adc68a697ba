package io.strait.engine.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellListTest {
    @Test
    void cellsAreSortedWhateverRunsTheyComeIn() {
        Random random = new Random(1);
        for (int count = 0; count < 300; count++) {
            int runLength = 1 + random.nextInt(40);
            int[] cells = random.ints(count, 0, 1_000).toArray();
            for (int from = 0; from < count; from += runLength) {
                Arrays.sort(cells, from, Math.min(count, from + runLength));
            }
            CellList list = new CellList();
            IntStream.of(cells).forEach(list::add);

            list.sort(cell -> -cell);

            int[] expected = IntStream.of(cells).map(c -> -c).sorted().map(c -> -c).toArray();
            assertArrayEquals(expected, Arrays.copyOf(list.cells(), list.count()));
        }
    }
}

package io.strait.engine.state;

import io.strait.engine.index.CellList;
import java.io.IOException;

/** Some of the items of a kind in an order of their own: by their numbers, the first one is 0. */
final class ImageOrder {
    private static final int MOST = 1_024;

    private ImageOrder() {}

    /** Hands on numbers, which are sorted first. */
    static void write(int kind, CellList numbers, CellList.Order order, ImageSink sink)
            throws IOException {
        numbers.sort(order);
        long[] run = new long[MOST];
        for (int from = 0; from < numbers.count(); from += MOST) {
            int count = Math.min(MOST, numbers.count() - from);
            for (int i = 0; i < count; i++) {
                run[i] = numbers.get(from + i);
            }
            sink.item(kind, run, 0, count);
        }
    }

    /** Takes numbers back: puts the cells that have them into a queue. */
    static void restore(long[] words, int at, int count, CellList cells, CellQueue queue) {
        for (int i = 0; i < count; i++) {
            queue.add(cells.get((int) words[at + i]));
        }
    }
}

package io.strait.engine.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Pages of which most go in their order, and some stay for long. Seen to fail when a page is taken
 * for one that had its slot before.
 */
class PageRingTest {
    private static final int PAGES = 20_000;
    private static final int MOST_BESIDE_THE_LIVE = 256;

    private final TreeMap<Long, SetPage> live = new TreeMap<>();
    private int most;
    private PageRing ring = new PageRing(4);

    @Test
    void pagesThatStayAreFoundAndTakeNoMoreRoomThanTheirs() {
        Random random = new Random(3);
        for (int i = 0; i < PAGES; i++) {
            add();
            if (i % 97 == 0) {
                requireSame();
            }
            while (live.size() > 40 + i % 700) {
                List<Long> sequences = new ArrayList<>(live.keySet());
                int index = random.nextInt(50) == 0 ? random.nextInt(sequences.size()) : 5;
                remove(sequences.get(index));
            }
        }
        while (!live.isEmpty()) {
            remove(live.firstKey());
        }
        requireSame();
    }

    private void add() {
        if (ring.isFull()) {
            ring = ring.withRoom();
            assertTrue(
                    ring.capacity() <= MOST_BESIDE_THE_LIVE + 4 * most,
                    () -> ring.capacity() + " for " + most);
        }
        SetPage page = new SetPage(null, SetPage.STRIP_PLACES, 1);
        page.begin(ring.end(), 1);
        live.put(ring.end(), page);
        most = Math.max(most, live.size());
        ring.add(page);
    }

    private void remove(long sequence) {
        live.remove(sequence);
        ring.remove(sequence);
    }

    private void requireSame() {
        List<Long> walked = new ArrayList<>();
        for (long s = ring.begin(); s < ring.endAcquire(); s = ring.after(s)) {
            SetPage page = ring.pageAcquire(s);
            assertSame(live.get(s), page);
            assertSame(page, ring.get(s));
            if (page != null) {
                walked.add(s);
            }
        }
        assertEquals(new ArrayList<>(live.keySet()), walked);
        for (long s = 0; s < ring.end(); s++) {
            assertSame(live.get(s), ring.get(s));
        }
    }
}

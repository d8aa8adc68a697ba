package io.strait.engine.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.strait.api.domain.Chain;
import io.strait.engine.image.ChainHead;
import io.strait.engine.image.ChainImage;
import io.strait.engine.image.Row;
import org.junit.jupiter.api.Test;

class HeadUpdatesTest {
    private final HeadUpdates updates = new HeadUpdates();

    @Test
    void shouldHoldEachChainOnceWithItsLastNumber() {
        ChainEntry first = chain(0);
        ChainEntry second = chain(1);
        set(first, 10);
        set(second, 20);
        set(first, 11);
        assertEquals(2, updates.count());
        assertSame(first.value().head(), updates.head(0));
        assertSame(second.value().head(), updates.head(1));
        assertEquals(11, updates.value(0));
        assertEquals(20, updates.value(1));
    }

    @Test
    void shouldTakeAChainAgainAfterItWasCleared() {
        ChainEntry chain = chain(0);
        set(chain, 10);
        updates.clear();
        assertEquals(0, updates.count());
        set(chain, 11);
        assertEquals(1, updates.count());
        assertEquals(11, updates.value(0));
    }

    @Test
    void shouldGrow() {
        int chains = 1_000;
        for (int round = 0; round < 2; round++) {
            ChainEntry[] entries = new ChainEntry[chains];
            for (int i = 0; i < chains; i++) {
                entries[i] = chain(i);
                set(entries[i], i + round);
            }
            assertEquals(chains, updates.count());
            for (int i = 0; i < chains; i++) {
                assertSame(entries[i].value().head(), updates.head(i));
                assertEquals(i + round, updates.value(i));
            }
            updates.clear();
        }
    }

    private void set(ChainEntry entry, long number) {
        entry.lastProcessedBlock(number);
        updates.add(entry);
    }

    private static ChainEntry chain(int index) {
        Chain chain = Chain.of("0xab", index);
        ChainImage image = new ChainImage(chain, new ChainHead(index), new ChainHead(index + 1));
        return new ChainEntry(new Row<>(index, index, chain, image));
    }
}

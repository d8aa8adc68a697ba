package io.strait.engine.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What has died comes back once, in the order in which it died, and not before its time. Seen to
 * fail when the ring grows without being straightened, and when the quarantine is not kept.
 */
class ReclaimerTest {
    private static final int QUARANTINE = 4;

    private final Nodes nodes = new Nodes();
    private final Epoch epoch = new Epoch();
    private final Horizon horizon = new Horizon();
    private final NodeStore store = new NodeStore(nodes, epoch, new Pins(), horizon, QUARANTINE);

    @Test
    void shouldGiveBackInTheOrderOfDeath() {
        Random random = new Random(3);
        Queue<Integer> waiting = new ArrayDeque<>();
        int made = 0;
        for (int batch = 1; batch <= 500; batch++) {
            // Now and then more die in one batch than the ring had room for.
            int deaths = batch % 50 == 0 ? 20 * batch : random.nextInt(8);
            for (int i = 0; i < deaths; i++) {
                int node = nodes.take();
                nodes.born(node, epoch.published());
                store.retire(node, epoch.batch());
                waiting.add(node);
                made++;
            }
            assertEquals(Blocks.NONE, reclaimDiedNow(waiting), "not published");
            epoch.publish(batch);
            for (int i = random.nextInt(12); i > 0; i--) {
                int reclaimed = store.reclaim(epoch.published());
                if (waiting.size() > QUARANTINE) {
                    assertEquals(waiting.remove(), reclaimed, "batch " + batch);
                } else {
                    assertEquals(Blocks.NONE, reclaimed, "batch " + batch);
                }
            }
        }
        assertTrue(made > 10_000, "made=" + made);
    }

    /** Of what died before, some may still wait; it is given back here, until only now is left. */
    private int reclaimDiedNow(Queue<Integer> waiting) {
        int reclaimed = store.reclaim(epoch.published());
        while (reclaimed != Blocks.NONE && nodes.died(reclaimed) <= epoch.published()) {
            assertEquals(waiting.remove(), reclaimed);
            reclaimed = store.reclaim(epoch.published());
        }
        return reclaimed;
    }
}

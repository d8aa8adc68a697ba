package io.strait.engine.reorg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.StraitConfig;
import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.engine.Strait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real blocks with real reorganisations, delivered in the order in which a node had to cope with
 * them. Seen to fail when a rollback keeps tasks or leaves the head, and when a commit does not
 * check the parent.
 */
class RealReorgTest {
    /**
     * Wider than the deepest reorganisation, and than some: then the ancestor is no longer stored.
     */
    private static final long WIDE = 1_000;

    private static final long MIDDLE = 6;
    private static final long NARROW = 2;

    private final Map<String, List<Delivery>> scenarios = ReorgData.scenarios();

    @Test
    void shouldBeginWithTheOnlyGenesisBlock() {
        for (List<Delivery> deliveries : scenarios.values()) {
            assertEquals(0, deliveries.get(0).number());
            assertEquals(1, deliveries.stream().filter(block -> block.number() == 0).count());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {WIDE, MIDDLE, NARROW})
    void shouldHoldTheCanonicalChainAfterEveryDelivery(long window) {
        int rollbacks = 0;
        int parentMismatches = 0;
        int blockOrders = 0;
        int droppedTasks = 0;
        for (List<Delivery> deliveries : scenarios.values()) {
            try (Strait engine = open()) {
                ChainFollower follower = new ChainFollower(engine, chain(1), window);
                deliveries.forEach(follower::follow);
                rollbacks += follower.rollbacks();
                parentMismatches += follower.parentMismatches();
                blockOrders += follower.blockOrders();
                droppedTasks += follower.droppedTasks();
            }
        }
        // What the data holds; counted here so that nobody takes a test that does nothing for one
        // that passes.
        assertEquals(11, rollbacks);
        assertEquals(10, parentMismatches);
        assertEquals(213, blockOrders);
        assertEquals(62, droppedTasks);
    }

    @Test
    void shouldHoldEveryCanonicalChainWhileAllAreFollowedAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(scenarios.size());
        try (Strait engine = open()) {
            List<Future<?>> followers = new ArrayList<>();
            for (List<Delivery> deliveries : scenarios.values()) {
                int number = followers.size();
                long window = number % 2 == 0 ? WIDE : MIDDLE;
                ChainFollower follower = new ChainFollower(engine, chain(number), window);
                followers.add(threads.submit(() -> deliveries.forEach(follower::follow)));
            }
            while (!followers.stream().allMatch(Future::isDone)) {
                SnapshotLinks.assertHold(engine.snapshot().aggregator());
            }
            for (Future<?> follower : followers) {
                follower.get();
            }
            assertEquals(scenarios.size(), engine.aggregator().listChains().size());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Strait open() {
        return Strait.open(StraitConfig.builder().name("reorg").build());
    }

    private static Chain chain(int number) {
        return Chain.of(Address.of("0xAB" + number), 1);
    }
}

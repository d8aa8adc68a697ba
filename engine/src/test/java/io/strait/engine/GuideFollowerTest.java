package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.AggregatorStore;
import io.strait.api.Limits;
import io.strait.api.StraitConfig;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.engine.reorg.Delivery;
import io.strait.engine.reorg.ReorgData;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The follower that the user guide shows, as it stands there, against a node that reorganises its
 * chain at random: deeper than the history, at the same height, to fewer blocks, and with errors:
 * parents that do not link, once or for ever; and against real reorganisations. A round ends
 * whatever the node does; and once the node is steady, the store has its chain, and the tasks of
 * that chain alone. A new follower over a store that is in use does the same. Seen to fail when the
 * follower does not compare its tip, when it rolls back to an ancestor at its word, and when it
 * prunes what is not final yet.
 */
class GuideFollowerTest {
    private static final Chain CHAIN = Chain.of("0xab", 1);
    private static final int ROUNDS = 300;

    private final List<Block> blocks = new ArrayList<>();
    private final Set<String> orphans = new HashSet<>();
    private SplittableRandom random;
    private int made;
    private int finalised;
    private int leftOutPercent;
    private int first = 3;
    private boolean lies;

    private Class<?> nodeType;
    private Class<?> followerType;
    private Object follower;
    private Method catchUp;
    private Object node;

    @BeforeEach
    void compile(@TempDir Path classes) throws Exception {
        String shown =
                Markdown.read(Markdown.root().resolve("docs/USER_GUIDE.md")).blocks("java").stream()
                        .filter(block -> block.startsWith("class Follower {"))
                        .findFirst()
                        .orElseThrow();
        String imports =
                """
                import io.strait.api.*;
                import io.strait.api.domain.*;
                import io.strait.api.error.*;
                import java.util.*;
                """;
        new JavaBlock("Follower", imports + shown).compileTo(classes);
        URL[] urls = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            followerType = loader.loadClass("Follower");
            nodeType = loader.loadClass("Follower$Node");
            catchUp = method(followerType, "catchUp");
        }
        node =
                Proxy.newProxyInstance(
                        nodeType.getClassLoader(), new Class<?>[] {nodeType}, this::asked);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 1_024})
    void shouldHoldTheNodesChainWhateverTheNodeDoes(int history) throws Exception {
        for (long seed = 1; seed <= 5; seed++) {
            random = new SplittableRandom(seed);
            blocks.clear();
            orphans.clear();
            made = 0;
            finalised = first;
            extend(10);
            Limits limits = Limits.builder().blockHistoryPerChain(history).build();
            try (Strait engine = Strait.open(StraitConfig.builder().limits(limits).build())) {
                AggregatorStore store = engine.aggregator();
                follow(store);
                for (int i = 0; i < ROUNDS; i++) {
                    change();
                    if (random.nextInt(10) == 0) {
                        follow(store);
                    }
                    lies = random.nextInt(10) == 0;
                    round();
                    lies = false;
                    if (random.nextInt(4) == 0) {
                        round();
                        round();
                        requireSame(store, "seed=" + seed + " round=" + i);
                    }
                }
            }
        }
    }

    @Test
    void shouldEndARoundWhenTheNodeErrsForEver() throws Exception {
        random = new SplittableRandom(1);
        extend(10);
        try (Strait engine = Strait.open(StraitConfig.builder().build())) {
            AggregatorStore store = engine.aggregator();
            follow(store);
            round();
            extend(2);
            lies = true;
            for (int i = 0; i < 10; i++) {
                round();
            }
            lies = false;
            round();
            round();
            requireSame(store, "after the errors");
        }
    }

    /** Deeper than the history that it would keep, and the new branch is final beyond the fork. */
    @Test
    void shouldKeepWhatWasFinalWhenANewFollowerMeetsADeepReorganisation() throws Exception {
        random = new SplittableRandom(1);
        int fork = 50;
        finalised = fork;
        extend(400);
        try (Strait engine = Strait.open(StraitConfig.builder().build())) {
            AggregatorStore store = engine.aggregator();
            follow(store);
            round();
            String done = blocks.get(fork - 1).hash();
            store.updateTaskStatus(done, TaskStatus.FAILED);
            blocks.subList(fork + 1, blocks.size()).clear();
            extend(500);
            finalised = 300;
            follow(store);
            round();
            assertEquals(TaskStatus.FAILED, store.getTaskRecord(done).orElseThrow().status());
            assertEquals(newest().number(), store.getLastProcessedBlock(CHAIN));
            assertEquals(blocks.size() - first - 1, store.listPendingTasks().size());
        }
    }

    /** Of slots some have no block: what follows names the block of an earlier one. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 1_024})
    void shouldHoldAChainThatLeavesOutNumbers(int history) throws Exception {
        leftOutPercent = 40;
        shouldHoldTheNodesChainWhateverTheNodeDoes(history);
    }

    /** After every delivery the node has the canonical chain of then. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 1_024})
    void shouldHoldTheCanonicalChainOfRealReorganisations(int history) throws Exception {
        first = 0;
        Limits limits = Limits.builder().blockHistoryPerChain(history).build();
        for (List<Delivery> deliveries : ReorgData.scenarios().values()) {
            List<List<Block>> chains = canonicalChains(deliveries);
            try (Strait engine = Strait.open(StraitConfig.builder().limits(limits).build())) {
                follow(engine.aggregator());
                for (int i = 0; i < chains.size(); i++) {
                    blocks.clear();
                    blocks.addAll(chains.get(i));
                    finalised = commonBlocks(chains.subList(i, chains.size())) - 1;
                    round();
                    round();
                    requireSame(engine.aggregator(), deliveries.get(i).toString());
                }
            }
        }
    }

    private static List<List<Block>> canonicalChains(List<Delivery> deliveries) {
        Map<String, Block> delivered = new HashMap<>();
        List<List<Block>> chains = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            delivered.put(delivery.hash(), delivery.on(CHAIN));
            LinkedList<Block> chain = new LinkedList<>();
            Block block = delivered.get(delivery.canonicalHeadAfter());
            for (; block != null; block = delivered.get(block.parentHash())) {
                chain.addFirst(block);
            }
            chains.add(chain);
        }
        return chains;
    }

    /** With how many blocks all of some chains begin. */
    private static int commonBlocks(List<List<Block>> chains) {
        Set<Block> common = new HashSet<>(chains.get(0));
        chains.forEach(common::retainAll);
        return common.size();
    }

    private void follow(AggregatorStore store) throws ReflectiveOperationException {
        var constructor =
                followerType.getDeclaredConstructor(AggregatorStore.class, Chain.class, nodeType);
        constructor.setAccessible(true);
        follower = constructor.newInstance(store, CHAIN, node);
    }

    private void round() throws Exception {
        try {
            catchUp.invoke(follower, (long) first);
        } catch (InvocationTargetException e) {
            throw new AssertionError("the follower failed", e.getCause());
        }
    }

    private void requireSame(AggregatorStore store, String when) {
        assertEquals(newest().number(), store.getLastProcessedBlock(CHAIN), when);
        List<Block> stored = store.listBlocks(CHAIN);
        assertTrue(!stored.isEmpty(), when);
        stored.forEach(block -> assertEquals(blocks.get((int) block.number()), block, when));
        List<String> expected = new ArrayList<>();
        for (Block block : blocks.subList(first, blocks.size())) {
            if (block != null) {
                expected.add(block.hash());
            }
        }
        List<String> found = store.listPendingTasks().stream().map(Task::id).sorted().toList();
        assertEquals(expected.stream().sorted().toList(), found, when);
        found.forEach(id -> assertTrue(!orphans.contains(id), when));
    }

    /** More blocks, or others: at the same height, fewer, or more. */
    private void change() {
        if (random.nextInt(3) > 0) {
            int newest = blocks.size() - 1;
            int kept = Math.max(finalised, newest - random.nextInt(random.nextInt(2) * 12 + 3));
            while (blocks.size() - 1 > kept) {
                Block orphan = blocks.remove(blocks.size() - 1);
                if (orphan != null) {
                    orphans.add(orphan.hash());
                }
            }
        }
        extend(random.nextInt(5));
        finalised = Math.max(finalised, blocks.size() - 1 - 20);
    }

    private void extend(int count) {
        for (int i = 0; i < count; i++) {
            int number = blocks.size();
            String parent = number == 0 ? "none" : newest().hash();
            // Not the first ones, so that there is always one.
            boolean isLeftOut = number > first && random.nextInt(100) < leftOutPercent;
            blocks.add(isLeftOut ? null : new Block(CHAIN, number, "block-" + made++, parent, 1));
        }
    }

    private Object asked(Object proxy, Method method, Object[] args) {
        return switch (method.getName()) {
            case "head" -> (long) blocks.size() - 1;
            case "block" -> block((int) (long) args[0]);
            case "finalised" -> newestUpTo(finalised).number();
            case "tasksIn" -> tasksIn((Block) args[0]);
            default -> throw new AssertionError(method);
        };
    }

    /** What is final the node tells right. */
    private Optional<Block> block(int number) {
        return lies && number > finalised && random.nextInt(2) == 0
                ? Optional.of(new Block(CHAIN, number, "lie-" + made++, "lie", 1))
                : Optional.ofNullable(blocks.get(number));
    }

    private Block newest() {
        return newestUpTo(blocks.size() - 1);
    }

    private Block newestUpTo(int newest) {
        int number = newest;
        while (blocks.get(number) == null) {
            number--;
        }
        return blocks.get(number);
    }

    private static List<Task> tasksIn(Block block) {
        return List.of(Task.builder(block.hash(), CHAIN.avs()).source(block).build());
    }

    private static Method method(Class<?> type, String name) {
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals(name)) {
                method.setAccessible(true);
                return method;
            }
        }
        throw new AssertionError(name);
    }
}

package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Snapshot;
import io.strait.api.StraitConfig;
import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.EngineClosedException;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.AggregatorWrite.UpdateTaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The writer uses again what old images were made of; nobody who reads, of a snapshot or of the
 * live state, can tell. Seen to fail when nodes that a snapshot holds are used again. (That live
 * reads look whether they were overtaken is what {@code NodeReuseStress} shows.)
 */
class NodeReuseTest {
    private static final int TASKS = 300;
    private static final int AVSS = 5;
    private static final int ROUNDS = 400;
    private static final int WRITES_A_ROUND = 100;
    private static final int HELD = 30;

    @Test
    void shouldLeaveHeldSnapshotsAsTheyWere() {
        long seed = Long.getLong("strait.seed", 20_261_123);
        Random random = new Random(seed);
        try (Strait engine = open()) {
            Churn churn = new Churn(engine, random);
            List<Held> held = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                churn.write(WRITES_A_ROUND);
                Held now = new Held(engine.snapshot(), "seed=" + seed + " round=" + round);
                if (held.size() < HELD) {
                    held.add(now);
                } else {
                    held.set(random.nextInt(HELD), now);
                }
                held.get(random.nextInt(held.size())).assertUnchanged();
            }
            held.forEach(Held::assertUnchanged);
        }
    }

    @Test
    void shouldFindWhatIsThereWhileNodesAreUsedAgain() {
        List<Task> there = IntStream.range(0, 50).mapToObj(i -> task("there-" + i)).toList();
        Caller<Void> reader;
        try (Strait engine = open()) {
            there.forEach(engine.aggregator()::saveTask);
            reader = Caller.start(() -> readUntilClosed(engine, there));
            Churn churn = new Churn(engine, new Random(7));
            for (int round = 0; round < ROUNDS && reader.isRunning(); round++) {
                churn.write(WRITES_A_ROUND);
            }
        }
        reader.thrown(EngineClosedException.class);
    }

    private static void readUntilClosed(Strait engine, List<Task> there) {
        while (true) {
            for (Task task : there) {
                assertEquals(task, engine.aggregator().getTask(task.id()).orElseThrow());
                assertTrue(engine.aggregator().getTask(task.id() + "-not").isEmpty());
            }
            assertTrue(engine.aggregator().countTasks(TaskStatus.PENDING) >= there.size());
        }
    }

    private static Strait open() {
        return Strait.open(StraitConfig.builder().name("node-reuse").build());
    }

    private static Task task(String id) {
        return Task.builder(id, avs(id.hashCode())).build();
    }

    private static Address avs(int number) {
        return Address.of("0xa" + Math.floorMod(number, AVSS));
    }

    /** Random writes at about the same number of tasks. */
    private static final class Churn {
        private final Strait engine;
        private final Random random;
        private final List<String> pending = new ArrayList<>();
        private int saved;

        Churn(Strait engine, Random random) {
            this.engine = engine;
            this.random = random;
        }

        void write(int count) {
            for (int i = 0; i < count; i++) {
                if (random.nextInt(2 * TASKS) >= pending.size()) {
                    String id = "task-" + saved++;
                    pending.add(id);
                    engine.submit(new SaveTask(task(id)));
                } else {
                    String id = pending.remove(random.nextInt(pending.size()));
                    if (random.nextBoolean()) {
                        engine.submit(new UpdateTaskStatus(id, TaskStatus.PROCESSING));
                    }
                    engine.submit(new DeleteTask(id));
                }
                if (random.nextInt(10) == 0) {
                    engine.barrier(); // batches of all sizes
                }
            }
            engine.barrier();
        }
    }

    /** A snapshot, and what could be read from it when it was taken. */
    private static final class Held {
        private final Snapshot snapshot;
        private final String taken;
        private final List<String> contents;

        Held(Snapshot snapshot, String taken) {
            this.snapshot = snapshot;
            this.taken = taken;
            this.contents = contents();
        }

        void assertUnchanged() {
            assertEquals(contents, contents(), taken);
        }

        private List<String> contents() {
            List<String> text = new ArrayList<>();
            for (TaskStatus status : TaskStatus.values()) {
                text.add(status + " " + snapshot.aggregator().countTasks(status));
                snapshot.aggregator().listTasks(status).forEach(each -> text.add(each.toString()));
            }
            for (Task task : snapshot.aggregator().listPendingTasks()) {
                assertEquals(task, snapshot.aggregator().getTask(task.id()).orElseThrow(), taken);
            }
            for (int i = 0; i < AVSS; i++) {
                text.add("avs " + i);
                snapshot.aggregator()
                        .listPendingTasksForAvs(avs(i))
                        .forEach(task -> text.add(task.id()));
            }
            return text;
        }
    }
}

package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.Limits;
import io.strait.api.Snapshot;
import io.strait.api.StraitConfig;
import io.strait.api.domain.Address;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.TaskDraft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Snapshots that are held stay as they were while the writer takes tasks through their whole life
 * and uses their memory again, time after time. Seen to fail when captured positions are not pinned
 * ({@code Publication.replace}), and when a cell's states are overwritten instead of added.
 */
class HeldSnapshotsTest {
    private static final long WAIT_NS = 5_000_000_000L;
    private static final int IDS = 300;
    private static final int WRITES = 40_000;

    private final List<Held> held = new ArrayList<>();
    private Strait strait;
    private Producer producer;
    private TaskDraft draft;
    private PackedId packed;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldStayAsTheyWere(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Limits limits = Limits.builder().maxFinishedTasks(40).build();
        try (Strait opened = Strait.open(StraitConfig.builder().limits(limits).build())) {
            strait = opened;
            producer = opened.exclusiveProducer();
            draft = opened.newTask().avs(opened.addressHandle(Address.of("0xb1")));
            packed = opened.newId();
            for (int i = 0; i < WRITES; i++) {
                write(random, i);
                if (random.nextInt(100) == 0) {
                    awaitAll();
                    Snapshot snapshot = opened.snapshot();
                    held.add(new Held(snapshot, contents(snapshot)));
                }
                if (held.size() > 30 || random.nextInt(500) == 0 && !held.isEmpty()) {
                    held.remove(random.nextInt(held.size())).check();
                }
                if (i % 10_000 == 0) {
                    System.gc(); // lets the writer have what the snapshots that are gone held
                }
            }
            held.forEach(Held::check);
        }
    }

    /** One write, by bytes or as an object; one that is refused changes nothing. */
    private void write(SplittableRandom random, int i) {
        String id = "t" + random.nextInt(IDS);
        TaskStatus status = TaskStatus.values()[1 + random.nextInt(3)];
        boolean typed = random.nextInt(20) == 0;
        switch (random.nextInt(8)) {
            case 0 -> {
                if (typed) {
                    refusable(() -> strait.aggregator().deleteTask(id));
                } else {
                    handedIn(producer.deleteTask(packed.set(id)));
                }
            }
            case 1, 2, 3 -> {
                byte[] payload = new byte[random.nextInt(200)];
                random.nextBytes(payload);
                if (typed) {
                    Task task =
                            Task.builder(id, Address.of("0xa" + i % 3))
                                    .payload(Bytes.copyOf(payload))
                                    .sourceBlockNumber(i % 7)
                                    .version(i)
                                    .build();
                    refusable(() -> strait.aggregator().saveTask(task));
                } else {
                    draft.id(packed.set(id)).payload(payload, 0, payload.length).version(i);
                    handedIn(producer.saveTask(draft.sourceBlockNumber(i % 5)));
                }
            }
            case 4 -> refusable(() -> strait.aggregator().requeueExpiredLeases(Long.MAX_VALUE - 1));
            case 5 ->
                    refusable(
                            () ->
                                    strait.aggregator()
                                            .claimNextTask(
                                                    Address.of("0xb1"), Duration.ofMillis(1)));
            default -> {
                if (typed) {
                    refusable(() -> strait.aggregator().updateTaskStatus(id, status));
                } else {
                    handedIn(producer.updateTaskStatus(packed.set(id), status));
                }
            }
        }
    }

    private void handedIn(long ticket) {
        if (ticket < 0) {
            assertEquals(0, producer.awaitRoom(WAIT_NS));
        }
    }

    private void awaitAll() {
        strait.barrier();
    }

    private static void refusable(Runnable write) {
        try {
            write.run();
        } catch (io.strait.api.error.RefusedException refused) {
            // as if it had not been made
        }
    }

    private static List<TaskRecord> contents(Snapshot snapshot) {
        List<TaskRecord> contents = new ArrayList<>();
        for (TaskStatus status : TaskStatus.values()) {
            List<TaskRecord> listed = snapshot.aggregator().listTasks(status);
            assertEquals(listed.size(), snapshot.aggregator().countTasks(status));
            contents.addAll(listed);
        }
        for (TaskRecord one : contents) {
            assertEquals(one, snapshot.aggregator().getTaskRecord(one.id()).orElseThrow());
        }
        return contents;
    }

    /** A snapshot, and a copy of what it told at first. */
    private record Held(Snapshot snapshot, List<TaskRecord> contents) {
        void check() {
            assertEquals(contents, contents(snapshot));
        }

        private static List<TaskRecord> contents(Snapshot of) {
            return HeldSnapshotsTest.contents(of);
        }
    }
}

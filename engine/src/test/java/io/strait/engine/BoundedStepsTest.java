package io.strait.engine;

import static io.strait.api.AggregatorStore.MAX_REQUEUED_PER_STEP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Limits;
import io.strait.api.StraitConfig;
import io.strait.api.Ticket;
import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.TaskDraft;
import io.strait.api.write.AggregatorWrite.ClaimNextTask;
import io.strait.api.write.AggregatorWrite.RequeueExpiredLeases;
import io.strait.engine.bytes.TestKeys;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What there may be very much of is done in steps, between which others have their turn. Seen to
 * fail when a step takes back all.
 */
class BoundedStepsTest {
    private static final Address AVS = Address.of("0xa1");
    private static final long LEASE_MS = 1_000;
    private static final int MANY = 200_000;
    private static final long MOST_CPU_NS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Producer producer;
    private TaskDraft draft;
    private PackedId id;

    @Test
    void shouldTakeBackAllInStepsOfItsOwn() {
        int count = 2 * MAX_REQUEUED_PER_STEP + 500;
        List<Integer> steps = Collections.synchronizedList(new ArrayList<>());
        StraitConfig config =
                StraitConfig.builder()
                        .clock(InstantSource.fixed(Instant.EPOCH))
                        .changeListener(
                                change -> {
                                    if (change.write() instanceof RequeueExpiredLeases) {
                                        steps.add(((List<?>) change.result()).size());
                                    }
                                })
                        .build();
        List<TaskRecord> requeued;
        try (Strait engine = Strait.open(config)) {
            for (int i = 0; i < count; i++) {
                engine.aggregator().saveTask(Task.builder("t" + i, AVS).build());
                engine.aggregator().claimNextTask(AVS, LEASE_MS);
            }
            requeued = engine.aggregator().requeueExpiredLeases(LEASE_MS + 1);
            assertEquals(count, engine.aggregator().countTasks(TaskStatus.PENDING));
        }
        assertEquals(List.of(MAX_REQUEUED_PER_STEP, MAX_REQUEUED_PER_STEP, 500), steps);
        assertEquals(count, requeued.size());
        for (int i = 0; i < count; i++) {
            assertEquals("t" + i, requeued.get(i).id());
            assertEquals(TaskStatus.PENDING, requeued.get(i).status());
        }
    }

    /** By the writer's processor time, which others' load does not change. */
    @Test
    void shouldKeepNobodyWaitingForLong() {
        Limits limits = Limits.builder().maxTasks(MANY).build();
        try (DrivenEngine driven =
                new DrivenEngine(StraitConfig.builder().limits(limits), TestKeys.STANDARD, false)) {
            saveAndClaim(driven);
            int slow = 0;
            int requeued = MAX_REQUEUED_PER_STEP;
            int steps = 0;
            for (; requeued == MAX_REQUEUED_PER_STEP; steps++) {
                Ticket<List<TaskRecord>> ticket =
                        driven.submit(
                                new RequeueExpiredLeases(LEASE_MS + 1, MAX_REQUEUED_PER_STEP), 1);
                long startNs = THREADS.getCurrentThreadCpuTime();
                driven.runWriter();
                slow += THREADS.getCurrentThreadCpuTime() - startNs > MOST_CPU_NS ? 1 : 0;
                requeued = ticket.await().size();
            }
            int most = steps / 20; // such as those that are compiled meanwhile
            int count = slow;
            assertTrue(count <= most, () -> count + " steps were slow");
            assertEquals(MANY / MAX_REQUEUED_PER_STEP + 1, steps);
            assertEquals(MANY, driven.strait().aggregator().countTasks(TaskStatus.PENDING));
        }
    }

    private void saveAndClaim(DrivenEngine driven) {
        Strait strait = driven.strait();
        producer = strait.exclusiveProducer();
        draft = strait.newTask().avs(strait.addressHandle(AVS));
        id = strait.newId();
        for (int i = 0; i < MANY; i++) {
            draft.id(id.set("t" + i));
            while (producer.saveTask(draft) < 0) {
                driven.runWriter();
            }
        }
        driven.runWriter();
        for (int i = 0; i < MANY; i++) {
            driven.submit(new ClaimNextTask(AVS, LEASE_MS), 1);
            if (i % 64 == 0) {
                driven.runWriter();
            }
        }
        driven.runWriter();
    }
}

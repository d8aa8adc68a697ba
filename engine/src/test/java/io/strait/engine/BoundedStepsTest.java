package io.strait.engine;

import static io.strait.api.AggregatorStore.MAX_REQUEUED_PER_STEP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Limits;
import io.strait.api.StraitConfig;
import io.strait.api.Ticket;
import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.TaskDraft;
import io.strait.api.write.AggregatorWrite.ClaimNextTask;
import io.strait.api.write.AggregatorWrite.RequeueExpiredLeases;
import io.strait.api.write.AggregatorWrite.SetLastProcessedBlock;
import io.strait.engine.bytes.TestKeys;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final Chain BYSTANDERS = Chain.of("0xb1", 1);
    private static final int MANY = 100_000;
    private static final int ROUNDS = 3;
    private static final long MOST_WAIT_NS = TimeUnit.MILLISECONDS.toNanos(10);
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

    /**
     * What of the writer's work comes between a bystander's write and its outcome, when a step was
     * handed in right before: by its processor time, which the machine's other load does not
     * change.
     */
    @Test
    void shouldKeepNoBystanderWaitingForLong() {
        long[] shortest = new long[MANY / MAX_REQUEUED_PER_STEP];
        Arrays.fill(shortest, Long.MAX_VALUE);
        for (int i = 0; i < ROUNDS; i++) {
            try (DrivenEngine driven = open()) {
                saveAndClaim(driven);
                for (int step = 0; step < shortest.length; step++) {
                    shortest[step] = Math.min(shortest[step], waitBehindStepNs(driven, step));
                }
                assertEquals(MANY, driven.strait().aggregator().countTasks(TaskStatus.PENDING));
            }
        }
        long longest = Arrays.stream(shortest).max().orElseThrow();
        assertTrue(longest < MOST_WAIT_NS, () -> "longest wait: " + longest + " ns");
    }

    private static long waitBehindStepNs(DrivenEngine driven, int step) {
        Ticket<List<TaskRecord>> requeued =
                driven.submit(new RequeueExpiredLeases(LEASE_MS + 1, MAX_REQUEUED_PER_STEP), 1);
        long startNs = THREADS.getCurrentThreadCpuTime();
        Ticket<Void> bystanders = driven.submit(new SetLastProcessedBlock(BYSTANDERS, step), 1);
        while (!bystanders.isDone()) {
            driven.runWriter();
        }
        long ns = THREADS.getCurrentThreadCpuTime() - startNs;
        bystanders.await();
        assertEquals(MAX_REQUEUED_PER_STEP, requeued.await().size());
        return ns;
    }

    private static DrivenEngine open() {
        Limits limits = Limits.builder().maxTasks(MANY).build();
        return new DrivenEngine(StraitConfig.builder().limits(limits), TestKeys.STANDARD, false);
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

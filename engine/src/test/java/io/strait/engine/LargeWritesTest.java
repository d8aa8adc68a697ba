package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.strait.api.Limits;
import io.strait.api.StraitConfig;
import io.strait.api.Ticket;
import io.strait.api.domain.Block;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.BackPressureException;
import io.strait.api.error.ResultCode;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.engine.bytes.TestKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Typed writes that are far larger than the lane that they go through: it holds two, whatever their
 * size. Seen to fail when a large write's words are looked for in the ring.
 */
class LargeWritesTest {
    private static final Chain CHAIN = Chain.of("0xab", 1);
    private static final int LANE_CAPACITY = 2;
    private static final int TASKS = 300;
    private static final int MOST_PAYLOAD = 50_000;

    private final SplittableRandom random = new SplittableRandom(3);
    private final Limits limits =
            Limits.builder().maxTasksPerCommit(TASKS).maxPayloadBytes(MOST_PAYLOAD).build();

    @Test
    void shouldCommitHundredsOfLargeTasks() {
        StraitConfig config =
                StraitConfig.builder().limits(limits).laneCapacity(LANE_CAPACITY).build();
        try (Strait strait = Strait.open(config)) {
            List<Task> expected = new ArrayList<>();
            for (int number = 1; number <= 3; number++) {
                CommitBlock commit = commit(number);
                strait.aggregator().execute(commit);
                expected.addAll(commit.tasks());
                assertEquals(expected, strait.aggregator().listPendingTasks());
                assertEquals(number, strait.aggregator().getLastProcessedBlock(CHAIN));
            }
        }
    }

    @Test
    void shouldHoldSoManyOfThem() {
        try (DrivenEngine driven =
                new DrivenEngine(
                        StraitConfig.builder().limits(limits).laneCapacity(LANE_CAPACITY),
                        TestKeys.STANDARD)) {
            for (int number = 1; number < 9; number += LANE_CAPACITY) {
                Ticket<?> first = driven.submit(commit(number), number);
                Ticket<?> second = driven.submit(commit(number + 1), number);
                CommitBlock third = commit(number + 2);
                assertThrows(BackPressureException.class, () -> driven.submit(third, 1));
                driven.runWriter();
                assertEquals(ResultCode.OK, first.code());
                assertEquals(ResultCode.OK, second.code());
                assertEquals(
                        (number + 1) * TASKS,
                        driven.strait().aggregator().countTasks(TaskStatus.PENDING));
            }
        }
    }

    private CommitBlock commit(long number) {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            byte[] payload = new byte[random.nextInt(MOST_PAYLOAD + 1)];
            random.nextBytes(payload);
            tasks.add(
                    Task.builder(number + "-" + i, CHAIN.avs())
                            .chainId(CHAIN.chainId())
                            .sourceBlockNumber(number)
                            .payload(Bytes.copyOf(payload))
                            .build());
        }
        String parent = "0x" + (number - 1);
        return new CommitBlock(new Block(CHAIN, number, "0x" + number, parent, number), tasks, 0);
    }
}

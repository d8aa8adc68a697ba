package io.strait.bench.contestant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.WaitPreset;
import io.strait.api.domain.Block;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.AlreadyExistsException;
import io.strait.api.error.NotFoundException;
import io.strait.conformance.Samples;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the published suites cannot say of contestants. */
class ContestantTest {
    private static final ContestantConfig CONFIG =
            ContestantConfig.DEFAULT.withWaitPreset(WaitPreset.BALANCED);

    @ParameterizedTest
    @EnumSource
    void shouldBeFoundByItsLabel(ContestantKind kind) {
        assertEquals(kind, ContestantKind.ofLabel(kind.label()));
        assertTrue(kind.label().matches("[a-z]+(-[a-z]+)*"), kind.label());
        assertTrue(kind.description().endsWith("."), kind.description());
        assertEquals(kind == ContestantKind.STRAIT_SYNC, kind.notes().isEmpty());
    }

    @Test
    void shouldRefuseAnUnknownLabelWithTheChoices() {
        IllegalArgumentException unknown =
                assertThrows(
                        IllegalArgumentException.class, () -> ContestantKind.ofLabel("Locked"));
        List<String> labels =
                Arrays.stream(ContestantKind.values()).map(ContestantKind::label).toList();
        assertEquals("label=Locked is none of: " + String.join(", ", labels), unknown.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowEverythingOnceDrained(ContestantKind kind) {
        int writes = 3 * TicketRing.CAPACITY + 7;
        try (Contestant contestant = kind.open(CONFIG.withExpectedTasks(writes))) {
            for (int round = 1; round <= 2; round++) {
                for (int i = 0; i < writes; i++) {
                    contestant.saveTask(Samples.task(round + "-" + i));
                }
                contestant.drain();
                assertEquals(round * writes, contestant.listPendingTasks().size());
            }
            contestant.drain();
        }
    }

    @Test
    void shouldTellOfARefusalOnceAndWhereverItWas() {
        int farBack = 2 * TicketRing.CAPACITY; // its slot was used again since
        for (int writesAfter : new int[] {0, 1, TicketRing.CAPACITY - 1, farBack}) {
            try (Contestant contestant = ContestantKind.STRAIT_ASYNC.open(CONFIG)) {
                contestant.saveTask(Samples.task("t"));
                contestant.saveTask(Samples.task("t"));
                contestant.deleteTask("none");
                for (int i = 0; i < writesAfter; i++) {
                    contestant.setLastProcessedBlock(Samples.CHAIN, i);
                }
                assertThrows(AlreadyExistsException.class, contestant::drain);
                assertEquals(writesAfter - 1, contestant.getLastProcessedBlock(Samples.CHAIN));
                contestant.drain();
                contestant.deleteTask("none");
                assertThrows(NotFoundException.class, contestant::drain);
            }
        }
    }

    @Test
    void shouldNotTellAThreadOfAnothersRefusals() throws Exception {
        try (Contestant contestant = ContestantKind.STRAIT_ASYNC.open(CONFIG)) {
            contestant.deleteTask("none");
            Thread other = new Thread(contestant::drain);
            boolean[] failed = {false};
            other.setUncaughtExceptionHandler((thread, thrown) -> failed[0] = true);
            other.start();
            other.join();
            assertFalse(failed[0]);
            assertThrows(NotFoundException.class, contestant::drain);
        }
    }

    /** Far more numbers than fit under way at once. */
    @ParameterizedTest
    @EnumSource
    void shouldFollowAChain(ContestantKind kind) {
        try (Contestant contestant = kind.open(CONFIG);
                ChainFollower follower = contestant.follow(Samples.CHAIN)) {
            for (int i = 0; i < 20_000; i++) {
                follower.setLastProcessedBlock(i);
            }
            follower.drain();
            assertEquals(19_999, contestant.getLastProcessedBlock(Samples.CHAIN));
            assertThrows(
                    RuntimeException.class,
                    () -> {
                        follower.setLastProcessedBlock(5);
                        follower.drain();
                    });
        }
    }

    /** Seen to fail when only the last update is looked at. */
    @ParameterizedTest
    @EnumSource(names = {"STRAIT_ASYNC", "STRAIT_SHARED", "STRAIT_EXCLUSIVE"})
    void shouldTellOfARefusedBlockUpdateOnceAndWhereverItWas(ContestantKind kind) {
        int capacity =
                kind == ContestantKind.STRAIT_ASYNC ? TicketRing.CAPACITY : Engines.LANE_CAPACITY;
        for (int updatesAfter : new int[] {0, 1, capacity - 1, capacity, 3 * capacity}) {
            try (Contestant contestant = kind.open(CONFIG);
                    ChainFollower follower = contestant.follow(Samples.CHAIN)) {
                follower.setLastProcessedBlock(10);
                follower.setLastProcessedBlock(5);
                for (int i = 1; i <= updatesAfter; i++) {
                    follower.setLastProcessedBlock(10 + i);
                }
                assertThrows(RuntimeException.class, follower::drain);
                assertEquals(10 + updatesAfter, contestant.getLastProcessedBlock(Samples.CHAIN));
                follower.drain();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldPruneAndMoveOnTogether(ContestantKind kind) {
        try (Contestant contestant = kind.open(CONFIG)) {
            for (long number = 1; number <= 10; number++) {
                Block block = Samples.block(number);
                List<Task> tasks = List.of(Samples.taskIn(block, "t" + number));
                contestant.commitBlock(block, tasks, Math.max(0, number - 3));
            }
            contestant.updateTaskStatus("t3", TaskStatus.PROCESSING);
            contestant.drain();
            assertEquals(10, contestant.getLastProcessedBlock(Samples.CHAIN));
            assertEquals(null, contestant.getBlock(Samples.CHAIN, 6));
            assertEquals(Samples.block(7), contestant.getBlock(Samples.CHAIN, 7));
            assertEquals(9, contestant.listPendingTasks().size());
        }
    }
}

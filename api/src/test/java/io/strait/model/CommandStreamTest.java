package io.strait.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Limits;
import io.strait.api.domain.Bytes;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.ExecutorWrite.FinishTask;
import io.strait.api.write.Write;
import io.strait.api.write.WriteType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandStreamTest {
    private static final int COUNT = 20_000;

    @Test
    void shouldReplayFromItsSeed() {
        CommandStream first = new CommandStream(7);
        CommandStream second = new CommandStream(7);
        for (int i = 0; i < COUNT; i++) {
            assertEquals(first.nextTimeMs(), second.nextTimeMs());
            assertEquals(first.nextWrite(), second.nextWrite());
        }
    }

    @Test
    void shouldDifferFromSeedToSeed() {
        assertNotEquals(writes(7, 100), writes(8, 100));
    }

    /**
     * Computed on JDK 17: a seed that is printed anywhere must lead to the same place everywhere.
     */
    @Test
    void shouldBeTheSameOnEveryJvm() {
        CommandStream stream = new CommandStream(42);
        long digest = 0;
        for (int i = 0; i < COUNT; i++) {
            digest = digest * 31 + stream.nextTimeMs();
            digest = digest * 31 + stream.nextWrite().type().code();
        }
        assertEquals(-2872308003090191235L, digest);
    }

    @Test
    void shouldTellHowToGetTheLastWriteAgain() {
        CommandStream stream = new CommandStream(7);
        for (int i = 0; i < 5; i++) {
            stream.nextWrite();
        }
        assertTrue(stream.toString().startsWith("CommandStream[seed=7, writeCount=5, mood="));
    }

    /** None is rarer than a tenth of its even share. */
    @Test
    void shouldHaveAllTypesOfWritesOftenEnough() {
        Map<WriteType, Integer> counts = new EnumMap<>(WriteType.class);
        for (Write<?> write : writes(7, 10 * COUNT)) {
            counts.merge(write.type(), 1, Integer::sum);
        }
        for (WriteType type : WriteType.values()) {
            int count = counts.getOrDefault(type, 0);
            assertTrue(count > COUNT / WriteType.values().length, type + ": " + count);
        }
    }

    /**
     * What the state does not judge is for the engine to refuse: no write of a stream asks for it.
     */
    @Test
    void shouldKeepArgumentsWithinTheTightLimits() {
        Limits limits = CommandStream.tightLimits();
        for (Write<?> write : writes(7, COUNT)) {
            if (write instanceof SaveTask save) {
                assertFits(limits, save.task().payload());
            } else if (write instanceof FinishTask finish) {
                assertFits(limits, finish.result());
            } else if (write instanceof CommitBlock commit) {
                assertTrue(commit.tasks().size() <= limits.maxTasksPerCommit());
                commit.tasks().forEach(task -> assertFits(limits, task.payload()));
            }
        }
    }

    @Test
    void shouldMoveTimeForwardBackwardAndNotAtAll() {
        CommandStream stream = new CommandStream(7);
        int equal = 0;
        int backward = 0;
        int leaps = 0;
        int leapsBack = 0;
        long lastMs = stream.nextTimeMs();
        for (int i = 0; i < COUNT; i++) {
            long timeMs = stream.nextTimeMs();
            long stepMs = timeMs - lastMs;
            assertTrue(stepMs >= -50 || stepMs <= -3_500_000, "steps back a little, or leaps");
            equal += stepMs == 0 ? 1 : 0;
            backward += stepMs < 0 && stepMs >= -50 ? 1 : 0;
            leaps += stepMs >= 700 ? 1 : 0;
            leapsBack += stepMs <= -3_500_000 ? 1 : 0;
            lastMs = timeMs;
        }
        assertTrue(equal > COUNT / 10 && equal < COUNT / 2);
        assertTrue(backward > COUNT / 50 && backward < COUNT / 5);
        assertTrue(leaps > COUNT / 1_000 && leaps < COUNT / 50);
        assertTrue(leapsBack > COUNT / 1_000 && leapsBack < COUNT / 50);
    }

    private static List<Write<?>> writes(long seed, int count) {
        CommandStream stream = new CommandStream(seed);
        List<Write<?>> writes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            stream.nextTimeMs();
            writes.add(stream.nextWrite());
        }
        return writes;
    }

    private static void assertFits(Limits limits, Bytes payload) {
        assertTrue(payload.length() <= limits.maxPayloadBytes());
    }
}

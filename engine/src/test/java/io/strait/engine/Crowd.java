package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Snapshot;
import io.strait.api.error.EngineFailedException;
import java.util.ArrayList;
import java.util.List;

/**
 * Many writers at once, each with an effect of its own: more of them than the lane has room for.
 */
final class Crowd {
    private final List<CrowdMember> members = new ArrayList<>();
    private final List<Caller<Void>> callers = new ArrayList<>();

    private Crowd() {}

    static Crowd start(Strait engine, int size) {
        Crowd crowd = new Crowd();
        for (int number = 0; number < size; number++) {
            CrowdMember member = CrowdMember.of(engine, number);
            crowd.members.add(member);
            crowd.callers.add(Caller.start(member.write()));
        }
        return crowd;
    }

    /** Waits until the lane is full and somebody waits for room. */
    void awaitBlocked(Strait engine) {
        Trials.await("lane full", () -> engine.counters().backPressured() > 0);
    }

    /**
     * Makes sure that everybody is released, that whoever is told of success finds the effect, and
     * that whoever is told of the failure does not.
     */
    void assertToldTheTruth(Strait engine, boolean somePublished, Throwable fault) {
        int successes = 0;
        for (Caller<Void> caller : callers) {
            if (caller.thrown() == null) {
                successes++;
            } else {
                assertSame(fault, caller.thrown(EngineFailedException.class).getCause());
            }
        }
        assertVisibleIffTold(engine.snapshot());
        if (somePublished) {
            assertTrue(successes > 0, "the batch was published, and nobody was told");
        } else {
            assertEquals(0, successes, "told of success before publication");
        }
    }

    void assertVisibleIffTold(Snapshot last) {
        for (int i = 0; i < members.size(); i++) {
            int number = i;
            if (callers.get(i).thrown() == null) {
                assertTrue(members.get(i).isVisibleIn(last), () -> "lost: " + number);
            } else {
                assertFalse(members.get(i).isVisibleIn(last), () -> "kept: " + number);
            }
        }
    }

    List<Caller<Void>> callers() {
        return callers;
    }
}

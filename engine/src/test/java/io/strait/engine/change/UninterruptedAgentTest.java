package io.strait.engine.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.AgentTerminationException;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.NoOpIdleStrategy;
import org.agrona.concurrent.YieldingIdleStrategy;
import org.junit.jupiter.api.Test;

/**
 * An interrupt at any moment does not end an agent that has nothing to do. Seen to fail when the
 * agent says that it has not worked.
 */
class UninterruptedAgentTest {
    private static final int ROUNDS = 1_000;

    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void shouldSurviveAnInterruptAtAnyMoment() throws InterruptedException {
        Agent agent = new UninterruptedAgent(new Sleeper(), YieldingIdleStrategy.INSTANCE);
        AgentRunner runner = new AgentRunner(NoOpIdleStrategy.INSTANCE, failure -> {}, null, agent);
        Thread thread = new Thread(runner);
        thread.start();
        while (rounds.get() < ROUNDS && thread.isAlive()) {
            thread.interrupt();
        }
        thread.join();
        assertEquals(ROUNDS, rounds.get());
        assertTrue(runner.isClosed());
    }

    @Test
    void shouldIdleOnlyWithoutWork() throws Exception {
        AtomicInteger idled = new AtomicInteger();
        IdleStrategy idleStrategy = new CountingIdleStrategy(idled);
        assertEquals(3, new UninterruptedAgent(new Worker(3), idleStrategy).doWork());
        assertEquals(0, idled.get());
        Thread.currentThread().interrupt();
        assertEquals(1, new UninterruptedAgent(new Worker(0), idleStrategy).doWork());
        assertEquals(1, idled.get());
        assertFalse(Thread.interrupted());
    }

    /** Never has work, and ends after a number of rounds. */
    private final class Sleeper implements Agent {
        @Override
        public int doWork() {
            if (rounds.incrementAndGet() == ROUNDS) {
                throw new AgentTerminationException();
            }
            return 0;
        }

        @Override
        public String roleName() {
            return "sleeper";
        }
    }

    private record Worker(int workCount) implements Agent {
        @Override
        public int doWork() {
            return workCount;
        }

        @Override
        public String roleName() {
            return "worker";
        }
    }

    private record CountingIdleStrategy(AtomicInteger idled) implements IdleStrategy {
        @Override
        public void idle(int workCount) {
            if (workCount <= 0) {
                idle();
            }
        }

        @Override
        public void idle() {
            idled.incrementAndGet();
        }

        @Override
        public void reset() {}
    }
}

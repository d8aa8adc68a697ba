package io.strait.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;

import io.strait.api.AggregatorStore;
import io.strait.api.ExecutorStore;
import io.strait.api.Limits;
import io.strait.api.LimitsBuilder;
import io.strait.api.Snapshot;
import io.strait.api.StateEngine;
import io.strait.api.StraitConfig;
import io.strait.api.StraitConfigBuilder;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.EngineClosedException;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.error.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

/**
 * What all suites share: an engine under a settable clock, opened before each test and closed after
 * it, and the assertions on refusals. No call hangs, so no test does.
 */
@Timeout(60)
public abstract class Conformance {
    /** The clock of every engine that this test opens. */
    protected final SettableClock clock = new SettableClock(Samples.T0);

    /** The engine under test. */
    protected StateEngine engine;

    /** Its aggregator's store. */
    protected AggregatorStore aggregator;

    /** Its executor's store. */
    protected ExecutorStore executor;

    private final List<StateEngine> opened = new ArrayList<>();

    /**
     * Opens a new, empty engine of the implementation under test.
     *
     * @param config its configuration
     * @return the engine
     */
    protected abstract StateEngine open(StraitConfig config);

    @BeforeEach
    final void openEngine() {
        use(config -> config);
    }

    @AfterEach
    final void compareAndCloseEngines() {
        assertLiveAndSnapshotAgree();
        opened.forEach(StateEngine::close);
    }

    /** Goes on with a new engine that differs from the default as told. */
    protected final void use(UnaryOperator<StraitConfigBuilder> change) {
        engine = openAnother(change);
        aggregator = engine.aggregator();
        executor = engine.executor();
    }

    /** Goes on with a new engine whose limits differ from the default as told. */
    protected final void useLimits(UnaryOperator<LimitsBuilder> change) {
        Limits limits = change.apply(Limits.builder()).build();
        use(config -> config.limits(limits));
    }

    /** Opens one more engine beside the one under test. */
    protected final StateEngine openAnother(UnaryOperator<StraitConfigBuilder> change) {
        StraitConfigBuilder config = StraitConfig.builder().name("conformance").clock(clock);
        StateEngine another = open(change.apply(config).build());
        opened.add(another);
        return another;
    }

    /** Saves a task and takes it to a status. */
    protected final void saveIn(TaskStatus status, Task task) {
        aggregator.saveTask(task);
        if (status != TaskStatus.PENDING) {
            aggregator.updateTaskStatus(task.id(), TaskStatus.PROCESSING);
        }
        if (status.isFinal()) {
            aggregator.updateTaskStatus(task.id(), status);
        }
    }

    /**
     * Asserts that the state refuses a write in this way, that it is counted, and nothing is
     * changed.
     */
    protected final <E extends RefusedException> E assertRefused(Class<E> type, Executable write) {
        Snapshot before = engine.snapshot();
        long refusedBefore = engine.counters().refused();
        E refusal = assertThrowsExactly(type, write);
        assertUnchangedSince(before);
        assertEquals(refusedBefore + 1, engine.counters().refused(), "counters().refused()");
        return refusal;
    }

    /** Asserts that a call is refused for this argument, takes no position, and changes nothing. */
    protected final void assertInvalid(String argumentName, Executable call) {
        Snapshot before = engine.snapshot();
        InvalidArgumentException invalid =
                assertThrowsExactly(InvalidArgumentException.class, call);
        assertEquals(argumentName, invalid.name());
        assertUnchangedSince(before);
        assertEquals(before.position(), engine.snapshot().position(), "position");
    }

    /** Asserts that a call does nothing. */
    protected final void assertChangesNothing(Executable call) throws Throwable {
        Snapshot before = engine.snapshot();
        call.execute();
        assertUnchangedSince(before);
    }

    /** Asserts that the live views tell what they told when a snapshot was taken. */
    protected final void assertUnchangedSince(Snapshot before) {
        Views.assertAgree(before.aggregator(), aggregator);
        Views.assertAgree(before.executor(), executor);
        Views.assertAgree(before, engine.snapshot());
    }

    /** Asserts that the live views and a new snapshot tell the same. */
    protected final void assertLiveAndSnapshotAgree() {
        Snapshot snapshot;
        try {
            snapshot = engine.snapshot();
        } catch (EngineClosedException closed) {
            return; // the test closed it
        }
        assertUnchangedSince(snapshot);
    }
}

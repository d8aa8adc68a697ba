package io.strait.conformance;

import static io.strait.conformance.Samples.AVS;
import static io.strait.conformance.Samples.inflight;
import static io.strait.conformance.Samples.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.domain.Address;
import io.strait.api.domain.InflightTask;
import io.strait.api.error.AlreadyExistsException;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.NotFoundException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tasks in flight. */
public abstract class ExecutorInflightTaskConformance extends Conformance {

    @Test
    void shouldSaveAndGetATaskInFlight() {
        InflightTask task =
                new InflightTask(
                        "t",
                        AVS,
                        Address.NONE,
                        Address.of("0xAGG"),
                        0xFFFF_FFFFL,
                        Long.MAX_VALUE,
                        "");
        assertEquals(Optional.empty(), executor.getInflightTask("t"));
        executor.saveInflightTask(task);
        assertEquals(Optional.of(task), executor.getInflightTask("t"));
        assertEquals(List.of(task), executor.listInflightTasks());
    }

    @Test
    void shouldListTasksInFlightInTheOrderInWhichTheyWereSaved() {
        save("c", "a", "b");
        executor.deleteInflightTask("c");
        save("c");
        assertEquals(
                List.of(inflight("a"), inflight("b"), inflight("c")), executor.listInflightTasks());
    }

    @Test
    void shouldRejectATaskThatIsInFlightAlready() {
        save("a");
        InflightTask again = new InflightTask("a", AVS, AVS, AVS, 1, 1, "again");
        AlreadyExistsException refusal =
                assertRefused(AlreadyExistsException.class, () -> executor.saveInflightTask(again));
        assertEquals("a", refusal.id());
        assertEquals("taskId=a exists already", refusal.getMessage());
    }

    @Test
    void shouldRejectMoreTasksInFlightThanTheLimit() {
        useLimits(limits -> limits.maxInflightTasks(2));
        save("a", "b");
        CapacityExceededException refusal =
                assertRefused(
                        CapacityExceededException.class,
                        () -> executor.saveInflightTask(inflight("c")));
        assertEquals("maxInflightTasks", refusal.limit());
        assertEquals(2, refusal.value());
        assertRefused(AlreadyExistsException.class, () -> executor.saveInflightTask(inflight("a")));
        executor.deleteInflightTask("a");
        save("c");
        assertEquals(List.of(inflight("b"), inflight("c")), executor.listInflightTasks());
    }

    @Test
    void shouldRejectDeletingATaskThatIsNotInFlight() {
        save("a");
        executor.deleteInflightTask("a");
        assertEquals(Optional.empty(), executor.getInflightTask("a"));
        NotFoundException refusal =
                assertRefused(NotFoundException.class, () -> executor.deleteInflightTask("a"));
        assertEquals("a", refusal.id());
        assertEquals("taskId=a does not exist", refusal.getMessage());
    }

    @Test
    void shouldKeepTheSameIdApartInEveryKindOfTask() {
        aggregator.saveTask(task("t"));
        executor.beginTask("t");
        assertEquals(Optional.empty(), executor.getInflightTask("t"));
        save("t");
        executor.abandonTask("t");
        aggregator.deleteTask("t");
        assertEquals(Optional.of(inflight("t")), executor.getInflightTask("t"));
    }

    private void save(String... ids) {
        for (String id : ids) {
            executor.saveInflightTask(inflight(id));
        }
    }
}

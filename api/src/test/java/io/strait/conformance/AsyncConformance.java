package io.strait.conformance;

import static io.strait.conformance.Samples.AVS;
import static io.strait.conformance.Samples.CHAIN;
import static io.strait.conformance.Samples.T0;
import static io.strait.conformance.Samples.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.BackPressure;
import io.strait.api.Ticket;
import io.strait.api.WriteOptions;
import io.strait.api.domain.TaskBegin;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.AlreadyExistsException;
import io.strait.api.error.ResultCode;
import io.strait.api.write.AggregatorWrite.ClaimNextTask;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.AggregatorWrite.SetLastProcessedBlock;
import io.strait.api.write.AggregatorWrite.UpdateTaskStatus;
import io.strait.api.write.ExecutorWrite.BeginTask;
import io.strait.api.write.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Submitting, awaiting, tickets, positions and the read barrier. */
public abstract class AsyncConformance extends Conformance {

    @Test
    void shouldShowAWriteOnceItsTicketIsAwaited() {
        Ticket<Void> ticket = engine.submit(new SaveTask(task("t")));
        assertNull(engine.await(ticket));
        assertTrue(ticket.isDone());
        assertEquals(ResultCode.OK, ticket.code());
        assertEquals(1, ticket.position());
        assertEquals(Optional.of(task("t")), aggregator.getTask("t"));
        assertEquals(Optional.of(task("t")), engine.snapshot().aggregator().getTask("t"));
    }

    @Test
    void shouldReturnWhatTheWriteReturns() {
        engine.submit(new SaveTask(task("t")));
        Ticket<Optional<TaskRecord>> claim = engine.submit(new ClaimNextTask(AVS, T0 + 1));
        Ticket<TaskRecord> update = engine.submit(new UpdateTaskStatus("t", TaskStatus.COMPLETED));
        Ticket<TaskBegin> begin = engine.submit(new BeginTask("t"));
        assertEquals(T0 + 1, claim.await().orElseThrow().leaseUntilMs());
        assertEquals(TaskStatus.COMPLETED, engine.await(update).status());
        assertEquals(TaskBegin.FIRST, begin.await(Duration.ofSeconds(5)));
    }

    @Test
    void shouldGiveTheSameOutcomeEachTime() {
        executor.beginTask("t");
        Ticket<TaskBegin> ticket = engine.submit(new BeginTask("t"));
        TaskBegin first = ticket.await();
        executor.abandonTask("t");
        assertEquals(first, ticket.await());
        assertEquals(first, ticket.await(Duration.ofNanos(1)));
        assertEquals(TaskBegin.ALREADY_RUNNING, first);
        assertEquals(2, ticket.position());
    }

    @Test
    void shouldThrowARefusalEachTime() {
        engine.submit(new SaveTask(task("t")));
        Ticket<Void> ticket = engine.submit(new SaveTask(task("t")));
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    "t", assertThrowsExactly(AlreadyExistsException.class, ticket::await).id());
            assertThrowsExactly(
                    AlreadyExistsException.class, () -> ticket.await(Duration.ofSeconds(1)));
            assertThrowsExactly(AlreadyExistsException.class, () -> engine.await(ticket));
        }
        assertTrue(ticket.isDone());
        assertEquals(ResultCode.ALREADY_EXISTS, ticket.code());
        assertEquals(2, ticket.position());
    }

    @Test
    void shouldNumberAllWritesInOneOrder() {
        List<Ticket<?>> tickets = new ArrayList<>();
        for (Write<?> write : WriteScript.all()) {
            tickets.add(engine.submit(write));
            tickets.add(engine.submit(new DeleteTask("none"))); // refused, and numbered too
        }
        engine.barrier();
        for (int i = 0; i < tickets.size(); i++) {
            assertTrue(tickets.get(i).isDone(), "done after the barrier");
            assertEquals(i + 1, tickets.get(i).position());
            assertEquals(i % 2 == 0 ? ResultCode.OK : ResultCode.NOT_FOUND, tickets.get(i).code());
        }
        aggregator.saveTask(task("synchronous"));
        Ticket<Void> last = engine.submit(new SaveTask(task("last")));
        last.await();
        assertEquals(tickets.size() + 2, last.position());
        assertEquals(tickets.size() + 2, engine.counters().position());
    }

    @Test
    void shouldApplyTheSubmissionsOfAThreadInTheirOrder() {
        for (int i = 0; i < 1_000; i++) {
            engine.submit(new SetLastProcessedBlock(CHAIN, i));
            engine.submit(new SaveTask(task("t" + i)));
        }
        aggregator.saveTask(task("end"));
        assertEquals(999, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(0, engine.counters().refused());
        assertEquals("t999", aggregator.listPendingTasks().get(999).id());
        assertEquals(task("end"), aggregator.listPendingTasks().get(1_000));
    }

    @Test
    void shouldWaitForRoomWhenMoreIsSubmittedThanTheLaneHolds() {
        use(config -> config.laneCapacity(4).maxBatch(2));
        List<Ticket<Void>> tickets = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            tickets.add(engine.submit(new SaveTask(task("t" + i))));
        }
        tickets.forEach(Ticket::await);
        assertEquals(2_000, aggregator.countTasks(TaskStatus.PENDING));
        assertEquals(2_000, tickets.get(1_999).position());
    }

    @Test
    void shouldShowWhatWasSubmittedBeforeTheBarrier() {
        for (int i = 0; i < 500; i++) {
            engine.submit(new SaveTask(task("t" + i)));
        }
        engine.barrier();
        assertEquals(500, aggregator.countTasks(TaskStatus.PENDING));
        for (int i = 500; i < 1_000; i++) {
            engine.submit(new SaveTask(task("t" + i)));
        }
        engine.barrier(Duration.ofSeconds(10));
        assertEquals(1_000, engine.snapshot().aggregator().listPendingTasks().size());
    }

    @Test
    void shouldShowWhatOtherThreadsSubmittedBeforeTheBarrier() throws Exception {
        Concurrently.run(
                List.of(
                        () -> engine.submit(new SaveTask(task("a"))),
                        () -> engine.submit(new SaveTask(task("b")))));
        engine.barrier();
        assertEquals(2, aggregator.countTasks(TaskStatus.PENDING));
    }

    @Test
    void shouldPassABarrierWhenNothingOrOnlyARefusedWriteIsBeforeIt() {
        engine.barrier();
        engine.submit(new DeleteTask("none"));
        engine.barrier();
        assertEquals(0, aggregator.countTasks(TaskStatus.PENDING));
    }

    @Test
    void shouldTakeNoPositionForABarrier() {
        engine.barrier();
        Ticket<Void> ticket = engine.submit(new SaveTask(task("t")));
        engine.barrier();
        assertEquals(1, ticket.position());
        assertEquals(1, engine.counters().position());
    }

    @Test
    void shouldAwaitATicketOnAnotherThread() throws Exception {
        Ticket<TaskBegin> ticket = engine.submit(new BeginTask("t"));
        List<TaskBegin> seen = Concurrently.run(List.of(ticket::await, () -> engine.await(ticket)));
        assertEquals(List.of(TaskBegin.FIRST, TaskBegin.FIRST), seen);
    }

    @Test
    void shouldDoTheSameThroughOtherOptionsAndThroughExecute() {
        WriteOptions options = new WriteOptions(Duration.ofSeconds(30), BackPressure.FAIL);
        aggregator.with(options).saveTask(task("a"));
        aggregator.execute(new SaveTask(task("b")));
        executor.with(options).beginTask("c");
        assertEquals(TaskBegin.ALREADY_RUNNING, executor.execute(new BeginTask("c")));
        assertEquals(List.of(task("a"), task("b")), aggregator.listPendingTasks());
        assertEquals(aggregator.listPendingTasks(), aggregator.with(options).listPendingTasks());
        assertEquals(
                executor.listProcessedTasks(),
                executor.with(WriteOptions.DEFAULT).listProcessedTasks());
    }

    @Test
    void shouldCountWhatItDoes() {
        aggregator.saveTask(task("a"));
        assertEquals(1, engine.counters().position());
        assertEquals(0, engine.counters().refused());
        assertRefused(AlreadyExistsException.class, () -> aggregator.saveTask(task("a")));
        assertEquals(1, engine.counters().refused());
        assertEquals(0, engine.counters().depth());
        assertEquals(0, engine.counters().changesLost());
        assertEquals(0, engine.counters().listenerFailures());
        assertTrue(engine.counters().batches() >= 1);
        assertTrue(engine.counters().snapshotAgeNs() >= 0);
        assertEquals(Optional.empty(), engine.failure());
    }
}

package io.strait.bench.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.StraitConfig;
import io.strait.api.Ticket;
import io.strait.api.domain.Task;
import io.strait.api.error.ResultCode;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.engine.DrivenWriter;
import org.junit.jupiter.api.Test;

class DrivenWriterTest {
    private static final int TASKS = 1_000;

    private final Task[] tasks = new ScaledTasks(TASKS).saved();

    @Test
    void shouldPublishABatchOnlyWhenItIsRun() {
        try (DrivenWriter writer = new DrivenWriter(ScaledStore.config(TASKS, Thread::new))) {
            Ticket<Void> first = writer.submit(new SaveTask(tasks[0]));
            Ticket<Void> second = writer.submit(new SaveTask(tasks[1]));
            assertFalse(first.isDone());
            assertEquals(0, writer.snapshot().position());

            assertEquals(2, writer.runBatch());
            assertTrue(first.isDone() && second.isDone());
            assertEquals(2, writer.snapshot().position());
            ScaledStore.checkPopulation(writer.snapshot().aggregator(), 2);
            assertEquals(0, writer.runBatch());
        }
    }

    @Test
    void shouldCountWhatTheStateRefuses() {
        try (DrivenWriter writer = new DrivenWriter(ScaledStore.config(TASKS, Thread::new))) {
            Ticket<Void> ticket = writer.submit(new DeleteTask("nobody"));
            writer.runBatch();
            assertEquals(ResultCode.NOT_FOUND, ticket.code());
            assertEquals(1, writer.refusedCount());
        }
    }

    @Test
    void shouldRefuseAChangeListenerThatNothingWouldRun() {
        StraitConfig config = StraitConfig.builder().changeListener(change -> {}).build();
        assertThrows(IllegalArgumentException.class, () -> new DrivenWriter(config));
    }
}

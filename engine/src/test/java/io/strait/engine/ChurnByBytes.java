package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.domain.Performer;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.hotpath.AddressHandle;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.PerformerCursor;
import io.strait.api.hotpath.PerformerText;
import io.strait.api.hotpath.Reader;
import io.strait.api.hotpath.TaskCursor;
import io.strait.api.hotpath.TaskView;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/** Reads of a {@link Churn} by bytes, live, as {@link ChurnReads} judges the typed ones. */
final class ChurnByBytes {
    private final Strait strait;
    private final LongSupplier position;
    private final Reader reader;
    private final TaskView view;
    private final PackedId id;
    private final byte[] text = new byte[128];

    ChurnByBytes(Strait strait, LongSupplier position) {
        this.strait = strait;
        this.position = position;
        reader = strait.reader();
        view = strait.newTaskView();
        id = strait.newId();
    }

    void readOne(int i) {
        int idNumber = i / 8 % Churn.TASK_IDS;
        switch (i % 8) {
            case 0 -> walk(reader.pendingTasks());
            case 1 -> {
                AddressHandle avs = strait.addressHandle(Churn.AVS[i / 8 % Churn.AVS.length]);
                walk(reader.pendingTasks(avs));
            }
            case 2 -> walk(reader.performers());
            case 3 -> readStatus(idNumber);
            default -> readTask(idNumber);
        }
    }

    private void readTask(int idNumber) {
        id.set(Churn.taskId(idNumber));
        long before = position.getAsLong();
        boolean isThere = reader.getTask(id, view);
        long after = position.getAsLong();
        TaskRecord got = isThere ? ViewedTask.recordOf(view) : null;
        ChurnReads.assertTask(idNumber, got, before, after);
    }

    private void readStatus(int idNumber) {
        id.set(Churn.taskId(idNumber));
        long before = position.getAsLong();
        TaskStatus got = reader.getTaskStatus(id);
        long after = position.getAsLong();
        if (got == null) {
            ChurnReads.assertTask(idNumber, null, before, after);
            return;
        }
        long step = new Churn(before).stepOf(idNumber);
        long next = new Churn(after).stepOf(idNumber);
        if (step != 0 && step == next) {
            int from = new Churn(before).record(step).status().ordinal();
            int to = new Churn(after).record(step).status().ordinal();
            assertTrue(
                    from <= got.ordinal() && got.ordinal() <= to,
                    () -> got + " of " + step + " between " + before + " and " + after);
        }
    }

    /**
     * A task that was deleted during the walk may be left out, and refuse to be read; all that is
     * told is of one task, which was pending when the walk began.
     */
    private void walk(TaskCursor cursor) {
        long after = position.getAsLong();
        long last = 0;
        while (cursor.next()) {
            TaskRecord got;
            try {
                got = ViewedTask.recordOf(cursor);
            } catch (IllegalStateException deleted) {
                assertMayBeDeleted(last, after);
                continue;
            }
            long step = got.task().version();
            long before = last;
            assertTrue(step > last, () -> step + " behind " + before);
            assertTrue(step <= new Churn(after).saved(), () -> step + " after " + after);
            assertEquals(Churn.task(step), got.task());
            assertEquals(TaskStatus.PENDING, got.status());
            assertEquals(step, got.createdAtMs());
            assertEquals(step, got.updatedAtMs());
            last = step;
        }
    }

    /** One of the tasks behind a step, which were pending at a position, must be gone by now. */
    private void assertMayBeDeleted(long step, long after) {
        long deleted = new Churn(position.getAsLong()).deleted();
        assertTrue(deleted > step, () -> "refused at " + after + " behind " + step);
    }

    private void walk(PerformerCursor cursor) {
        while (cursor.next()) {
            long step;
            Performer expected;
            try {
                step = cursor.createdAtMs();
                expected = Churn.performer(step);
                // What is read of a record that was replaced meanwhile is refused, not torn.
                assertEquals(expected.avs(), cursor.avs());
                assertEquals(expected.lastHealthCheckMs(), cursor.lastHealthCheckMs());
                assertEquals(expected.containerHealthy(), cursor.containerHealthy());
                assertEquals(expected.applicationHealthy(), cursor.applicationHealthy());
                assertEquals(expected.id(), text(cursor.copyId(text, 0)));
                assertEquals(
                        expected.endpoint(),
                        text(cursor.copyText(PerformerText.ENDPOINT, text, 0)));
                assertEquals(
                        expected.status(), text(cursor.copyText(PerformerText.STATUS, text, 0)));
            } catch (IllegalStateException replaced) {
                continue;
            }
        }
    }

    private String text(int length) {
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }
}

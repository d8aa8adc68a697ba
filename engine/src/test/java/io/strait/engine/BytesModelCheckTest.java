package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.PerformerCursor;
import io.strait.api.hotpath.PerformerText;
import io.strait.api.hotpath.Reader;
import io.strait.api.hotpath.TaskCursor;
import io.strait.api.hotpath.TaskView;
import io.strait.conformance.Views;
import io.strait.engine.ModelledEngine.Held;
import io.strait.engine.bytes.Keys;
import io.strait.engine.bytes.TestKeys;
import io.strait.model.CommandStream;
import io.strait.model.ModelState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The engine by bytes against the same slow, obvious model as {@link ModelCheckTest}: whatever
 * producers take goes through one, by drafts, and all else as objects; and after every batch the
 * same codes and positions, and the same state through every read, typed and by bytes, live and of
 * snapshots that are held. Single-threaded, so that a seed replays a failure. Seen to fail when a
 * task's end by bytes does not evict older finished ones, when the last task of a commit is not
 * looked for, and when a view shows a task's first status.
 */
class BytesModelCheckTest {
    private static final long WRITES = Long.getLong("strait.model.writes", 10_000);
    private static final long LONG_WRITES = 7_500_000;
    private static final int HELD = 8;
    private static final List<String> IDS = CommandStream.allIds();
    private static final byte[] TEXT = new byte[4_096];

    private final List<Held> held = new ArrayList<>();
    private ModelledEngine engine;
    private ModelState model;
    private Reader reader;
    private PackedId id;
    private TaskView view;

    /** With a listener, what comes by bytes is applied as objects. */
    @ParameterizedTest
    @CsvSource({
        "31, -1, 1, false",
        "32, -1, 1, false",
        "33, 3, 1, false",
        "34, 0, 6, false",
        "35, -1, 6, false",
        "36, -1, 1, true"
    })
    void shouldAgreeWithTheModelAfterEveryBatch(
            long seed, long keyMask, int maxBatch, boolean listening) {
        check(seed, WRITES, TestKeys.masked(keyMask), maxBatch, listening);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"131, -1, 1, false", "132, 1, 10, false", "133, 3, 1, true", "134, -1, 20, false"})
    void shouldAgreeWithTheModelForLong(long seed, long keyMask, int maxBatch, boolean listening) {
        check(seed, LONG_WRITES, TestKeys.masked(keyMask), maxBatch, listening);
    }

    private void check(long seed, long writeCount, Keys keys, int maxBatch, boolean listening) {
        CommandStream stream = new CommandStream(seed);
        SplittableRandom random = new SplittableRandom(seed);
        try (ModelledEngine opened =
                new ModelledEngine(
                        CommandStream.tightLimits(), keys, 1, listening, random.split())) {
            engine = opened;
            model = opened.model();
            reader = opened.strait().reader();
            id = opened.strait().newId();
            view = opened.strait().newTaskView();
            int count = 0;
            for (long i = 0; i < writeCount; count++) {
                int batch = 1 + random.nextInt(maxBatch);
                i += batch;
                try {
                    opened.runBatch(stream, batch);
                    checkReads(count);
                    if (count % 97 == 0) {
                        hold(random);
                    }
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError(stream + " maxBatch=" + maxBatch + ": " + e, e);
                }
            }
            held.forEach(Held::check);
            assertTrue(opened.byBytes() > writeCount / 4, "writes by bytes");
        }
    }

    private void checkReads(int turn) {
        Views.assertAgree(model.aggregator(), engine.strait().aggregator());
        Views.assertAgree(model.executor(), engine.strait().executor());
        String any = IDS.get(turn % IDS.size());
        Views.assertAgreeOnId(any, model.aggregator(), engine.strait().aggregator());
        Views.assertAgreeOnId(any, model.executor(), engine.strait().executor());
        checkTask(any);
        for (TaskStatus status : TaskStatus.values()) {
            List<TaskRecord> records = model.aggregator().listTasks(status);
            assertEquals(records.size(), reader.countTasks(status));
            records.forEach(one -> checkTask(one.id()));
        }
        checkWalks();
    }

    private void checkTask(String text) {
        TaskRecord expected = model.aggregator().getTaskRecord(text).orElse(null);
        id.set(text);
        boolean isThere = reader.getTask(id, view);
        assertEquals(expected, isThere ? ViewedTask.recordOf(view) : null, "by bytes");
        TaskStatus status = expected == null ? null : expected.status();
        assertEquals(status, reader.getTaskStatus(id), "status by bytes");
    }

    private void checkWalks() {
        List<Task> tasks = new ArrayList<>();
        for (TaskCursor cursor = reader.pendingTasks(); cursor.next(); ) {
            tasks.add(ViewedTask.recordOf(cursor).task());
        }
        assertEquals(model.aggregator().listPendingTasks(), tasks, "walk");
        PerformerCursor cursor = reader.performers();
        for (Performer expected : model.executor().listPerformers()) {
            assertTrue(cursor.next());
            assertEquals(expected.id(), text(cursor.copyId(TEXT, 0)));
            assertEquals(expected.avs(), cursor.avs());
            assertEquals(expected.containerHealthy(), cursor.containerHealthy());
            int length = cursor.copyText(PerformerText.STATUS, TEXT, 0);
            assertEquals(expected.status(), text(length));
        }
        assertFalse(cursor.next());
    }

    private void hold(SplittableRandom random) {
        held.add(engine.hold());
        if (held.size() > HELD) {
            held.remove(random.nextInt(held.size())).check();
        }
    }

    private static String text(int length) {
        return new String(TEXT, 0, length, StandardCharsets.UTF_8);
    }
}

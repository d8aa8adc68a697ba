package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.StraitConfig;
import io.strait.api.domain.Address;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.error.ResultCode;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.Reader;
import io.strait.api.hotpath.TaskView;
import io.strait.api.write.AggregatorWrite.ClaimNextTask;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.RequeueExpiredLeases;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.Write;
import io.strait.engine.bytes.Keys;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterProbe;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tasks looked at where they are stored. Seen to fail when the view shows the newest state and not
 * that of its call, when it does not verify what it read, when it verifies by the horizon alone,
 * and when a call that finds nothing leaves it where it was.
 */
class FindTaskTest {
    private static final Address AVS = Address.of("0xa1");

    private static final List<Function<TaskView, Object>> ACCESSORS =
            List.of(
                    TaskView::status,
                    TaskView::createdAtMs,
                    TaskView::updatedAtMs,
                    TaskView::leaseUntilMs,
                    TaskView::avs,
                    TaskView::operatorSetId,
                    TaskView::callbackAddress,
                    TaskView::deadlineMs,
                    TaskView::thresholdBps,
                    TaskView::chainId,
                    TaskView::sourceBlockNumber,
                    TaskView::l1ReferenceBlockNumber,
                    TaskView::referenceTimestamp,
                    TaskView::version,
                    TaskView::idLength,
                    TaskView::blockHashLength,
                    TaskView::payloadLength,
                    view -> view.copyId(new byte[200], 0),
                    view -> view.copyBlockHash(new byte[200], 0),
                    view -> view.copyPayload(new byte[200], 0));

    private DrivenEngine driven = open(0);
    private Strait strait = driven.strait();
    private Reader reader = strait.reader();
    private final SplittableRandom random = new SplittableRandom(7);

    @AfterEach
    void close() {
        driven.close();
    }

    @Test
    void shouldShowWhatTheStoreShows() {
        DraftWriter drafts = newDrafts();
        for (int i = 0; i < 200; i++) {
            SaveTask save = new SaveTask(task(i));
            if (i % 2 == 0) {
                assertTrue(drafts.write(save) >= 0);
            } else {
                driven.submit(save, i);
            }
            driven.runWriter();
            if (i % 3 == 0) {
                run(new ClaimNextTask(AVS, 50 + i), i + 1);
            }
        }
        for (int i = 0; i < 200; i++) {
            TaskRecord expected = strait.aggregator().getTaskRecord("t" + i).orElseThrow();
            assertEquals(expected, ViewedTask.recordOf(find(i)));
        }
    }

    /** Also when the task has moved to another cell, as its states need it. */
    @ParameterizedTest
    @ValueSource(ints = {256, 1000})
    void shouldShowTheStateAtItsCall(int quarantine) {
        reopen(quarantine);
        run(new SaveTask(task(1)), 1);
        for (int i = 0; i < 20; i++) {
            TaskView view = find(1);
            TaskRecord then = strait.aggregator().getTaskRecord("t1").orElseThrow();
            assertEquals(then, ViewedTask.recordOf(view));
            for (int j = 0; j < 1 + i % 6; j++) {
                change(i, j);
                assertEquals(then, ViewedTask.recordOf(view));
            }
        }
        TaskView view = find(1);
        TaskRecord then = strait.aggregator().getTaskRecord("t1").orElseThrow();
        run(new DeleteTask("t1"), 1);
        assertEquals(then, ViewedTask.recordOf(view));
        assertNull(reader.findTask(strait.newId().set("t1")));
    }

    @Test
    void shouldRefuseWhenTheMemoryIsUsedAgain() {
        for (Function<TaskView, Object> accessor : ACCESSORS) {
            run(new SaveTask(task(1)), 1);
            TaskView view = find(1);
            accessor.apply(view);
            run(new DeleteTask("t1"), 1);
            run(new SaveTask(task(2)), 1);
            run(new SaveTask(task(3)), 1);
            IllegalStateException thrown =
                    assertThrows(IllegalStateException.class, () -> accessor.apply(view));
            assertTrue(thrown.getMessage().contains("used again"), thrown::getMessage);
            run(new DeleteTask("t2"), 1);
            run(new DeleteTask("t3"), 1);
        }
    }

    /** Others' memory is used again all the time. */
    @Test
    void shouldShowATaskThatStaysWhileOthersGo() {
        run(new SaveTask(task(1)), 1);
        TaskView view = find(1);
        TaskRecord then = ViewedTask.recordOf(view);
        for (int i = 2; i < 500; i++) {
            run(new SaveTask(task(i)), 1);
            run(new DeleteTask("t" + i), 1);
            assertEquals(then, ViewedTask.recordOf(view));
        }
    }

    @Test
    void shouldMoveItsViewWithEachCall() {
        run(new SaveTask(task(1)), 1);
        run(new SaveTask(task(2)), 1);
        TaskView view = find(1);
        assertSame(view, find(2));
        assertEquals(2, view.version());
        assertNull(reader.findTask(strait.newId().set("absent")));
        for (Function<TaskView, Object> accessor : ACCESSORS) {
            assertThrows(IllegalStateException.class, () -> accessor.apply(view));
        }
        assertSame(view, find(1));
        assertEquals(1, view.version());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 3, 0})
    void shouldTellIdsOfOneKeyApart(long keyMask) {
        driven.close();
        driven = open(TestKeys.masked(keyMask), 0);
        strait = driven.strait();
        reader = strait.reader();
        for (int i = 0; i < 50; i++) {
            run(new SaveTask(task(i)), 1);
        }
        for (int i = 0; i < 100; i++) {
            if (i < 50) {
                assertEquals(i, find(i).version());
            } else {
                assertNull(reader.findTask(strait.newId().set("t" + i)));
            }
        }
    }

    @Test
    void shouldRefuseWhatIsNoId() {
        assertThrows(InvalidArgumentException.class, () -> reader.findTask(null));
        PackedId empty = strait.newId();
        assertThrows(InvalidArgumentException.class, () -> reader.findTask(empty));
    }

    private void change(int i, int j) {
        TaskStatus now = strait.aggregator().getTaskRecord("t1").orElseThrow().status();
        if (now == TaskStatus.PENDING) {
            run(new ClaimNextTask(AVS, 100 + 10L * i), 10L * i + j);
        } else {
            run(new RequeueExpiredLeases(1_000), 10L * i + j);
        }
    }

    private TaskView find(int number) {
        TaskView view = reader.findTask(strait.newId().set("t" + number));
        assertNotNull(view);
        return view;
    }

    private void run(Write<?> write, long timeMs) {
        var ticket = driven.submit(write, timeMs);
        driven.runWriter();
        assertEquals(ResultCode.OK, ticket.code(), write::toString);
    }

    private DraftWriter newDrafts() {
        Producer producer = strait.exclusiveProducer();
        return new DraftWriter(strait, producer, random);
    }

    private Task task(int number) {
        return Task.builder("t" + number, AVS)
                .callbackAddress(Address.of("cällback" + number % 3))
                .payload(Bytes.ofUtf8("p".repeat(number % 40)))
                .blockHash(number % 4 == 0 ? "" : "0xabc" + number)
                .deadlineMs(3L * number)
                .operatorSetId(number)
                .thresholdBps(number)
                .chainId(-number)
                .sourceBlockNumber(number)
                .l1ReferenceBlockNumber(number % 2)
                .referenceTimestamp(number % 5)
                .version(number)
                .build();
    }

    private void reopen(int quarantine) {
        driven.close();
        driven = open(quarantine);
        strait = driven.strait();
        reader = strait.reader();
    }

    private static DrivenEngine open(int quarantine) {
        return open(TestKeys.STANDARD, quarantine);
    }

    private static DrivenEngine open(Keys keys, int quarantine) {
        return new DrivenEngine(
                StraitConfig.builder(),
                false,
                config -> new EngineParts(config, keys, WriterProbe.NONE, quarantine));
    }
}

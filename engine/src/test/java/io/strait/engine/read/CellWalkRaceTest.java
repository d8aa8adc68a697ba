package io.strait.engine.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.domain.Address;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.hotpath.PerformerText;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.ExecutorWrite.SavePerformer;
import io.strait.engine.index.OrderedSet;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/**
 * Walks by one thread while another one uses the memory again of what they go over, without any
 * quarantine: also between a fetch and its verification.
 */
class CellWalkRaceTest {
    private static final int TASKS = 400;
    private static final int PERFORMERS = 100;
    private static final int AVS_COUNT = 7;
    private static final int BATCH = 20;
    private static final long DURATION_NS = 2_000_000_000L;

    private final WrittenState written = new WrittenState();
    private final DecodedAddresses addresses = new DecodedAddresses(written.state.keys());
    private final TaskWalk taskWalk = new TaskWalk(written.state, addresses);
    private final PerformerWalk performerWalk = new PerformerWalk(written.state, addresses);
    private final SplittableRandom random = new SplittableRandom(5);
    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** The numbers of the tasks that there are. */
    private final long[] numbers = new long[TASKS];

    private long nextNumber;

    /** Seen to fail when a walk verifies before it fetches, and when it does not verify. */
    @Test
    void shouldShowEachTaskAsItWasOrNotAtAll() throws Exception {
        for (int i = 0; i < TASKS; i++) {
            saveTask(i);
        }
        race(this::replaceTask, this::walkOverTasks);
    }

    /**
     * Seen to fail when a length is not verified before it is followed, and when the AVS is not.
     */
    @Test
    void shouldShowEachPerformerAsItWasOrNotAtAll() throws Exception {
        for (int i = 0; i < PERFORMERS; i++) {
            replacePerformer(i);
        }
        race(this::replacePerformer, this::walkOverPerformers);
    }

    private void race(Runnable change, IntSupplier walkThrough) throws Exception {
        written.publish();
        Thread writer = new Thread(() -> churn(change), "churn");
        writer.start();
        long shown = 0;
        long endNs = System.nanoTime() + DURATION_NS;
        try {
            while (System.nanoTime() < endNs) {
                shown += walkThrough.getAsInt();
            }
        } finally {
            done.set(true);
            writer.join();
        }
        assertNull(failure.get());
        assertTrue(shown > 1_000, "shown=" + shown);
    }

    private void churn(Runnable change) {
        try {
            while (!done.get()) {
                for (int i = 0; i < BATCH; i++) {
                    change.run();
                }
                written.publish();
            }
        } catch (RuntimeException | Error e) {
            failure.set(e);
        }
    }

    /** Returns how many tasks were shown. */
    private int walkOverTasks() {
        OrderedSet tasks = written.state.tasks().byStatus();
        int shown = 0;
        if (begin(tasks, TaskStatus.PENDING.ordinal(), taskWalk)) {
            while (taskWalk.next()) {
                shown += isShown(this::requireTask) ? 1 : 0;
            }
        }
        return shown;
    }

    private void requireTask() {
        long number = taskWalk.sourceBlockNumber();
        assertTrue(number < taskWalk.position(), "saved later");
        assertEquals(2 * number + 1, taskWalk.deadlineMs());
        assertEquals(number + 5, taskWalk.createdAtMs());
    }

    /** Returns how many performers were shown. */
    private int walkOverPerformers() {
        OrderedSet performers = written.state.performers().order();
        int shown = 0;
        if (begin(performers, 0, performerWalk)) {
            while (performerWalk.next()) {
                shown += isShown(this::requirePerformer) ? 1 : 0;
            }
        }
        return shown;
    }

    private void requirePerformer() {
        byte[] bytes = new byte[64];
        long number = performerWalk.createdAtMs();
        assertTrue(number < performerWalk.position(), "saved later");
        assertEquals(avs(number), performerWalk.avs());
        assertEquals(status(number).length(), performerWalk.textLength(PerformerText.STATUS));
        int length = performerWalk.copyText(PerformerText.HOST_NAME, bytes, 0);
        assertEquals("host-" + number, new String(bytes, 0, length, StandardCharsets.US_ASCII));
    }

    /** False when it has gone under the reader's eyes. */
    private static boolean isShown(Runnable read) {
        try {
            read.run();
            return true;
        } catch (IllegalStateException gone) {
            assertTrue(gone.getMessage().contains("used again"), gone::getMessage);
            return false;
        }
    }

    /** False when the writer was faster. */
    private boolean begin(OrderedSet set, int track, CellWalk walk) {
        long position = written.view.position();
        try {
            walk.begin(set, track, position, null);
            return written.view.validate(position);
        } catch (RuntimeException e) {
            if (written.view.validate(position)) {
                throw e;
            }
            return false;
        }
    }

    /** Any of them, so that it is anywhere in the walks. */
    private void replaceTask() {
        int place = random.nextInt(TASKS);
        written.apply(new DeleteTask("t" + numbers[place]), 0, false);
        saveTask(place);
    }

    private void saveTask(int place) {
        long number = nextNumber++;
        numbers[place] = number;
        Task task =
                Task.builder("t" + number, avs(number))
                        .sourceBlockNumber(number)
                        .deadlineMs(2 * number + 1)
                        .build();
        written.apply(new SaveTask(task), number + 5, false);
    }

    private void replacePerformer() {
        replacePerformer(random.nextInt(PERFORMERS));
    }

    private void replacePerformer(int place) {
        long number = nextNumber++;
        Performer performer =
                Performer.builder("p" + place, avs(number))
                        .createdAtMs(number)
                        .status(status(number))
                        .hostName("host-" + number)
                        .build();
        written.apply(new SavePerformer(performer), 0, false);
    }

    private static Address avs(long number) {
        return Address.of("0xa" + number % AVS_COUNT);
    }

    private static String status(long number) {
        return "s".repeat((int) (number * 7 % 40));
    }
}

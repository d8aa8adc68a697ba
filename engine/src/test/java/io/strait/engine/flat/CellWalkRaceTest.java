package io.strait.engine.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Limits;
import io.strait.api.domain.Address;
import io.strait.api.domain.Performer;
import io.strait.api.domain.TaskStatus;
import io.strait.api.hotpath.PerformerText;
import io.strait.api.internal.Hash64;
import io.strait.engine.codec.Codebook;
import io.strait.engine.codec.EncodedPerformer;
import io.strait.engine.codec.EncodedTask;
import io.strait.engine.codec.EncodedWrite;
import io.strait.engine.command.AddressHandles;
import io.strait.engine.command.ChainHandles;
import io.strait.engine.image.Keys;
import io.strait.engine.word.WordId;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
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

    private final Codebook codebook =
            new Codebook(new ChainHandles(1), new AddressHandles(), Limits.DEFAULT);
    private final FlatMemory memory = new FlatMemory(Keys.STANDARD, codebook, 0);
    private final FlatTasks tasks = new FlatTasks(memory);
    private final FlatRecords<Performer> performers = memory.newPerformers();
    private final StateReads reads = StateReads.live(memory);
    private final TaskWalk taskWalk = new TaskWalk(memory);
    private final PerformerWalk performerWalk = new PerformerWalk(memory);
    private final SplittableRandom random = new SplittableRandom(5);
    private final WordId id = new WordId();
    private final AtomicReference<Published> published = new AtomicReference<>();
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
            performers.add(newPerformer(i), 0);
        }
        race(this::replacePerformer, this::walkOverPerformers);
    }

    private void race(Runnable change, IntSupplier walkThrough) throws Exception {
        publish();
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
                publish();
            }
        } catch (RuntimeException | Error e) {
            failure.set(e);
        }
    }

    private void publish() {
        memory.publish(nextNumber);
        published.set(new Published(nextNumber, memory.roots().node()));
    }

    /** Returns how many tasks were shown. */
    private int walkOverTasks() {
        TaskReads of = reads.tasks();
        int shown = 0;
        if (begin(of, roots -> of.inStatus(roots, TaskStatus.PENDING), taskWalk)) {
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
        RecordReads<Performer> of = reads.performers();
        int shown = 0;
        if (begin(of, of::all, performerWalk)) {
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
    private boolean begin(FlatReads of, IntUnaryOperator rootOf, CellWalk walk) {
        Published at = published.get();
        try {
            of.begin(rootOf.applyAsInt(at.roots), at.position, null, walk);
            return of.stands(at.position);
        } catch (RuntimeException e) {
            if (of.stands(at.position)) {
                throw e;
            }
            return false;
        }
    }

    /** Any of them, so that it is anywhere in the walks. */
    private void replaceTask() {
        int place = random.nextInt(TASKS);
        tasks.remove(tasks.find("t" + numbers[place]));
        saveTask(place);
    }

    private void saveTask(int place) {
        long number = nextNumber++;
        numbers[place] = number;
        EncodedTask draft = new EncodedTask(codebook);
        draft.id(id.set("t" + number))
                .avs(codebook.addresses().handle(avs(number)))
                .sourceBlockNumber(number)
                .deadlineMs(2 * number + 1);
        tasks.add(EncodedWrite.encode("task", draft, codebook).words(), 0, number + 5);
    }

    private void replacePerformer() {
        int place = random.nextInt(PERFORMERS);
        String performerId = "p" + place;
        int cell = performers.find(Hash64.of(performerId), performerId);
        performers.replace(cell, newPerformer(place), 0);
    }

    private long[] newPerformer(int place) {
        long number = nextNumber++;
        byte[] status = status(number).getBytes(StandardCharsets.US_ASCII);
        byte[] host = ("host-" + number).getBytes(StandardCharsets.US_ASCII);
        EncodedPerformer draft = new EncodedPerformer(codebook);
        draft.id(id.set("p" + place))
                .avs(codebook.addresses().handle(avs(number)))
                .createdAtMs(number)
                .text(PerformerText.STATUS, status, 0, status.length)
                .text(PerformerText.HOST_NAME, host, 0, host.length);
        return EncodedWrite.encode("performer", draft, codebook).words();
    }

    private static Address avs(long number) {
        return Address.of("0xa" + number % AVS_COUNT);
    }

    private static String status(long number) {
        return "s".repeat((int) (number * 7 % 40));
    }

    /** A position, and what there was. */
    private record Published(long position, int roots) {}
}

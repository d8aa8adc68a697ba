package io.strait.engine;

import io.strait.api.Limits;
import io.strait.engine.ModelledEngine.Held;
import io.strait.engine.bytes.TestKeys;
import io.strait.model.CommandStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Hundreds of snapshots are held while everything churns within tiny limits, by bytes and as
 * objects, and each is compared, list for list and field for field, with the model's state at its
 * position, at random moments later. Some are let go at random, so that the writer has back what
 * only they have seen, and must keep what others see. Seen to fail when captured positions are not
 * pinned, when all that a snapshot which is let go has seen is used again, when a state of a task
 * is overwritten instead of added, and when memory is used again in the batch that lets it go.
 */
class HeldSnapshotsModelTest {
    private static final int WRITES = Integer.getInteger("strait.held.writes", 4_000);
    private static final int LONG_WRITES = 400_000;
    private static final int HELD = 300;

    /** These are never let go. */
    private static final int HELD_FOR_EVER = 20;

    private static final List<String> IDS = CommandStream.allIds();

    private final List<Held> held = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"1, 0, -1, 1", "2, 0, -1, 4", "3, 1, 3, 4", "4, 256, -1, 8", "5, 0, 0, 2"})
    void shouldStayWhatTheModelWas(long seed, int quarantine, long keyMask, int maxBatch) {
        check(seed, quarantine, keyMask, maxBatch, WRITES);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"11, 0, -1, 1", "12, 1, -1, 8", "13, 256, 1, 4"})
    void shouldStayWhatTheModelWasForLong(long seed, int quarantine, long keyMask, int maxBatch) {
        check(seed, quarantine, keyMask, maxBatch, LONG_WRITES);
    }

    private void check(long seed, int quarantine, long keyMask, int maxBatch, int writes) {
        CommandStream stream = new CommandStream(seed);
        SplittableRandom random = new SplittableRandom(seed);
        Held checked = null;
        try (ModelledEngine engine =
                new ModelledEngine(
                        limits(), TestKeys.masked(keyMask), quarantine, false, random.split())) {
            for (int i = 0, batch; i < writes; i += batch) {
                batch = 1 + random.nextInt(maxBatch);
                engine.runBatch(stream, batch);
                // Of what came in the last batch but one and went in the last, only the newest
                // tells.
                if (checked != null) {
                    checked = held.get(held.size() - 1);
                    checked.check();
                }
                if (checked == null || random.nextInt(3) > 0) {
                    held.add(engine.hold());
                }
                checked = held.get(random.nextInt(held.size()));
                checked.check();
                checked.checkId(IDS.get(random.nextInt(IDS.size())));
                letGo(random);
            }
            for (Held each : held) {
                checked = each;
                each.check();
            }
        } catch (AssertionError | RuntimeException e) {
            long from = checked == null ? 0 : checked.model().position();
            throw new AssertionError(
                    stream + " quarantine=" + quarantine + " held from " + from + ": " + e, e);
        }
    }

    /** One by one when there are many, now and then most of them at once. */
    private void letGo(SplittableRandom random) {
        while (held.size() > HELD) {
            held.remove(HELD_FOR_EVER + random.nextInt(held.size() - HELD_FOR_EVER));
        }
        if (random.nextInt(400) == 0) {
            while (held.size() > HELD / 3) {
                held.remove(HELD_FOR_EVER + random.nextInt(held.size() - HELD_FOR_EVER));
            }
            System.gc(); // lets the writer know of them
        }
    }

    private static Limits limits() {
        return Limits.builder()
                .maxTasks(6)
                .maxFinishedTasks(2)
                .maxPayloadBytes(64)
                .maxTasksPerCommit(3)
                .maxChains(4)
                .blockHistoryPerChain(3)
                .maxOperatorSetConfigs(3)
                .maxAvsConfigs(2)
                .maxPerformers(3)
                .maxInflightTasks(2)
                .maxDeployments(2)
                .maxProcessedTasks(3)
                .processedTaskRetention(Duration.ofHours(1))
                .build();
    }
}

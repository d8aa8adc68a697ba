package io.strait.engine.journal;

import io.strait.api.Limits;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * Limits as words of a file: in the order of {@link Limits}, the retention as seconds and
 * nanoseconds.
 */
public final class LimitsWords {
    private static final int COUNTS = 12;

    private LimitsWords() {}

    /** Puts limits into a buffer, from a byte on. */
    public static void put(ByteBuffer target, int at, Limits limits) {
        long[] all = {
            limits.maxTasks(),
            limits.maxFinishedTasks(),
            limits.maxPayloadBytes(),
            limits.maxTasksPerCommit(),
            limits.maxChains(),
            limits.blockHistoryPerChain(),
            limits.maxOperatorSetConfigs(),
            limits.maxAvsConfigs(),
            limits.maxPerformers(),
            limits.maxInflightTasks(),
            limits.maxDeployments(),
            limits.maxProcessedTasks(),
            limits.processedTaskRetention().getSeconds(),
            limits.processedTaskRetention().getNano()
        };
        for (int i = 0; i < all.length; i++) {
            target.putLong(at + i * Long.BYTES, all[i]);
        }
    }

    /** The limits that begin at a byte. */
    public static Limits get(ByteBuffer source, int at) {
        int[] counts = new int[COUNTS];
        for (int i = 0; i < COUNTS; i++) {
            counts[i] = (int) source.getLong(at + i * Long.BYTES);
        }
        Duration retention =
                Duration.ofSeconds(
                        source.getLong(at + COUNTS * Long.BYTES),
                        source.getLong(at + (COUNTS + 1) * Long.BYTES));
        return new Limits(
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                counts[4],
                counts[5],
                counts[6],
                counts[7],
                counts[8],
                counts[9],
                counts[10],
                counts[11],
                retention);
    }
}

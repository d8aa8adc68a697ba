package io.strait.bench.scale;

import io.strait.api.domain.Address;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Task;
import java.util.stream.IntStream;

/** The tasks that stores are filled with: one AVS for 100 of them, up to 100 AVSs. */
final class ScaledTasks {
    private static final int PAYLOAD_BYTES = 16;
    private static final int TASKS_PER_AVS = 100;
    private static final int MAX_AVSS = 100;
    private static final int MAX_SPARES = 1_000_000;

    private final int tasks;
    private final Address[] avss;

    ScaledTasks(int tasks) {
        this.tasks = tasks;
        int avsCount = Math.max(1, Math.min(tasks / TASKS_PER_AVS, MAX_AVSS));
        avss =
                IntStream.range(0, avsCount)
                        .mapToObj(i -> Address.of("0xa" + i))
                        .toArray(Address[]::new);
    }

    static String id(int i) {
        return "task-" + i;
    }

    static byte[] payload(int i) {
        byte[] payload = new byte[PAYLOAD_BYTES];
        payload[0] = (byte) i;
        return payload;
    }

    int count() {
        return tasks;
    }

    Address avs(int i) {
        return avss[i % avss.length];
    }

    /** Tasks to fill a store with. */
    Task[] saved() {
        return IntStream.range(0, tasks).mapToObj(this::task).toArray(Task[]::new);
    }

    /** Other tasks, to be saved when some of those were deleted. */
    Task[] spares() {
        int end = tasks + Math.min(tasks, MAX_SPARES);
        return IntStream.range(tasks, end).mapToObj(this::task).toArray(Task[]::new);
    }

    private Task task(int i) {
        return Task.builder(id(i), avs(i))
                .payload(Bytes.copyOf(payload(i)))
                .chainId(1)
                .sourceBlockNumber(i)
                .build();
    }
}

package io.strait.bench.scale;

import io.strait.api.domain.Task;
import java.util.SplittableRandom;

/**
 * A turnover in which tasks go at random. A deletion and a save follow each other, in this order.
 */
final class RandomTurnover {
    private static final long SEED = 20_240_229;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Task[] saved;
    private final Task[] spares;
    private int spare;
    private int deleted;
    private int toDelete;
    private Task deletedNext;

    /**
     * A turnover.
     *
     * @param saved the tasks in the store, at least two; taken over
     * @param spares tasks that are not in it; taken over
     */
    RandomTurnover(Task[] saved, Task[] spares) {
        this.saved = saved;
        this.spares = spares;
        deletedNext = saved[toDelete];
    }

    Task nextToDelete() {
        Task task = deletedNext;
        deleted = toDelete;
        // Chosen one step ahead, so that this load from a large array overlaps with the engine's
        // work and adds nothing to it.
        toDelete = anyBut(deleted);
        deletedNext = saved[toDelete];
        return task;
    }

    /** The spare that has been one for the longest time: its nodes have left the caches. */
    Task nextToSave() {
        Task task = spares[spare];
        spares[spare] = saved[deleted];
        saved[deleted] = task;
        spare = spare + 1 == spares.length ? 0 : spare + 1;
        return task;
    }

    private int anyBut(int index) {
        int other = random.nextInt(saved.length - 1);
        return other < index ? other : other + 1;
    }
}

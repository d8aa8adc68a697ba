package io.strait.bench.operation;

import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import java.util.List;

/** Visits each element of a list, in the way that reads fastest for every contestant. */
final class Visit {
    private Visit() {}

    static long sumOfBlocks(List<Task> tasks) {
        Sum sum = new Sum();
        tasks.forEach(task -> sum.value += task.sourceBlockNumber());
        return sum.value;
    }

    static long sumOfTimes(List<Performer> performers) {
        Sum sum = new Sum();
        performers.forEach(performer -> sum.value += performer.createdAtMs());
        return sum.value;
    }

    private static final class Sum {
        private long value;
    }
}

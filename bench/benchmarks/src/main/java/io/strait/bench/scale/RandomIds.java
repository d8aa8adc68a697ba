package io.strait.bench.scale;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Ids of saved tasks, in random order, none twice; the same ones in every run. */
final class RandomIds {
    private static final long SEED = 20_240_229;

    private RandomIds() {}

    static String[] sample(int tasks, int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        int[] numbers = IntStream.range(0, tasks).toArray();
        String[] ids = new String[count];
        // The first steps of a Fisher-Yates shuffle.
        for (int i = 0; i < count; i++) {
            int chosen = random.nextInt(i, tasks);
            int number = numbers[chosen];
            numbers[chosen] = numbers[i];
            ids[i] = ScaledTasks.id(number);
        }
        return ids;
    }
}

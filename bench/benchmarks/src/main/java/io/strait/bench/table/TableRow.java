package io.strait.bench.table;

import io.strait.bench.contestant.ContestantKind;
import java.util.List;
import java.util.Map;

/**
 * A row of the table: what is measured, and of whom.
 *
 * @param id its short name, for choosing it
 * @param title its name in the table
 * @param work what one operation does
 * @param published the Go benchmark's figures
 * @param benchmark the class that measures it
 * @param params the benchmark's parameters
 * @param threads how many threads call at once
 * @param heapGb the heap that it needs, GiB
 * @param fullOnly whether it takes too long for the quick table
 * @param contestants who is measured
 */
record TableRow(
        String id,
        String title,
        String work,
        Published published,
        Class<?> benchmark,
        Map<String, String> params,
        int threads,
        int heapGb,
        boolean fullOnly,
        List<ContestantKind> contestants) {

    private static final int DEFAULT_HEAP_GB = 3;

    /** A row of one thread, in both tables. */
    static TableRow of(
            String id,
            String title,
            String work,
            Published published,
            Class<?> benchmark,
            List<ContestantKind> contestants) {
        return new TableRow(
                id,
                title,
                work,
                published,
                benchmark,
                Map.of(),
                1,
                DEFAULT_HEAP_GB,
                false,
                contestants);
    }

    /** The same row with parameters: names and values in turn. */
    TableRow with(Map<String, String> newParams) {
        return new TableRow(
                id,
                title,
                work,
                published,
                benchmark,
                newParams,
                threads,
                heapGb,
                fullOnly,
                contestants);
    }

    /** The same row, called by several threads at once. */
    TableRow onThreads(int count) {
        return new TableRow(
                id,
                title,
                work,
                published,
                benchmark,
                params,
                count,
                heapGb,
                fullOnly,
                contestants);
    }

    /** The same row, left to the full table, with a heap of its own. */
    TableRow fullOnly(int newHeapGb) {
        return new TableRow(
                id,
                title,
                work,
                published,
                benchmark,
                params,
                threads,
                newHeapGb,
                true,
                contestants);
    }
}

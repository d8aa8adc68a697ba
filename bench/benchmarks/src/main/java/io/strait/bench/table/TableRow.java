package io.strait.bench.table;

import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.operation.FloorBenchmark;
import io.strait.bench.subject.Floor;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A row of the table: what is measured, and of whom.
 *
 * @param id its short name, for choosing it
 * @param title its name in the table
 * @param work what one operation does
 * @param benchmark the class that measures it
 * @param params the benchmark's parameters
 * @param threads how many threads call at once
 * @param heapGb the heap that it needs, GiB
 * @param maxForks how many JVMs it gets at most: filling a large store takes minutes
 * @param warmupFactor how many times the usual warm-up it needs: where much code competes with
 *     spinning threads for the cores, compiling it takes long
 * @param fullOnly whether it is left out of the quick table
 * @param contestants who is measured, in whichever table: a best rival left out would make the
 *     quick table flatter than the full one
 * @param floors what else is measured in turn with them, by the contestant that it is the floor of
 */
record TableRow(
        String id,
        String title,
        String work,
        Class<?> benchmark,
        Map<String, String> params,
        int threads,
        int heapGb,
        int maxForks,
        int warmupFactor,
        boolean fullOnly,
        List<ContestantKind> contestants,
        Map<ContestantKind, Floor> floors) {

    /** The heap of a row that does not say otherwise, GiB. */
    static final int DEFAULT_HEAP_GB = 1;

    /** A row of one thread, in both tables. */
    static TableRow of(
            String id,
            String title,
            String work,
            Class<?> benchmark,
            List<ContestantKind> contestants) {
        return new TableRow(
                id,
                title,
                work,
                benchmark,
                Map.of(),
                1,
                DEFAULT_HEAP_GB,
                Integer.MAX_VALUE,
                1,
                false,
                contestants,
                Map.of());
    }

    /** The same row with the benchmark's parameters. */
    TableRow with(Map<String, String> newParams) {
        return copy(newParams, threads, heapGb, maxForks, warmupFactor, fullOnly, floors);
    }

    /** The same row, called by several threads at once. */
    TableRow onThreads(int count) {
        return copy(params, count, heapGb, maxForks, warmupFactor, fullOnly, floors);
    }

    /** The same row, left to the full table. */
    TableRow inFullTable() {
        return copy(params, threads, heapGb, maxForks, warmupFactor, true, floors);
    }

    /** The same row, with a heap of its own and few JVMs. */
    TableRow onHeap(int newHeapGb, int newMaxForks) {
        return copy(params, threads, newHeapGb, newMaxForks, warmupFactor, fullOnly, floors);
    }

    /** The same row, with a longer warm-up. */
    TableRow withWarmup(int factor) {
        return copy(params, threads, heapGb, maxForks, factor, fullOnly, floors);
    }

    /** The same row, with floors. */
    TableRow withFloors(Map<ContestantKind, Floor> newFloors) {
        return copy(params, threads, heapGb, maxForks, warmupFactor, fullOnly, newFloors);
    }

    /** The same row, measured of fewer. */
    TableRow without(ContestantKind left) {
        return new TableRow(
                id,
                title,
                work,
                benchmark,
                params,
                threads,
                heapGb,
                maxForks,
                warmupFactor,
                fullOnly,
                contestants.stream().filter(kind -> kind != left).toList(),
                floors);
    }

    /** The same row, with a bare ring that carries as many words as the exclusive producer. */
    TableRow withWords(String words) {
        Map<String, String> withThem = new HashMap<>(params);
        withThem.put("words", words);
        return with(Map.copyOf(withThem))
                .withFloor(ContestantKind.STRAIT_EXCLUSIVE, Floor.WORD_RING);
    }

    /** The same row, with the synchronous block update beside the row's synchronous writes. */
    TableRow withSyncBlock() {
        return withFloor(ContestantKind.STRAIT_SYNC, Floor.SYNC_BLOCK);
    }

    private TableRow withFloor(ContestantKind kind, Floor floor) {
        Map<ContestantKind, Floor> more = new EnumMap<>(ContestantKind.class);
        more.putAll(floors);
        more.put(kind, floor);
        return withFloors(more);
    }

    /** The labels of all that are measured, each floor's behind that of its contestant. */
    List<String> labels() {
        return contestants.stream()
                .flatMap(
                        kind ->
                                Stream.concat(
                                        Stream.of(kind.label()),
                                        Stream.ofNullable(floors.get(kind)).map(Floor::label)))
                .toList();
    }

    /** The class that measures the one with a label. */
    Class<?> benchmarkOf(String label) {
        return Floor.labelled(label).isPresent() ? FloorBenchmark.class : benchmark;
    }

    private TableRow copy(
            Map<String, String> newParams,
            int newThreads,
            int newHeapGb,
            int newMaxForks,
            int newWarmupFactor,
            boolean newFullOnly,
            Map<ContestantKind, Floor> newFloors) {
        return new TableRow(
                id,
                title,
                work,
                benchmark,
                newParams,
                newThreads,
                newHeapGb,
                newMaxForks,
                newWarmupFactor,
                newFullOnly,
                contestants,
                newFloors);
    }
}

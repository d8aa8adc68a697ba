package io.strait.bench.table;

import static io.strait.bench.contestant.ContestantKind.CONCURRENT_MAP;
import static io.strait.bench.contestant.ContestantKind.CONCURRENT_MAP_INDEXED;
import static io.strait.bench.contestant.ContestantKind.LOCKED;
import static io.strait.bench.contestant.ContestantKind.LOCKED_INDEXED;
import static io.strait.bench.contestant.ContestantKind.MVSTORE;
import static io.strait.bench.contestant.ContestantKind.NON_BLOCKING_MAP;
import static io.strait.bench.contestant.ContestantKind.NON_BLOCKING_MAP_INDEXED;
import static io.strait.bench.contestant.ContestantKind.STRAIT_ASYNC;
import static io.strait.bench.contestant.ContestantKind.STRAIT_EXCLUSIVE;
import static io.strait.bench.contestant.ContestantKind.STRAIT_READER;
import static io.strait.bench.contestant.ContestantKind.STRAIT_SHARED;
import static io.strait.bench.contestant.ContestantKind.STRAIT_SYNC;

import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.subject.Floor;
import java.util.List;
import java.util.Map;

/**
 * Who takes part in which kind of row. Left out is who does all that another one does and more that
 * the row does not ask for: an index of pending tasks beside a concurrent map where nobody lists, a
 * scan of that map where all are listed. It cannot be the best, and takes as long to measure.
 */
final class RowContestants {
    /** Writes of tasks: an index of pending ones costs, so one rival is measured with it. */
    static final List<ContestantKind> TASK_WRITERS =
            List.of(
                    STRAIT_SYNC,
                    STRAIT_ASYNC,
                    STRAIT_EXCLUSIVE,
                    LOCKED,
                    LOCKED_INDEXED,
                    CONCURRENT_MAP,
                    NON_BLOCKING_MAP,
                    MVSTORE);

    /** Writes and lists of tasks in turn. */
    static final List<ContestantKind> TASK_WRITERS_AND_LISTERS =
            List.of(
                    STRAIT_SYNC,
                    STRAIT_ASYNC,
                    STRAIT_EXCLUSIVE,
                    LOCKED,
                    LOCKED_INDEXED,
                    CONCURRENT_MAP_INDEXED,
                    NON_BLOCKING_MAP_INDEXED,
                    MVSTORE);

    /**
     * Both at once from several threads, each list with the caller's own saves in it. Lists of
     * Strait that is handed writes need not hold them, so it would list less than the others do.
     */
    static final List<ContestantKind> TASK_WRITERS_WHO_LIST =
            TASK_WRITERS_AND_LISTERS.stream()
                    .filter(kind -> kind != STRAIT_ASYNC && kind != STRAIT_EXCLUSIVE)
                    .toList();

    /** Writes that no index bears on, and those of performers. */
    static final List<ContestantKind> WRITERS =
            List.of(
                    STRAIT_SYNC,
                    STRAIT_ASYNC,
                    STRAIT_EXCLUSIVE,
                    LOCKED,
                    CONCURRENT_MAP,
                    NON_BLOCKING_MAP,
                    MVSTORE);

    /** Block updates: what Strait's producers do too. */
    static final List<ContestantKind> BLOCK_SETTERS =
            List.of(
                    STRAIT_SYNC,
                    STRAIT_ASYNC,
                    STRAIT_SHARED,
                    STRAIT_EXCLUSIVE,
                    LOCKED,
                    CONCURRENT_MAP,
                    NON_BLOCKING_MAP,
                    MVSTORE);

    /** What a block update costs at least, made by one thread: with its answer, and without. */
    static final Map<ContestantKind, Floor> BLOCK_FLOORS =
            Map.of(STRAIT_SYNC, Floor.PING_PONG, STRAIT_EXCLUSIVE, Floor.BARE_RING);

    /** Lists of tasks. Reads are the same whether Strait's writes are synchronous or not. */
    static final List<ContestantKind> TASK_LISTERS =
            List.of(
                    STRAIT_SYNC,
                    STRAIT_READER,
                    LOCKED,
                    LOCKED_INDEXED,
                    CONCURRENT_MAP_INDEXED,
                    NON_BLOCKING_MAP_INDEXED,
                    MVSTORE);

    /** Lists of performers. */
    static final List<ContestantKind> PERFORMER_LISTERS =
            TASK_LISTERS.stream().filter(kind -> kind != LOCKED_INDEXED).toList();

    /** Reads that no index bears on. */
    static final List<ContestantKind> READERS =
            List.of(STRAIT_SYNC, STRAIT_READER, LOCKED, CONCURRENT_MAP, NON_BLOCKING_MAP, MVSTORE);

    /**
     * Reads of a task of which each waits for the one before: the fastest way of each store in
     * memory. Of MVStore's reads, which take a transaction each, that would tell nothing.
     */
    static final List<ContestantKind> TASK_READERS =
            List.of(STRAIT_READER, LOCKED, CONCURRENT_MAP, NON_BLOCKING_MAP);

    /** Those that can take a consistent view. */
    static final List<ContestantKind> SNAPSHOT_TAKERS = List.of(STRAIT_SYNC, LOCKED, MVSTORE);

    private RowContestants() {}
}

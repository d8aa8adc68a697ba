package io.strait.engine.state;

import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.engine.arena.Cells;
import io.strait.engine.record.TaskWords;

/**
 * The cell of a task. What look-ups and walks read comes first.
 *
 * <pre>
 *   0   header: see {@link Cells}; tagged with the number of its source
 *   3   stamps of its states: position (62 bits) | status (2)
 *   6   place in the order in which tasks were saved
 *   7   place among the tasks of its source: see {@link TaskSource}
 *   8   the task: see {@link TaskWords}
 *       created at, ms
 *       once it has finished, its place in the order of finishing; before, once dropped, its
 *       id's hash: the writer's
 *       lease of the one state that has one, ms
 *       for each state, when it came to it, ms
 * </pre>
 *
 * <p>States are added one behind the other, each with the first position of the batch that made it;
 * a reader takes the last one that its position shows. When there is no room for another, or for
 * another lease, the cell is replaced.
 */
public final class TaskCell {
    /** Where the task begins. */
    public static final int RECORD = 8;

    /** The place in the order in which tasks were saved. */
    static final int PLACE = 6;

    /** Its place among the tasks of its source. */
    static final int SOURCE_PLACE = 7;

    /** Changed together with {@link #stateAt}, which has no loop. */
    static final int MAX_STATES = 3;

    static final int STAMPS = Cells.HEADER_WORDS;

    /** The stamp of a state that is not there. */
    static final long NO_STAMP = Long.MAX_VALUE;

    private static final int STATUS_BITS = 2;
    private static final TaskStatus[] STATUSES = TaskStatus.values();
    private static final int TAIL_FINISHED = 1;
    private static final int TAIL_LEASE = 2;
    private static final int TAIL_UPDATED = 3;
    private static final int TAIL_WORDS = TAIL_UPDATED + MAX_STATES;

    private TaskCell() {}

    /** How many words the cell of a task has. */
    static int wordCount(long lengths) {
        return tail(lengths) + TAIL_WORDS;
    }

    /** How many words a task's cell has. */
    public static int wordCountAt(long[] chunk, int at) {
        return wordCount(lengths(chunk, at));
    }

    /** Which word has the moment at which a task was saved. */
    public static int createdAt(long lengths) {
        return tail(lengths);
    }

    /** Which word has its place in the order of finishing. */
    static int finishedPlace(long lengths) {
        return tail(lengths) + TAIL_FINISHED;
    }

    /** Which word has its lease. */
    public static int lease(long lengths) {
        return tail(lengths) + TAIL_LEASE;
    }

    /** Which word has the moment at which it came to a state. */
    public static int updatedAt(long lengths, int state) {
        return tail(lengths) + TAIL_UPDATED + state;
    }

    static long stamp(long position, int status) {
        return position << STATUS_BITS | status;
    }

    static long position(long stamp) {
        return stamp >>> STATUS_BITS;
    }

    static int statusOrdinal(long stamp) {
        return (int) stamp & (1 << STATUS_BITS) - 1;
    }

    static TaskStatus status(long stamp) {
        return STATUSES[statusOrdinal(stamp)];
    }

    /** Which state a task has at a position. Without a loop, because every read comes by. */
    public static int stateAt(long[] chunk, int at, long position) {
        if (isLater(chunk, at, 1, position)) {
            return 0;
        }
        return isLater(chunk, at, 2, position) ? 1 : 2;
    }

    /** The lengths of a task: see {@link TaskWords}. */
    public static long lengths(long[] chunk, int at) {
        return chunk[at + RECORD + TaskWords.LENGTHS];
    }

    /** The status of a state. */
    public static TaskStatus status(long[] chunk, int at, int state) {
        return status(chunk[at + STAMPS + state]);
    }

    /** When a task was saved, ms. */
    static long createdAtMs(long[] chunk, int at, long lengths) {
        return chunk[at + createdAt(lengths)];
    }

    /** When a task came to a state, ms. */
    static long updatedAtMs(long[] chunk, int at, long lengths, int state) {
        return chunk[at + updatedAt(lengths, state)];
    }

    /** The last moment of the lease of a state, ms, or {@link TaskRecord#NO_LEASE}. */
    static long leaseUntilMs(long[] chunk, int at, long lengths, int state) {
        return status(chunk, at, state) == TaskStatus.PROCESSING
                ? chunk[at + lease(lengths)]
                : TaskRecord.NO_LEASE;
    }

    private static boolean isLater(long[] chunk, int at, int state, long position) {
        // Pairs with the release store in TaskTable.setState: who takes a state sees it whole.
        return position(Cells.wordAcquire(chunk, at + STAMPS + state)) > position;
    }

    private static int tail(long lengths) {
        return RECORD + TaskWords.wordCount(lengths);
    }
}

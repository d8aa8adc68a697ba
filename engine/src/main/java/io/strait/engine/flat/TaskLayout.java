package io.strait.engine.flat;

/**
 * Which word of a task's cell holds what. The words from {@link #HASH} on are the task as a lane
 * carries it: see {@code codec.EncodedTask}. A task that came as an object keeps its block hash,
 * payload and addresses there, and has none of them here.
 *
 * <p>The states of a task are added one behind the other, each with the first position of the batch
 * that it was made in; a reader takes the last one that its position shows. Only when there is room
 * for no more is the cell replaced.
 */
final class TaskLayout {
    /** Its place in the order in which tasks were saved. */
    static final int ORDER = Cells.HEADER_WORDS;

    static final int CREATED_AT = 4;

    /** How many states there are: the writer's alone. */
    static final int STATE_COUNT = 5;

    /** Its neighbours among the finished tasks: the writer's alone. */
    static final int AGE_LINKS = 6;

    /** Its neighbours among the tasks from the same block: the writer's alone. */
    static final int BLOCK_LINKS = 7;

    static final int STATES = 8;
    static final int MAX_STATES = 4;
    static final int STATE_WORDS = 3;

    /** Within a state: its position and, in the lowest bits, the status. */
    static final int STAMP = 0;

    static final int UPDATED_AT = 1;
    static final int LEASE = 2;

    static final int STATUS_BITS = 2;

    /** The stamp of a state that is not there. */
    static final long NO_STAMP = Long.MAX_VALUE;

    static final int HASH = STATES + MAX_STATES * STATE_WORDS;
    static final int LENGTHS = HASH + 1;
    static final int AVS = HASH + 2;
    static final int CALLBACK = HASH + 3;
    static final int SET_AND_THRESHOLD = HASH + 4;
    static final int TIMESTAMP_AND_VERSION = HASH + 5;
    static final int DEADLINE = HASH + 6;
    static final int CHAIN_ID = HASH + 7;
    static final int SOURCE_BLOCK = HASH + 8;
    static final int L1_BLOCK = HASH + 9;
    static final int ID = HASH + 10;

    private TaskLayout() {}

    static long stamp(long position, int status) {
        return position << STATUS_BITS | status;
    }

    static long position(long stamp) {
        return stamp >>> STATUS_BITS;
    }

    static int status(long stamp) {
        return (int) stamp & (1 << STATUS_BITS) - 1;
    }

    static int idBytes(long lengths) {
        return (int) lengths & 0xFFFF;
    }

    static int hashBytes(long lengths) {
        return (int) (lengths >>> 16) & 0xFFFF;
    }

    static int payloadBytes(long lengths) {
        return (int) (lengths >>> 32);
    }
}

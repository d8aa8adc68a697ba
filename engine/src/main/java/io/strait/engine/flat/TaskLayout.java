package io.strait.engine.flat;

import io.strait.api.domain.TaskStatus;
import io.strait.engine.word.Words;

/**
 * Which word of a task's cell holds what. What a lookup and a walk look at comes first. The words
 * from {@link #HASH} to before {@link #ORDER}, and those from {@link #ID} on, are the task as a
 * lane carries it: see {@code codec.EncodedTask}. A task that came as an object keeps its block
 * hash, payload and addresses there, and has none of them here.
 *
 * <p>The states of a task are added one behind the other, each with the first position of the batch
 * that it was made in; a reader takes the last one that its position shows. Only when there is room
 * for no more is the cell replaced. Their stamps are where a reader looks without having read the
 * lengths; the rest of them is behind the texts.
 */
final class TaskLayout {
    private static final TaskStatus[] STATUSES = TaskStatus.values();

    static final int HASH = Cells.HEADER_WORDS;
    static final int LENGTHS = HASH + 1;
    static final int SOURCE_BLOCK = HASH + 2;
    static final int CHAIN_ID = HASH + 3;
    static final int DEADLINE = HASH + 4;
    static final int AVS = HASH + 5;
    static final int CALLBACK = HASH + 6;
    static final int SET_AND_THRESHOLD = HASH + 7;
    static final int TIMESTAMP_AND_VERSION = HASH + 8;
    static final int L1_BLOCK = HASH + 9;

    /** How many words precede the id in a lane. */
    static final int WORDS_BEFORE_ID = L1_BLOCK + 1 - HASH;

    /** Its place in the order in which tasks were saved. */
    static final int ORDER = HASH + WORDS_BEFORE_ID;

    static final int CREATED_AT = ORDER + 1;

    /** Its neighbours among the finished tasks: the writer's alone. */
    static final int AGE_LINKS = ORDER + 2;

    /** Its neighbours among the tasks from the same block: the writer's alone. */
    static final int BLOCK_LINKS = ORDER + 3;

    /** Changed together with {@link TaskStates}, which has no loop. */
    static final int MAX_STATES = 4;

    /** For each state its position and, in the lowest bits, the status. */
    static final int STAMPS = ORDER + 4;

    static final int STATUS_BITS = 2;

    /** The stamp of a state that is not there. */
    static final long NO_STAMP = Long.MAX_VALUE;

    static final int ID = STAMPS + MAX_STATES;

    /** How many words there are between those that precede the id in a lane, and the id. */
    static final int GAP = ID - ORDER;

    private static final int TIMES_WORDS = 2;

    private TaskLayout() {}

    /** Behind the id, the block hash and the payload. */
    static int textsEnd(long lengths) {
        return ID
                + Words.wordCount(idBytes(lengths))
                + Words.wordCount(hashBytes(lengths))
                + Words.wordCount(payloadBytes(lengths));
    }

    /** When the status changed to that of a state. */
    static int updatedAt(long lengths, int state) {
        return textsEnd(lengths) + state * TIMES_WORDS;
    }

    /** The lease of a state. */
    static int lease(long lengths, int state) {
        return updatedAt(lengths, state) + 1;
    }

    /** How many words a cell has that has room for so many states. */
    static int wordCount(long lengths, int states) {
        return updatedAt(lengths, states);
    }

    static long stamp(long position, int status) {
        return position << STATUS_BITS | status;
    }

    static long position(long stamp) {
        return stamp >>> STATUS_BITS;
    }

    static TaskStatus status(long stamp) {
        return STATUSES[(int) stamp & (1 << STATUS_BITS) - 1];
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

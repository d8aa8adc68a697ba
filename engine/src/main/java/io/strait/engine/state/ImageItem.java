package io.strait.engine.state;

/**
 * An image of a state: all that it holds as of a position, item by item. It depends on nothing but
 * what the state means: not on the hashes' secrets, nor on where things lie or what was there
 * before. So equal states have equal images, word for word.
 *
 * <pre>
 *   an item                 0   kind (32 bits) | how many words follow (32)
 *                           1   words
 *
 *   kind                        words                                                  how many
 *   1   TIME                    begun (1 or 0), last, leap, now: see {@link SteadyTime}    1
 *   2   COUNTS                  chains, active tasks, finished tasks, operator sets'       1
 *                               configurations, AVSs', performers, tasks in flight,
 *                               deployments, tasks begun or done
 *   3   CHAIN                   last processed block, how many blocks, the chain           any
 *   4   PRUNED_BLOCK            of the chain before: the newest that was too old           0, 1
 *   5   BLOCK                   of the chain before: by number                             any
 *   6   OPERATOR_SET_CONFIG     the record, as of all kinds down to 11                     any
 *   7   AVS_CONFIG
 *   8   PERFORMER
 *   9   INFLIGHT_TASK
 *   10  DEPLOYMENT
 *   11  PROCESSED_TASK
 *   12  FAILED_DEPLOYMENTS      which deployments, in the order in which they failed       any
 *   13  TASK                    status, created, updated, lease (ms), the task             any
 *   14  FINISHED_TASKS          which tasks, in the order in which they finished           any
 * </pre>
 *
 * <p>They come in this order, chains with their blocks, and each kind in the order of its table.
 * Runs of numbers are cut into items of at most 1,024.
 */
public final class ImageItem {
    static final int TIME = 1;
    static final int COUNTS = 2;
    static final int CHAIN = 3;
    static final int PRUNED_BLOCK = 4;
    static final int BLOCK = 5;
    static final int OPERATOR_SET_CONFIG = 6;
    static final int AVS_CONFIG = 7;
    static final int PERFORMER = 8;
    static final int INFLIGHT_TASK = 9;
    static final int DEPLOYMENT = 10;
    static final int PROCESSED_TASK = 11;
    static final int FAILED_DEPLOYMENTS = 12;
    static final int TASK = 13;
    static final int FINISHED_TASKS = 14;

    /** Where in COUNTS which is: of records from the last one on, by kind. */
    static final int COUNTED_CHAINS = 0;

    static final int COUNTED_ACTIVE = 1;
    static final int COUNTED_FINISHED = 2;
    static final int COUNTED_RECORDS = 3;

    private ImageItem() {}

    /** The word that precedes the words of an item. */
    public static long lead(int kind, int wordCount) {
        return (long) kind << Integer.SIZE | wordCount;
    }

    /** The kind of an item. */
    public static int kind(long lead) {
        return (int) (lead >>> Integer.SIZE);
    }

    /** How many words an item has. */
    public static int wordCount(long lead) {
        return (int) lead;
    }
}

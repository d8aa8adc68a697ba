package io.strait.engine.state;

import io.strait.api.domain.TaskStatus;
import io.strait.engine.arena.Cells;
import io.strait.engine.index.CellList;
import io.strait.engine.record.TaskWords;
import java.io.IOException;
import java.util.Arrays;

/**
 * The aggregator's tasks in an image. Their sources, and the order of the tasks of each, follow
 * from the order in which they were saved. An item:
 *
 * <pre>
 *   0   status, its ordinal
 *   1   created at, ms
 *   2   updated at, ms
 *   3   lease, ms; Long.MAX_VALUE for none
 *   4   the task: see {@link TaskWords}
 * </pre>
 */
final class TaskImage {
    private static final int STATUS = 0;
    private static final int CREATED = 1;
    private static final int UPDATED = 2;
    private static final int LEASE = 3;
    private static final int RECORD = 4;
    private static final TaskStatus[] STATUSES = TaskStatus.values();

    private final TaskTable tasks;
    private final Cells cells;

    /** The tasks in the order in which they were saved. */
    private final CellList all = new CellList();

    /** The numbers in it of those that have finished. */
    private final CellList finished = new CellList();

    private long[] words = new long[64];

    TaskImage(TaskTable tasks) {
        this.tasks = tasks;
        cells = tasks.cells();
    }

    /** Finds the tasks at a pinned position. */
    void find(long position) {
        tasks.addAllAt(position, all);
        for (int i = 0; i < all.count(); i++) {
            if (STATUSES[tasks.statusAt(all.get(i), position)].isFinal()) {
                finished.add(i);
            }
        }
    }

    int activeCount() {
        return all.count() - finished.count();
    }

    int finishedCount() {
        return finished.count();
    }

    void write(long position, ImageSink sink) throws IOException {
        for (int i = 0; i < all.count(); i++) {
            int count = copy(all.get(i), position);
            sink.item(ImageItem.TASK, words, 0, count);
        }
        ImageOrder.write(
                ImageItem.FINISHED_TASKS, finished, i -> tasks.finishedPlaceAt(all.get(i)), sink);
    }

    void reserve(int count) {
        tasks.reserve(count);
    }

    void restore(long[] source, int at) {
        int recordAt = at + RECORD;
        int cell =
                tasks.put(
                        source,
                        recordAt,
                        tasks.keyHash(source, recordAt),
                        STATUSES[(int) source[at + STATUS]],
                        source[at + CREATED],
                        source[at + UPDATED],
                        source[at + LEASE]);
        all.add(cell);
    }

    void restoreFinished(long[] source, int at, int count) {
        ImageOrder.restore(source, at, count, all, tasks.finished());
    }

    private int copy(int cell, long position) {
        long[] chunk = Cells.chunk(cells.chunksAcquire(), cell);
        int at = Cells.at(cell);
        int state = TaskCell.stateAt(chunk, at, position);
        long lengths = TaskCell.lengths(chunk, at);
        int recordWords = TaskWords.wordCount(lengths);
        if (RECORD + recordWords > words.length) {
            words = Arrays.copyOf(words, 2 * (RECORD + recordWords));
        }
        words[STATUS] = TaskCell.status(chunk, at, state).ordinal();
        words[CREATED] = TaskCell.createdAtMs(chunk, at, lengths);
        words[UPDATED] = TaskCell.updatedAtMs(chunk, at, lengths, state);
        words[LEASE] = TaskCell.leaseUntilMs(chunk, at, lengths, state);
        System.arraycopy(chunk, at + TaskCell.RECORD, words, RECORD, recordWords);
        return RECORD + recordWords;
    }
}

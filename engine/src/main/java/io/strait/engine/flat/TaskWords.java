package io.strait.engine.flat;

import io.strait.api.domain.Task;
import io.strait.api.internal.Hash64;
import io.strait.engine.word.WordBuffer;
import io.strait.engine.word.WordId;
import io.strait.engine.word.Words;

/** A task's words as such. */
final class TaskWords {
    private TaskWords() {}

    /** How many words a task takes in a lane. */
    static int count(long lengths) {
        return TaskLayout.textsEnd(lengths) - TaskLayout.GAP - TaskLayout.HASH;
    }

    /** Whether the task in a cell has this id. */
    static boolean hasId(long[] chunk, int cellAt, long[] id, int at, int byteCount) {
        if (TaskLayout.idBytes(chunk[cellAt + TaskLayout.LENGTHS]) != byteCount) {
            return false;
        }
        int first = cellAt + TaskLayout.ID;
        for (int i = 0; i < Words.wordCount(byteCount); i++) {
            if (chunk[first + i] != id[at + i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the task in a cell has this id, which is a text or a {@link WordId}. */
    static boolean hasId(long[] chunk, int cellAt, Object id) {
        int byteCount = TaskLayout.idBytes(chunk[cellAt + TaskLayout.LENGTHS]);
        int first = cellAt + TaskLayout.ID;
        return id instanceof WordId packed
                ? packed.isSame(chunk, first, byteCount)
                : Words.isUtf8Of(chunk, first, byteCount, (String) id);
    }

    /** Adds the words of a task that is kept as an object: its numbers and its id. */
    static void addWithoutTexts(Task task, WordBuffer target) {
        target.add(Hash64.of(task.id()));
        int lengthsAt = target.count();
        target.add(0);
        target.add(task.sourceBlockNumber());
        target.add(task.chainId());
        target.add(task.deadlineMs());
        target.add(-1);
        target.add(-1);
        target.add(task.operatorSetId() | (long) task.thresholdBps() << 32);
        target.add(task.referenceTimestamp() | task.version() << 32);
        target.add(task.l1ReferenceBlockNumber());
        target.words()[lengthsAt] = target.addId("taskId", task.id());
    }
}

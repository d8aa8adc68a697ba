package io.strait.engine.record;

import io.strait.api.domain.Task;

/** Tasks by their ids: see {@link TaskWords}. */
public final class TaskType extends IdRecordType<Task> {
    /** The one there is. */
    public static final TaskType INSTANCE = new TaskType();

    private TaskType() {
        super(TaskWords.ID);
    }

    @Override
    int idBytes(long[] words, int at) {
        return TaskWords.idBytes(words[at + TaskWords.LENGTHS]);
    }

    @Override
    String id(Task task) {
        return task.id();
    }

    @Override
    public int wordCount(long[] words, int at) {
        return TaskWords.wordCount(words[at + TaskWords.LENGTHS]);
    }

    @Override
    public Task decode(long[] words, int at) {
        return TaskWords.decode(words, at);
    }
}

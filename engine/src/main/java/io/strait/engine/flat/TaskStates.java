package io.strait.engine.flat;

/** The states of a task as a reader sees them. */
final class TaskStates {
    private TaskStates() {}

    /**
     * Where the state is that a task has at a position.
     *
     * @return an index in the chunk
     */
    static int find(long[] chunk, int cellAt, long position) {
        int at = cellAt + TaskLayout.STATES;
        int found = at;
        for (int i = 1; i < TaskLayout.MAX_STATES; i++) {
            at += TaskLayout.STATE_WORDS;
            // Pairs with the release store in FlatTasks.addState: who takes a state sees it whole.
            if (TaskLayout.position(Cells.wordAcquire(chunk, at)) > position) {
                break;
            }
            found = at;
        }
        return found;
    }
}

package io.strait.engine.flat;

/** The states of a task as a reader sees them. */
final class TaskStates {
    private TaskStates() {}

    /**
     * Which state a task has at a position. Without a loop, because every read comes by.
     *
     * @return from 0 to {@link TaskLayout#MAX_STATES} - 1
     */
    static int find(long[] chunk, int cellAt, long position) {
        if (isLater(chunk, cellAt, 1, position)) {
            return 0;
        }
        if (isLater(chunk, cellAt, 2, position)) {
            return 1;
        }
        return isLater(chunk, cellAt, 3, position) ? 2 : 3;
    }

    private static boolean isLater(long[] chunk, int cellAt, int state, long position) {
        // Pairs with the release store in FlatTasks.setState: who takes a state sees it whole.
        long stamp = Cells.wordAcquire(chunk, cellAt + TaskLayout.STAMPS + state);
        return TaskLayout.position(stamp) > position;
    }
}

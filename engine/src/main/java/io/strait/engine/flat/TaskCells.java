package io.strait.engine.flat;

/** The cells of tasks: one that is used again forgets the object that its task came as. */
final class TaskCells extends Cells {
    private final TypedTasks typed;

    TaskCells(TypedTasks typed) {
        this.typed = typed;
    }

    @Override
    void free(int cell) {
        // Before its object goes: a walk that comes by later passes it by.
        begin(cell, Long.MAX_VALUE);
        typed.remove(cell);
        super.free(cell);
    }
}

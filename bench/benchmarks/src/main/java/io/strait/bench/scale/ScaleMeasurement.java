package io.strait.bench.scale;

import io.strait.bench.chart.AxisUnit;

/** What is measured at each size. */
public enum ScaleMeasurement {
    /** All of the heap that a filled store retains, but for what an empty one does. */
    STORE_HEAP("heap per task, all that the store retains", "store", AxisUnit.BYTES),
    /** The part of it that the {@code Task} values are, which the caller made. */
    TASK_VALUES_HEAP("heap per task, the Task values' part of it", "Task values", AxisUnit.BYTES),
    /** The same of tasks saved by bytes. */
    BYTES_HEAP("heap per task, saved by bytes", "by bytes", AxisUnit.BYTES),
    /** The same of the reference's tasks, saved as objects: their values are a part of it. */
    REFERENCE_HEAP("heap per task of the reference, as objects", "reference's", AxisUnit.BYTES),
    /** The same of the reference's tasks, saved by bytes. */
    REFERENCE_BYTES_HEAP(
            "heap per task of the reference, by bytes", "reference's by bytes", AxisUnit.BYTES),
    /** What stays of the one before when 1,000 tasks are left, for each that there was. */
    KEPT_HEAP(
            "of that, kept with 1,000 left, after 10,000 further commands",
            "kept with 1,000 left",
            AxisUnit.BYTES),
    /** A read by a random id. */
    GET_TASK("getTask, random id", "getTask"),
    /** A consistent view of everything. */
    SNAPSHOT("snapshot()", "snapshot"),
    /** Getting the list and nothing else. */
    LIST_CALL("listPendingTasks(), the call alone", "list, the call alone"),
    /** Getting the list and visiting its beginning. */
    LIST_FIRST("listPendingTasks() and a visit to the first 1,000", "list, first 1,000"),
    /** Getting the list and visiting all of it, for each task visited. */
    LIST_ALL("listPendingTasks() and a visit to all, a task", "list all, a task"),
    /** Two synchronous writes, each with its hand-over to the writer thread and back. */
    WRITE("deleteTask (the oldest) + saveTask, synchronous", "delete + save, synchronous"),
    /** One write, applied and published without a hand-over. */
    BATCH_OF_1(1),
    /** As before, 16 writes at once. */
    BATCH_OF_16(16),
    /** As before, 256 writes at once. */
    BATCH_OF_256(256);

    private final String title;
    private final String shortTitle;
    private final AxisUnit unit;
    private final int writes;

    ScaleMeasurement(String title, String shortTitle, AxisUnit unit) {
        this(title, shortTitle, unit, 0);
    }

    ScaleMeasurement(String title, String shortTitle) {
        this(title, shortTitle, AxisUnit.NANOSECONDS, 0);
    }

    ScaleMeasurement(int writes) {
        this(batchTitle(writes), batchTitle(writes), AxisUnit.NANOSECONDS, writes);
    }

    ScaleMeasurement(String title, String shortTitle, AxisUnit unit, int writes) {
        this.title = title;
        this.shortTitle = shortTitle;
        this.unit = unit;
        this.writes = writes;
    }

    String title() {
        return title;
    }

    /** For a chart's legend. */
    String shortTitle() {
        return shortTitle;
    }

    /** The unit of the figures. */
    String unitName() {
        return unit == AxisUnit.BYTES ? "B" : "ns";
    }

    boolean isTime() {
        return unit == AxisUnit.NANOSECONDS;
    }

    /** How many writes are in a batch; 0 where there are no batches. */
    int writes() {
        return writes;
    }

    private static String batchTitle(int writes) {
        return "batch of " + writes + (writes == 1 ? " write" : " writes");
    }
}

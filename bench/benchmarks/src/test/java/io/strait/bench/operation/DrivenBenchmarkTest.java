package io.strait.bench.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.bench.operation.DrivenReadBenchmark.PackedDeadlines;
import io.strait.bench.operation.DrivenReadBenchmark.PackedStatuses;
import io.strait.bench.operation.DrivenReadBenchmark.PackedTasks;
import io.strait.bench.operation.DrivenReadBenchmark.RecordMap;
import io.strait.bench.operation.DrivenReadBenchmark.TaskMap;
import io.strait.bench.operation.DrivenReadBenchmark.Tasks;
import io.strait.bench.operation.DrivenReadBenchmark.TypedTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The driven benchmarks run, and their checks notice what is not there. */
class DrivenBenchmarkTest {
    private static final int READS = 1_500;

    @Test
    void shouldTurnOverByBytes() {
        DrivenTurnoverBenchmark benchmark = turnover();
        benchmark.saveAndDelete();
        benchmark.tearDown();
    }

    @Test
    void shouldTurnOverTyped() {
        DrivenTurnoverBenchmark benchmark = turnover();
        benchmark.saveAndDeleteTyped();
        benchmark.tearDown();
    }

    @Test
    void shouldLive() {
        DrivenTaskLifeBenchmark benchmark = new DrivenTaskLifeBenchmark();
        benchmark.setUp();
        benchmark.live();
        benchmark.tearDown();
    }

    @Test
    void shouldUpdateBlocks() {
        DrivenBlockBenchmark benchmark = new DrivenBlockBenchmark();
        benchmark.setUp();
        benchmark.setLastProcessedBlock();
        benchmark.tearDown();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldWalkAfterChanges(boolean snapshotHeld) {
        DrivenWalkAfterChangeBenchmark benchmark =
                filled(new DrivenWalkAfterChangeBenchmark(), snapshotHeld);
        long first = benchmark.walk();
        benchmark.change();
        assertEquals(first + DrivenPendingBenchmark.TASKS, benchmark.walk());
        benchmark.tearDown();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldListAfterChanges(boolean snapshotHeld) {
        DrivenListAfterChangeBenchmark benchmark =
                filled(new DrivenListAfterChangeBenchmark(), snapshotHeld);
        long first = benchmark.list();
        benchmark.change();
        assertEquals(first + 1, benchmark.list());
        benchmark.tearDown();
    }

    /** Seen to fail without either sum. */
    @Test
    void shouldNoticeThatATaskIsNotWalkedOverOrListed() {
        DrivenWalkBenchmark walk = filled(new DrivenWalkBenchmark(), false);
        walk.delete(walk.newest());
        walk.walk();
        assertNoticed("sum of what was visited", walk::tearDown);
        DrivenListBenchmark list = filled(new DrivenListBenchmark(), false);
        list.delete(list.newest());
        list.list();
        assertNoticed("sizes and last tasks of the lists", list::tearDown);
    }

    /** A snapshot that shows what was saved later. */
    @Test
    void shouldNoticeASnapshotThatHasMoved() {
        DrivenListBenchmark benchmark = filled(new DrivenListBenchmark(), false);
        benchmark.hold();
        assertNoticed("task", benchmark::tearDown);
    }

    @Test
    void shouldNoticeATaskTooMany() {
        DrivenTurnoverBenchmark benchmark = turnover();
        benchmark.writes.saveTask(1_000_000);
        benchmark.drive();
        assertNoticed("pending tasks", benchmark::tearDown);
    }

    @Test
    void shouldNoticeARefusedWrite() {
        DrivenTurnoverBenchmark benchmark = turnover();
        benchmark.writes.deleteTask(1_000_000);
        benchmark.drive();
        assertNoticed("refused writes", benchmark::tearDown);
    }

    @Test
    void shouldNoticeABatchWithoutItsWrite() {
        assertNoticed("writes in the batch", turnover()::drive);
    }

    @Test
    void shouldRead() {
        DrivenReadBenchmark benchmark = new DrivenReadBenchmark();
        PackedStatuses statuses = filled(new PackedStatuses());
        PackedDeadlines deadlines = filled(new PackedDeadlines());
        PackedTasks packed = filled(new PackedTasks());
        TypedTasks typed = filled(new TypedTasks());
        TaskMap taskMap = filled(new TaskMap());
        RecordMap recordMap = filled(new RecordMap());
        for (int i = 0; i < READS; i++) {
            assertEquals(benchmark.statusInMap(recordMap), benchmark.status(statuses));
            long number = benchmark.fieldInMap(taskMap);
            assertEquals(number, benchmark.typed(typed));
            assertEquals(number, benchmark.view(packed));
            assertEquals(deadlines.expected((int) number), benchmark.field(deadlines));
        }
        statuses.tearDown();
        deadlines.tearDown();
        packed.tearDown();
        typed.tearDown();
        taskMap.tearDown();
        recordMap.tearDown();
    }

    @Test
    void shouldNoticeAReadOfSomethingElse() {
        TaskMap map = filled(new TaskMap());
        map.nextId();
        map.found(-1);
        assertNoticed("sum of what was read", map::tearDown);
    }

    private static DrivenTurnoverBenchmark turnover() {
        DrivenTurnoverBenchmark benchmark = new DrivenTurnoverBenchmark();
        benchmark.tasks = 1_000;
        benchmark.setUp();
        return benchmark;
    }

    private static <T extends DrivenPendingBenchmark> T filled(T benchmark, boolean snapshotHeld) {
        benchmark.turnover = 3 * DrivenPendingBenchmark.TASKS;
        benchmark.snapshotHeld = snapshotHeld;
        benchmark.setUp();
        return benchmark;
    }

    private static <T extends Tasks> T filled(T tasks) {
        tasks.tasks = 1_000;
        tasks.setUp();
        return tasks;
    }

    private static void assertNoticed(String message, Runnable call) {
        IllegalStateException noticed = assertThrows(IllegalStateException.class, call::run);
        assertTrue(noticed.getMessage().startsWith(message + ": "), noticed::getMessage);
    }
}

package io.strait.api.domain;

import static io.strait.api.ArgumentRules.assertNotNullRule;
import static io.strait.api.ArgumentRules.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollbackTest {
    private static final Chain CHAIN = Chain.of("avs", 1);
    private static final Block BLOCK = new Block(CHAIN, 1, "h", "p", 0);
    private static final TaskRecord RECORD =
            new TaskRecord(Task.builder("t", CHAIN.avs()).build(), TaskStatus.PENDING, 0, 0, 0);

    @Test
    void shouldCopyTheLists() {
        List<Block> blocks = new ArrayList<>(List.of(BLOCK));
        List<TaskRecord> tasks = new ArrayList<>(List.of(RECORD));
        Rollback rollback = new Rollback(CHAIN, 0, blocks, tasks);
        blocks.clear();
        tasks.clear();
        assertEquals(List.of(BLOCK), rollback.blocks());
        assertEquals(List.of(RECORD), rollback.tasks());
        assertThrows(UnsupportedOperationException.class, () -> rollback.blocks().remove(BLOCK));
        assertThrows(UnsupportedOperationException.class, () -> rollback.tasks().remove(RECORD));
    }

    @Test
    void shouldRejectNull() {
        assertNotNullRule("chain", (Chain v) -> new Rollback(v, 0, List.of(), List.of()));
        assertNotNullRule("blocks", (List<Block> v) -> new Rollback(CHAIN, 0, v, List.of()));
        assertNotNullRule("tasks", (List<TaskRecord> v) -> new Rollback(CHAIN, 0, List.of(), v));
        assertRefused(
                "tasks[]=null must not be null",
                () -> new Rollback(CHAIN, 0, List.of(), Arrays.asList((TaskRecord) null)));
    }
}

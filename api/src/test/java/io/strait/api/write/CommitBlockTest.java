package io.strait.api.write;

import static io.strait.api.ArgumentRules.assertRangeRule;
import static io.strait.api.ArgumentRules.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.domain.Address;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskBuilder;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommitBlockTest {
    private static final Address AVS = Address.of("0xab");
    private static final Chain CHAIN = Chain.of(AVS, -1);
    private static final Block BLOCK = new Block(CHAIN, 7, "h7", "h6", 0);

    @Test
    void shouldTakeTasksOfItsBlock() {
        Task sameAvsSpelledOtherwise = task("b").avs(Address.of("0XAB")).build();
        List<Task> tasks = List.of(task("a").build(), sameAvsSpelledOtherwise);
        assertEquals(tasks, new CommitBlock(BLOCK, tasks, 0).tasks());
    }

    @Test
    void shouldCopyTheTasks() {
        List<Task> source = new ArrayList<>(List.of(task("a").build()));
        CommitBlock commit = new CommitBlock(BLOCK, source, 0);
        source.clear();
        assertEquals(List.of(task("a").build()), commit.tasks());
    }

    @Test
    void shouldRejectNullTask() {
        assertRefused(
                "tasks[]=null must not be null",
                () -> new CommitBlock(BLOCK, Arrays.asList((Task) null), 0));
    }

    @Test
    void shouldRejectTheSameIdTwice() {
        assertRefused(
                "taskId=a stands twice in tasks", () -> commit(task("a"), task("b"), task("a")));
    }

    @Test
    void shouldTellIdsApartThatDifferInCaseAlone() {
        assertEquals(2, commit(task("0xA"), task("0xa")).tasks().size());
    }

    @Test
    void shouldRejectTaskOfAnotherAvs() {
        assertRefused(
                "task.avs=0xac must be that of the block: 0xab",
                () -> commit(task("a"), task("b").avs(Address.of("0xAC"))));
    }

    @Test
    void shouldRejectTaskOfAnotherChain() {
        assertRefused(
                "task.chainId=18446744073709551614 must be that of the block:"
                        + " 18446744073709551615",
                () -> commit(task("a").chainId(-2)));
    }

    @Test
    void shouldRejectTaskOfAnotherBlock() {
        assertRefused(
                "task.sourceBlockNumber=6 must be that of the block: 7",
                () -> commit(task("a").sourceBlockNumber(6)));
    }

    @Test
    void shouldNotLookAtTheBlockHashOfTasks() {
        assertEquals(1, commit(task("a").blockHash("another")).tasks().size());
    }

    @Test
    void shouldKeepPruneBelowWithinTheBlockNumber() {
        assertRangeRule("pruneBelow", 0, 7, v -> new CommitBlock(BLOCK, List.of(), v));
    }

    private static TaskBuilder task(String id) {
        return Task.builder(id, AVS).source(BLOCK);
    }

    private static CommitBlock commit(TaskBuilder... tasks) {
        return new CommitBlock(BLOCK, Arrays.stream(tasks).map(TaskBuilder::build).toList(), 0);
    }
}

package io.strait.engine.reorg;

import io.strait.api.domain.Block;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which tasks a block carries, and what becomes of them: told by its hash, so that it is the same
 * in every run.
 */
final class BranchTasks {
    private static final int HEX = 16;

    private BranchTasks() {}

    /** No tasks in every second block, else one or two. */
    static List<Task> of(Block block) {
        int digit = digit(block, 1);
        int count = digit % 2 == 1 ? 0 : 1 + digit / 2 % 2;
        return IntStream.range(0, count).mapToObj(i -> task(block, i)).toList();
    }

    /** The statuses through which a task goes after it was found, in order. */
    static List<TaskStatus> fate(Block block, Task task) {
        return switch ((digit(block, 2) + task.id().hashCode() % 2) % 4) {
            case 1 -> List.of(TaskStatus.PROCESSING);
            case 2 -> List.of(TaskStatus.PROCESSING, TaskStatus.COMPLETED);
            case 3 -> List.of(TaskStatus.FAILED);
            default -> List.of();
        };
    }

    private static Task task(Block block, int index) {
        String id = block.chain().avs() + "-" + block.hash() + "-" + index;
        return Task.builder(id, block.chain().avs())
                .source(block)
                .payload(Bytes.ofUtf8(id))
                .build();
    }

    private static int digit(Block block, int fromEnd) {
        return Character.digit(block.hash().charAt(block.hash().length() - fromEnd), HEX);
    }
}

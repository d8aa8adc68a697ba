package io.strait.engine;

import io.strait.api.domain.Address;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import java.util.List;

/** The chain that the tests write to: every block comes with one task. */
public final class StressedChain {
    /** The chain. */
    public static final Chain CHAIN = Chain.of(Address.of("0xa1"), 1);

    private static final int BLOCKS = 8;
    private static final CommitBlock[] COMMITS = new CommitBlock[BLOCKS];

    static {
        for (int number = 0; number < BLOCKS; number++) {
            Block block = new Block(CHAIN, number, "hash" + number, "hash" + (number - 1), 0);
            Task task = Task.builder(taskId(number), CHAIN.avs()).source(block).build();
            COMMITS[number] = new CommitBlock(block, List.of(task), 0);
        }
    }

    private StressedChain() {}

    /**
     * The write that commits a block and its task; made before any test starts.
     *
     * @param number the block's number, 0 to 7
     * @return the write
     */
    public static CommitBlock commit(int number) {
        return COMMITS[number];
    }

    /**
     * The id of a block's task.
     *
     * @param number the block's number
     * @return the id
     */
    public static String taskId(int number) {
        return "task" + number;
    }
}

package io.strait.engine;

import io.strait.api.domain.Address;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.api.write.AggregatorWrite.SetLastProcessedBlock;
import io.strait.engine.StressedState.Command;
import java.util.List;

/** The chain that the tests write to: every block comes with one task. */
public final class StressedChain {
    /** The chain. */
    public static final Chain CHAIN = Chain.of(Address.of("0xa1"), 1);

    private static final int BLOCKS = 8;
    private static final Command[] UPDATES = new Command[BLOCKS];
    private static final CommitBlock[] COMMITS = new CommitBlock[BLOCKS];
    private static final Command[] ENCODED_COMMITS = new Command[BLOCKS];

    static {
        for (int number = 0; number < BLOCKS; number++) {
            Block block = new Block(CHAIN, number, "hash" + number, "hash" + (number - 1), 0);
            Task task = Task.builder(taskId(number), CHAIN.avs()).source(block).build();
            UPDATES[number] = Command.of(new SetLastProcessedBlock(CHAIN, number), 0);
            COMMITS[number] = new CommitBlock(block, List.of(task), 0);
            ENCODED_COMMITS[number] = Command.of(COMMITS[number], 0);
        }
    }

    private StressedChain() {}

    /** The write that commits a block, 0 to 7, and its task; made before any test starts. */
    public static CommitBlock commitWrite(int number) {
        return COMMITS[number];
    }

    /** The same, encoded. */
    public static Command commit(int number) {
        return ENCODED_COMMITS[number];
    }

    /** A block update to a number, encoded. */
    public static Command update(int number) {
        return UPDATES[number];
    }

    /** The id of a block's task. */
    public static String taskId(int number) {
        return "task" + number;
    }
}

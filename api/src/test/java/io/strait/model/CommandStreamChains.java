package io.strait.model;

import static io.strait.model.CommandStreamBlocks.BRANCHES;
import static io.strait.model.CommandStreamBlocks.MAX_NUMBER;

import io.strait.api.ParentCheck;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.write.AggregatorWrite;
import io.strait.api.write.Write;
import java.util.ArrayList;
import java.util.List;

/**
 * The writes about blocks. It keeps a guess at where each chain stands, as if its writes succeeded;
 * that makes long runs of commits and reorganisations that fit, and where the guess is wrong,
 * writes that do not.
 */
final class CommandStreamChains {
    /** Chains drawn often: few enough for the tight limits, so that most are taken up. */
    private static final int USUAL_CHAINS = 4;

    /** The usual chains come first, in turn: later ones might find that no more are taken up. */
    private static final int TURNS = 8 * USUAL_CHAINS;

    private final CommandStreamDice dice;
    private final CommandStreamTasks tasks;
    private final int[] heads = new int[CommandStreamPool.CHAIN_COUNT];
    private final int[] branches = new int[CommandStreamPool.CHAIN_COUNT];
    private final int[][] branchAt = new int[CommandStreamPool.CHAIN_COUNT][MAX_NUMBER + 1];
    private int focus;
    private int turns;

    CommandStreamChains(CommandStreamDice dice, CommandStreamTasks tasks) {
        this.dice = dice;
        this.tasks = tasks;
        for (int i = 0; i < heads.length; i++) {
            heads[i] = -1;
        }
    }

    /** Chooses the chain that most of the writes to come are about. */
    void refocus() {
        focus = dice.below(USUAL_CHAINS);
    }

    Write<?> setLastProcessedBlock() {
        int chain = nextChainToTakeUp();
        if (dice.percent(1)) {
            heads[chain] = MAX_NUMBER;
            return new AggregatorWrite.SetLastProcessedBlock(
                    spelled(chain), dice.percent(50) ? Long.MAX_VALUE : Long.MAX_VALUE - 1);
        }
        int number = near(heads[chain], -1, 2);
        heads[chain] = Math.max(heads[chain], number);
        return new AggregatorWrite.SetLastProcessedBlock(spelled(chain), number);
    }

    Write<?> saveBlock() {
        int chain = nextChainToTakeUp();
        int number = near(heads[chain], -2, 5);
        return new AggregatorWrite.SaveBlock(block(chain, number, branchFor(chain)));
    }

    Write<?> deleteBlock() {
        int chain = nextChain();
        int number = near(heads[chain], -2, 1);
        if (number == heads[chain]) {
            heads[chain]--;
        }
        return new AggregatorWrite.DeleteBlock(spelled(chain), number);
    }

    Write<?> commitBlock() {
        int chain = nextChainToTakeUp();
        if (heads[chain] >= MAX_NUMBER && dice.percent(75)) {
            return rollbackTo(chain);
        }
        int head = heads[chain];
        int number = dice.percent(75) ? Math.min(head + 1, MAX_NUMBER) : near(head, -2, 3);
        int branch = branchFor(chain);
        ParentCheck check = dice.percent(40) ? ParentCheck.BY_HASH : ParentCheck.BY_NUMBER;
        Block block = block(chain, number, branch);
        if (check == ParentCheck.BY_HASH && head >= 0 && number > head + 1 && dice.percent(80)) {
            int parent = dice.percent(90) ? head : near(head, -2, 0);
            block =
                    CommandStreamBlocks.childOf(
                            block,
                            CommandStreamBlocks.block(chain, parent, branchAt[chain][parent], 0));
        }
        if (number > head) {
            heads[chain] = number;
            branchAt[chain][number] = branch;
        }
        long pruneBelow = dice.percent(70) ? 0 : Math.max(0, number - dice.below(4));
        return new AggregatorWrite.CommitBlock(block, tasksOf(block), pruneBelow, check);
    }

    Write<?> rollbackTo() {
        return rollbackTo(nextChain());
    }

    Write<?> resetChain() {
        int chain = nextChainToTakeUp();
        int number = near(heads[chain], -4, 2);
        int branch = dice.percent(50) ? branchAt[chain][number] : dice.below(BRANCHES);
        heads[chain] = number;
        branches[chain] = branch;
        branchAt[chain][number] = branch;
        return new AggregatorWrite.ResetChain(block(chain, number, branch));
    }

    Write<?> forgetChain() {
        int chain = nextChain();
        heads[chain] = -1;
        branches[chain] = dice.below(BRANCHES);
        return new AggregatorWrite.ForgetChain(spelled(chain));
    }

    /** Some block number that tasks of a chain may well have come from. */
    int sourceBlockNumber(int chain) {
        return near(heads[chain], -4, 2);
    }

    private Write<?> rollbackTo(int chain) {
        int head = heads[chain];
        boolean deep = head == MAX_NUMBER || dice.percent(25);
        int ancestor = deep ? dice.between(0, Math.max(0, head - 3)) : near(head, -3, 1);
        if (ancestor <= head) {
            heads[chain] = ancestor;
            branches[chain] = dice.below(BRANCHES);
        }
        return new AggregatorWrite.RollbackTo(spelled(chain), ancestor);
    }

    private List<Task> tasksOf(Block block) {
        int count = Math.max(0, dice.between(-3, 3));
        if (count == 0) {
            return List.of();
        }
        List<Task> found = new ArrayList<>(count);
        int firstId = dice.below(CommandStreamPool.TASK_IDS.length);
        for (int i = 0; i < count; i++) {
            found.add(tasks.taskOf(block, firstId + 5 * i));
        }
        return found;
    }

    /** The parent is mostly the block that was last put before it. */
    private Block block(int chain, int number, int branch) {
        boolean fits = number > 0 && dice.percent(92);
        int parentBranch = fits ? branchAt[chain][number - 1] : dice.below(BRANCHES);
        return CommandStreamBlocks.block(chain, number, branch, parentBranch);
    }

    private int branchFor(int chain) {
        return dice.percent(92) ? branches[chain] : dice.below(BRANCHES);
    }

    private int near(int head, int min, int max) {
        if (dice.percent(15)) {
            return dice.between(0, MAX_NUMBER);
        }
        return Math.max(0, Math.min(MAX_NUMBER, head + dice.between(min, max)));
    }

    int nextChain() {
        if (dice.percent(80)) {
            return focus;
        }
        return dice.below(
                turns < TURNS || dice.percent(70) ? USUAL_CHAINS : CommandStreamPool.CHAIN_COUNT);
    }

    private int nextChainToTakeUp() {
        return turns < TURNS ? turns++ % USUAL_CHAINS : nextChain();
    }

    private Chain spelled(int chain) {
        return CommandStreamPool.chain(chain, dice);
    }
}

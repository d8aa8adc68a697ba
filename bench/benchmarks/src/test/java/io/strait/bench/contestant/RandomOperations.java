package io.strait.bench.contestant;

import io.strait.api.domain.Address;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.conformance.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Random writes on few keys, so that many are refused, each in every way. */
final class RandomOperations {
    static final List<Chain> CHAINS = List.of(Samples.CHAIN, Chain.of(Samples.OTHER_AVS, 17_000));
    static final List<Address> AVSS = List.of(Samples.AVS, Samples.OTHER_AVS);
    static final List<String> IDS = IntStream.range(0, 12).mapToObj(i -> "id" + i).toList();
    static final int BLOCKS = 40;

    private static final TaskStatus[] STATUSES = TaskStatus.values();

    private final Random random;

    RandomOperations(long seed) {
        this.random = new Random(seed);
    }

    /** The next write. The view tells how far the chains are, so that some blocks fit. */
    Consumer<Contestant> next(ContestantView now) {
        int dice = random.nextInt(100);
        String id = any(IDS);
        if (dice < 25) {
            Task task = Samples.taskOf(any(AVSS), id);
            return contestant -> contestant.saveTask(task);
        } else if (dice < 50) {
            TaskStatus status = STATUSES[random.nextInt(STATUSES.length)];
            return contestant -> contestant.updateTaskStatus(id, status);
        } else if (dice < 60) {
            return contestant -> contestant.deleteTask(id);
        } else if (dice < 85) {
            return commit(now);
        } else if (dice < 90) {
            Chain chain = any(CHAINS);
            long number = near(now.getLastProcessedBlock(chain));
            return contestant -> contestant.setLastProcessedBlock(chain, number);
        } else if (dice < 95) {
            var config = Samples.config(OperatorSet.of(any(AVSS), dice % 2), "m" + dice);
            return contestant -> contestant.saveOperatorSetConfig(config);
        }
        var performer = Samples.performerOf(any(AVSS), id);
        return contestant -> contestant.savePerformer(performer);
    }

    private Consumer<Contestant> commit(ContestantView now) {
        Chain chain = any(CHAINS);
        long number = near(now.getLastProcessedBlock(chain));
        String hash = "0xb" + number + "f" + random.nextInt(2);
        Block before = number == 0 ? null : now.getBlock(chain, number - 1);
        String parent = before == null || random.nextInt(4) == 0 ? "0xelse" : before.hash();
        Block block = new Block(chain, number, hash, parent, 1);
        List<Task> tasks = new ArrayList<>();
        for (String id : IDS) {
            if (random.nextInt(20) == 0) {
                tasks.add(Samples.taskIn(block, id));
            }
        }
        long pruneBelow = Math.max(0, number - random.nextInt(5));
        return contestant -> contestant.commitBlock(block, tasks, pruneBelow);
    }

    /** The number after the last one, most of the time. */
    private long near(long lastBlock) {
        long number = lastBlock + 1 + (random.nextInt(3) == 0 ? random.nextInt(5) - 3 : 0);
        return Math.max(0, number);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

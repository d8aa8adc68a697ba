package io.strait.engine;

import io.strait.api.AggregatorView;
import io.strait.api.ExecutorView;
import io.strait.api.domain.Chain;
import io.strait.api.domain.TaskStatus;
import io.strait.api.internal.Hash64;
import java.util.List;

/** A hash of all that the two views show, orders included: the same for the same state. */
final class StateHash {
    private long hash;

    private StateHash() {}

    static long of(AggregatorView aggregator, ExecutorView executor) {
        StateHash hash = new StateHash();
        hash.addAggregator(aggregator);
        hash.addValues(executor.listPerformers());
        hash.addValues(executor.listInflightTasks());
        hash.addValues(executor.listDeployments());
        hash.addValues(executor.listProcessedTasks());
        return hash.hash;
    }

    private void addAggregator(AggregatorView aggregator) {
        List<Chain> chains = aggregator.listChains();
        addValues(chains);
        for (Chain chain : chains) {
            add(aggregator.getLastProcessedBlock(chain));
            addValues(aggregator.listBlocks(chain));
        }
        for (TaskStatus status : TaskStatus.values()) {
            add(aggregator.countTasks(status));
            addValues(aggregator.listTasks(status));
        }
        addValues(aggregator.listOperatorSetConfigs());
        addValues(aggregator.listAvsConfigs());
    }

    /**
     * The text of a value holds all of it, byte runs by their hash, and nothing that differs from
     * run to run.
     */
    private void addValues(List<?> values) {
        add(values.size());
        values.forEach(value -> add(Hash64.of(value.toString())));
    }

    private void add(long value) {
        hash = Hash64.of(hash, value);
    }
}

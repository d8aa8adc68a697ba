package io.strait.engine.image;

import io.strait.api.AggregatorView;
import io.strait.api.ExecutorView;
import io.strait.api.domain.TaskStatus;
import io.strait.api.internal.Hash64;
import java.util.List;

/**
 * A hash of everything in an image, values and orders alike: equal states have equal hashes, on
 * every machine. Takes time in proportion to the state.
 */
public final class ImageHash {
    private final AggregatorView aggregator;
    private long hash = 1;

    private ImageHash(AggregatorView aggregator) {
        this.aggregator = aggregator;
    }

    /**
     * The hash of an image.
     *
     * @param image the image
     * @param aggregator tells what is not in the image, such as last processed blocks and tasks
     * @param executor the same of performers and processed tasks
     * @return the hash
     */
    public static long of(StateImage image, AggregatorView aggregator, ExecutorView executor) {
        ImageHash hash = new ImageHash(aggregator);
        hash.addChains(image.chains());
        hash.addTasks();
        hash.addValues(aggregator.listOperatorSetConfigs());
        hash.addRows(image.avsConfigs().byOrder());
        hash.addValues(executor.listPerformers());
        hash.addRows(image.inflightTasks().byOrder());
        hash.addRows(image.deployments().byOrder());
        hash.addValues(executor.listProcessedTasks());
        return hash.hash;
    }

    private void addChains(TableImage<ChainImage> chains) {
        add(chains.byOrder().size());
        chains.byOrder()
                .forEach(
                        row -> {
                            add(row.order());
                            add(Hash64.of(row.value().chain().toString()));
                            add(aggregator.getLastProcessedBlock(row.value().chain()));
                            addValues(aggregator.listBlocks(row.value().chain()));
                        });
    }

    private void addTasks() {
        for (TaskStatus status : TaskStatus.values()) {
            add(aggregator.countTasks(status));
            aggregator.listTasks(status).forEach(task -> add(Hash64.of(task.toString())));
        }
    }

    /**
     * The text of a value holds all of it, byte runs by their hash, and nothing that differs from
     * run to run.
     */
    private <V> void addRows(TrieNode<Row<V>> rows) {
        add(rows.size());
        rows.forEach(
                row -> {
                    add(row.order());
                    add(Hash64.of(row.value().toString()));
                });
    }

    private void addValues(List<?> values) {
        add(values.size());
        values.forEach(value -> add(Hash64.of(value.toString())));
    }

    private void add(long value) {
        hash = Hash64.of(hash, value);
    }
}

package io.strait.engine.image;

import io.strait.api.AggregatorView;
import io.strait.api.domain.TaskStatus;
import io.strait.api.internal.Hash64;

/**
 * A hash of everything in an image, values and orders alike: equal states have equal hashes, on
 * every machine. Takes time in proportion to the state.
 */
public final class ImageHash {
    private final AggregatorView heads;
    private long hash = 1;

    private ImageHash(AggregatorView heads) {
        this.heads = heads;
    }

    /**
     * The hash of an image.
     *
     * @param image the image
     * @param heads tells what is read through heads: last processed blocks and tasks
     * @return the hash
     */
    public static long of(StateImage image, AggregatorView heads) {
        ImageHash hash = new ImageHash(heads);
        hash.addChains(image.chains());
        hash.addTasks();
        hash.addRows(image.operatorSetConfigs().byOrder());
        hash.addRows(image.avsConfigs().byOrder());
        hash.addRows(image.performers().table().byOrder());
        hash.addRows(image.inflightTasks().byOrder());
        hash.addRows(image.deployments().byOrder());
        hash.addRows(image.processedTasks().byOrder());
        return hash.hash;
    }

    private void addChains(TableImage<ChainImage> chains) {
        add(chains.byOrder().size());
        chains.byOrder()
                .forEach(
                        row -> {
                            add(row.order());
                            add(Hash64.of(row.value().chain().toString()));
                            add(heads.getLastProcessedBlock(row.value().chain()));
                            addRows(row.value().blocks());
                        });
    }

    private void addTasks() {
        for (TaskStatus status : TaskStatus.values()) {
            add(heads.countTasks(status));
            heads.listTasks(status).forEach(task -> add(Hash64.of(task.toString())));
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

    private void add(long value) {
        hash = Hash64.of(hash, value);
    }
}

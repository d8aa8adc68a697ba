package io.strait.engine.image;

import io.strait.api.domain.TaskStatus;
import io.strait.api.internal.Hash64;
import java.util.function.ToLongFunction;

/**
 * A hash of everything in an image, values and orders alike: equal states have equal hashes, on
 * every machine. Takes time in proportion to the state.
 */
public final class ImageHash {
    private final ToLongFunction<ChainImage> head;
    private long hash = 1;

    private ImageHash(ToLongFunction<ChainImage> head) {
        this.head = head;
    }

    /**
     * The hash of an image.
     *
     * @param image the image
     * @param head tells a chain's last processed block
     * @return the hash
     */
    public static long of(StateImage image, ToLongFunction<ChainImage> head) {
        ImageHash hash = new ImageHash(head);
        hash.addChains(image.chains());
        hash.addTasks(image.tasks());
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
                            add(head.applyAsLong(row.value()));
                            addRows(row.value().blocks());
                        });
    }

    private void addTasks(TaskImage tasks) {
        for (TaskStatus status : TaskStatus.values()) {
            addRows(tasks.in(status));
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

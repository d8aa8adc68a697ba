package io.strait.engine.state;

import io.strait.api.domain.Deployment;
import io.strait.api.domain.DeploymentStatus;
import io.strait.engine.index.CellList;
import io.strait.engine.record.DeploymentWords;
import java.io.IOException;

/**
 * All that a state holds as of a position, to be handed on item by item while the writer goes on:
 * see {@link ImageItem}. To be made by the writer, whom that costs the same whatever the state
 * holds; then for any one thread at a time.
 */
public final class StateImage {
    private final State state;
    private final long position;

    /** Keeps the position pinned for as long as this is reachable. */
    private final Object holder;

    /** What is in no record, as it was then. */
    private final long[] time;

    StateImage(State state, long position, Object holder) {
        this.state = state;
        this.position = position;
        this.holder = holder;
        time = state.steadyTime().toWords();
    }

    /** As of which position. */
    public long position() {
        return position;
    }

    /** What keeps the position pinned. */
    public Object holder() {
        return holder;
    }

    /**
     * Hands on all items; blocks as the sink does. Needs 4 to 60 bytes for each task until it
     * returns: most where many have finished.
     *
     * @return their digest
     */
    public ImageDigest writeTo(ImageSink sink) throws IOException {
        ImageDigest digest = new ImageDigest(sink);
        digest.item(ImageItem.TIME, time, 0, time.length);
        ChainImage chains = state.chainImage();
        RecordImage[] records = state.recordImages();
        TaskImage tasks = state.taskImage();
        chains.find(position);
        for (RecordImage each : records) {
            each.find(position);
        }
        tasks.find(position);
        long[] counts = counts(chains, tasks, records);
        digest.item(ImageItem.COUNTS, counts, 0, counts.length);
        chains.write(position, digest);
        for (RecordImage each : records) {
            each.write(digest);
        }
        writeFailed(records[ImageItem.DEPLOYMENT - ImageItem.OPERATOR_SET_CONFIG].cells(), digest);
        tasks.write(position, digest);
        return digest;
    }

    private static long[] counts(ChainImage chains, TaskImage tasks, RecordImage[] records) {
        long[] counts = new long[ImageItem.COUNTED_RECORDS + records.length];
        counts[ImageItem.COUNTED_CHAINS] = chains.count();
        counts[ImageItem.COUNTED_ACTIVE] = tasks.activeCount();
        counts[ImageItem.COUNTED_FINISHED] = tasks.finishedCount();
        for (int i = 0; i < records.length; i++) {
            counts[ImageItem.COUNTED_RECORDS + i] = records[i].count();
        }
        return counts;
    }

    private void writeFailed(CellList cells, ImageSink sink) throws IOException {
        RecordTable<Deployment> deployments = state.deployments();
        CellList failed = new CellList();
        for (int i = 0; i < cells.count(); i++) {
            long[] chunk = deployments.chunkAcquire(cells.get(i));
            int at = deployments.recordAt(cells.get(i));
            if (DeploymentWords.status(chunk, at) == DeploymentStatus.FAILED) {
                failed.add(i);
            }
        }
        ImageOrder.write(
                ImageItem.FAILED_DEPLOYMENTS,
                failed,
                i -> deployments.queuePlaceAt(cells.get(i)),
                sink);
    }
}

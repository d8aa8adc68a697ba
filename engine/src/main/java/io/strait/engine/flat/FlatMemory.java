package io.strait.engine.flat;

import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.ProcessedTask;
import io.strait.engine.codec.Codebook;
import io.strait.engine.image.ChainHead;
import io.strait.engine.image.Keys;

/**
 * All memory of what is kept flat, tasks and records, for the writer and for readers. What is
 * published of it is the number of a node that has the roots of the tries, in a head as that of a
 * chain: batch by batch, and frozen for those who captured a position.
 */
public final class FlatMemory {
    /** The number of the tasks' head among the heads. */
    public static final int HEAD_INDEX = 0;

    /** How many blocks of each kind wait before they are used again, unless a test says so. */
    public static final int QUARANTINE = 256;

    final Keys keys;
    final Codebook codebook;
    final CellObjects objects = new CellObjects();
    final Nodes nodes = new Nodes();
    final ObjectCells cells;
    final NodeStore nodeStore;
    final CellStore cellStore;
    final Horizon horizon = new Horizon();
    private final Epoch epoch = new Epoch();
    private final Pins pins = new Pins();
    private final RootNode roots;
    private final ChainHead head = new ChainHead(HEAD_INDEX);

    /**
     * Memory without tasks.
     *
     * @param keys how ids become keys
     * @param codebook what the numbers in tasks mean
     * @param quarantine how many blocks of each kind wait before they are used again
     */
    public FlatMemory(Keys keys, Codebook codebook, int quarantine) {
        this.keys = keys;
        this.codebook = codebook;
        cells = new ObjectCells(objects, keys);
        nodeStore = new NodeStore(nodes, epoch, pins, horizon, quarantine);
        cellStore = new CellStore(cells, epoch, pins, horizon, quarantine);
        roots = new RootNode(nodeStore);
    }

    /**
     * Where the roots are published.
     *
     * @return the same head each time
     */
    public ChainHead head() {
        return head;
    }

    /**
     * What the head leads to. Writer thread only.
     *
     * @return the same each time
     */
    public RootNode roots() {
        return roots;
    }

    /**
     * Configurations of operator sets.
     *
     * @return a table without any
     */
    public FlatRecords<OperatorSetConfig> newConfigs() {
        return new FlatRecords<>(this, new ConfigKind(codebook));
    }

    /**
     * The stored blocks of all chains.
     *
     * @return a table without any
     */
    public FlatBlocks newBlocks() {
        return new FlatBlocks(this);
    }

    /**
     * Performers.
     *
     * @return a table without any
     */
    public FlatRecords<Performer> newPerformers() {
        return new FlatRecords<>(this, new PerformerKind(codebook));
    }

    /**
     * Tasks begun and done.
     *
     * @return a table without any
     */
    public FlatRecords<ProcessedTask> newProcessedTasks() {
        return new FlatRecords<>(this, new ProcessedTaskKind());
    }

    /**
     * Up to where the past may be overwritten.
     *
     * @return the same each time
     */
    public Horizon horizon() {
        return horizon;
    }

    /**
     * The batch is published. Writer thread only; allocates nothing.
     *
     * @param position its last position
     */
    public void publish(long position) {
        epoch.publish(position);
        for (Pin gone = pins.pollGone(); gone != null; gone = gone.nextGone) {
            Pin older = pins.olderThan(gone);
            nodeStore.release(gone, older);
            cellStore.release(gone, older);
        }
    }

    /**
     * Keeps what a published position shows. Writer thread only, before the next batch begins.
     *
     * @param position the position
     * @param holder who captured it: kept for as long as it is reachable
     */
    public void pin(long position, Object holder) {
        pins.pin(position, holder);
    }

    /**
     * Where in a task's words the id begins.
     *
     * @return how many words precede it
     */
    public static int idOffset() {
        return TaskLayout.WORDS_BEFORE_ID;
    }

    /**
     * How long the id of a task is.
     *
     * @param words the task's words are in here
     * @param at index of the first
     * @return number of bytes
     */
    public static int idBytes(long[] words, int at) {
        return TaskLayout.idBytes(words[at + 1]);
    }

    /**
     * How many words a task has.
     *
     * @param words the task's words are in here
     * @param at index of the first
     * @return number of words
     */
    public static int wordCount(long[] words, int at) {
        return TaskWords.count(words[at + 1]);
    }

    /**
     * How ids become keys.
     *
     * @return the same each time
     */
    public Keys keys() {
        return keys;
    }

    long batch() {
        return epoch.batch();
    }
}

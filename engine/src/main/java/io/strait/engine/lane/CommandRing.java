package io.strait.engine.lane;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SingleProducerSequencer;
import com.lmax.disruptor.WaitStrategy;
import io.strait.engine.bytes.WordSource;
import io.strait.engine.record.Opcode;

/**
 * A ring of commands from one producer at a time to the writer: words on Disruptor's
 * single-producer sequencer. A command lies in one piece: where the ring ends too soon, padding
 * fills what is left.
 */
class CommandRing {
    /** What {@link #refusedSlots} is of a producer to whom nothing was refused. */
    static final int NONE_REFUSED = 1;

    final SlotWords words;
    final LaneCommand command;

    /** Up to where the producer may overwrite. */
    final Sequence freed = new Sequence();

    private final SingleProducerSequencer sequencer;

    /** What the last command took for which there was no room. The producer's. */
    int refusedSlots = NONE_REFUSED;

    CommandRing(int capacity) {
        // The strategy is never asked to wait: the writer polls, and waits in its own way.
        this(capacity, new BusySpinWaitStrategy());
    }

    CommandRing(int capacity, WaitStrategy strategy) {
        sequencer = new SingleProducerSequencer(capacity, strategy);
        sequencer.addGatingSequences(freed);
        words = new SlotWords(capacity);
        command = new LaneCommand(words);
    }

    /** How many slots there are. */
    final int capacity() {
        return sequencer.getBufferSize();
    }

    /** How many slots a command of so many words takes. */
    static int slotsOf(int wordCount) {
        return LaneCommand.LEAD + wordCount;
    }

    /** Whether there is room for the command that there was none for last. Producer only. */
    final boolean hasRoom() {
        return sequencer.hasAvailableCapacity(refusedSlots);
    }

    /** Whether so many slots are free. Producer only. */
    final boolean hasRoom(int slots) {
        return sequencer.hasAvailableCapacity(slots);
    }

    /** Hands in a block update by a handle. Producer only; allocates nothing. */
    final long blockUpdate(int chainIndex, long blockNumber, long timeMs) {
        if (timeMs != 0 || !BlockWord.fits(chainIndex, blockNumber)) {
            return blockUpdateInParts(chainIndex, blockNumber, timeMs);
        }
        if (lacksRoom(1)) {
            return -1;
        }
        long slot = sequencer.getCursor() + 1;
        words.set(slot, BlockWord.of(chainIndex, blockNumber));
        return publish(slot);
    }

    /**
     * Hands in any other command: as {@link #blockUpdate}. Its words are put together in the ring
     * itself.
     *
     * @param wordCount how many they are, as the write has said
     * @throws IllegalStateException when they are others; nothing is handed in
     */
    final long write(int opcode, int argument, long timeMs, int wordCount, WordSource write) {
        int slots = slotsOf(wordCount);
        long first = claim(slots);
        if (first < 0) {
            return -1;
        }
        words.set(first, LaneCommand.header(opcode, slots - 1, argument));
        words.set(first + 1, timeMs);
        int at = words.indexOf(first + LaneCommand.LEAD);
        if (write.putTo(words.all(), at) != at + wordCount) {
            throw new IllegalStateException("there are not as many words as was said");
        }
        return publish(first + slots - 1);
    }

    /** Hands in a command whose words are not in the ring: as {@link #blockUpdate}. */
    final long writeWithoutWords(int opcode, int argument, long timeMs) {
        long first = claim(LaneCommand.LEAD);
        if (first < 0) {
            return -1;
        }
        words.set(first, LaneCommand.header(opcode, LaneCommand.LEAD - 1, argument));
        words.set(first + 1, timeMs);
        return publish(first + LaneCommand.LEAD - 1);
    }

    /** The number of the last command that was handed in. Any thread. */
    final long lastPublished() {
        return sequencer.getCursor();
    }

    /** How many slots are taken: an estimate, but on the writer thread. */
    final long depth() {
        return Math.max(0, sequencer.getCursor() - freed.get());
    }

    private long blockUpdateInParts(int chainIndex, long blockNumber, long timeMs) {
        int slots = LaneCommand.LEAD + 1;
        long first = claim(slots);
        if (first < 0) {
            return -1;
        }
        int opcode = LaneCommand.BLOCK_BY_HANDLE;
        words.set(first, LaneCommand.header(opcode, slots - 1, chainIndex));
        words.set(first + 1, timeMs);
        words.set(first + LaneCommand.LEAD, blockNumber);
        return publish(first + slots - 1);
    }

    /** The first of so many slots in one piece, to be filled and published; -1 without room. */
    private long claim(int slots) {
        long first = sequencer.getCursor() + 1;
        int slotsToEnd = words.slotsToEnd(first);
        int padding = slots > slotsToEnd ? slotsToEnd : 0;
        if (lacksRoom(padding + slots)) {
            return -1;
        }
        if (padding > 0) {
            words.set(first, LaneCommand.header(Opcode.PADDING, padding - 1, 0));
        }
        return first + padding;
    }

    private boolean lacksRoom(int slots) {
        if (sequencer.hasAvailableCapacity(slots)) {
            return false;
        }
        refusedSlots = slots;
        return true;
    }

    /**
     * Claims and publishes slots that are filled already. In this order, an error in between, such
     * as no room on the stack, leaves no slot that is claimed and will never be filled.
     */
    private long publish(long last) {
        sequencer.claim(last);
        sequencer.publish(last);
        return last;
    }
}

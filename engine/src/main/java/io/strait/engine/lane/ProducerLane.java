package io.strait.engine.lane;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SingleProducerSequencer;
import io.strait.engine.command.BlockWord;
import io.strait.engine.command.Opcode;
import io.strait.engine.word.WordBuffer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A lane with one producer at a time: a ring of commands to the writer, and beside it one of
 * outcomes back. A slot is free again when its command's outcome is visible, so one sequence says
 * both. The outcomes stay until their places are needed for commands a whole lane later.
 */
public final class ProducerLane {
    private static final int CODE_BITS = 8;
    private static final long CODE_MASK = (1 << CODE_BITS) - 1;

    private static final VarHandle OUTCOME = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle TAKEN;

    static {
        try {
            TAKEN =
                    MethodHandles.lookup()
                            .findVarHandle(ProducerLane.class, "taken", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final int number;
    private final SingleProducerSequencer sequencer;
    private final SlotWords words;
    private final ProducerCommand command;
    private final Acknowledgement acknowledgement = new Acknowledgement();

    /** The same again, in the form that the sequencer looks at when it needs room. */
    private final Sequence freed = new Sequence();

    private final WordBuffer scratch = new WordBuffer(64);
    private final long[] outcomes;
    private final int mask;

    /** What the last write took for which there was no room. The producer's. */
    private int refusedSlots = 1;

    /** Whether a producer has the lane. */
    private boolean taken;

    ProducerLane(int number, int capacity) {
        this.number = number;
        // The strategy is never asked to wait: the writer polls, and waits in its own way.
        sequencer = new SingleProducerSequencer(capacity, new BusySpinWaitStrategy());
        sequencer.addGatingSequences(freed);
        words = new SlotWords(capacity);
        command = new ProducerCommand(words);
        outcomes = new long[capacity];
        mask = capacity - 1;
    }

    /** Which of the engine's lanes this is, from 0. */
    int number() {
        return number;
    }

    /**
     * Takes the lane for a new producer, if nobody has it. Any thread. Acquire, paired with {@link
     * #closeRelease}: the new producer sees the ring as the last one left it, and goes on behind
     * what that one has still in it.
     */
    boolean openAcquire() {
        boolean opened = !(boolean) TAKEN.getOpaque(this) && TAKEN.compareAndSet(this, false, true);
        if (opened) {
            refusedSlots = 1;
        }
        return opened;
    }

    /**
     * The producer hands the lane back: the next one may have it at once. Release, paired with
     * {@link #openAcquire}.
     */
    void closeRelease() {
        TAKEN.setRelease(this, false);
    }

    /**
     * Whether there is room for the write that there was none for last. The producer's thread only.
     */
    boolean hasRoom() {
        return sequencer.hasAvailableCapacity(refusedSlots);
    }

    /** How many slots there are. */
    int capacity() {
        return mask + 1;
    }

    /** Where the producer can put a write together. The producer's thread only. */
    WordBuffer scratch() {
        return scratch;
    }

    /**
     * Hands in a block update. The producer's thread only; allocates nothing.
     *
     * @param timeMs the engine's time, or 0 when it need not be known
     * @return the command's number, or -1 when there is no room
     */
    long setLastProcessedBlock(int chainIndex, long blockNumber, long timeMs) {
        if (timeMs != 0 || !BlockWord.fits(chainIndex, blockNumber)) {
            return setLastProcessedBlockInParts(chainIndex, blockNumber, timeMs);
        }
        if (lacksRoom(1)) {
            return -1;
        }
        long slot = sequencer.getCursor() + 1;
        words.set(slot, BlockWord.of(chainIndex, blockNumber));
        return publish(slot);
    }

    private long setLastProcessedBlockInParts(int chainIndex, long blockNumber, long timeMs) {
        int moreSlots = timeMs == 0 ? 1 : 2;
        if (lacksRoom(1 + moreSlots)) {
            return -1;
        }
        long first = sequencer.getCursor() + 1;
        int opcode = Opcode.SET_LAST_PROCESSED_BLOCK;
        words.set(first, ProducerCommand.header(opcode, moreSlots, chainIndex));
        words.set(first + 1, blockNumber);
        if (timeMs != 0) {
            words.set(first + 2, timeMs);
        }
        return publish(first + moreSlots);
    }

    /**
     * Hands in any other write. It lies in one piece: where the ring ends too soon, padding fills
     * what is left. The producer's thread only; allocates nothing.
     *
     * @param opcode what to do
     * @param argument a number that goes with it
     * @param timeMs the engine's time
     * @param write the write's words, of at most {@link #slotsOf} half the capacity
     * @return the command's number, or -1 when there is no room
     */
    long write(int opcode, int argument, long timeMs, WordBuffer write) {
        long first = sequencer.getCursor() + 1;
        int slots = slotsOf(write);
        int slotsToEnd = words.slotsToEnd(first);
        int padding = slots > slotsToEnd ? slotsToEnd : 0;
        if (lacksRoom(padding + slots)) {
            return -1;
        }
        if (padding > 0) {
            words.set(first, ProducerCommand.header(Opcode.PADDING, padding - 1, 0));
            first += padding;
        }
        words.set(first, ProducerCommand.header(opcode, slots - 1, argument));
        words.set(first + 1, timeMs);
        words.set(first + 2, write);
        return publish(first + slots - 1);
    }

    /** How many slots a write takes. */
    static int slotsOf(WordBuffer write) {
        return 2 + write.count();
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

    /** The number of the last command that was handed in. Any thread. */
    long lastPublished() {
        return sequencer.getCursor();
    }

    /**
     * The last command whose outcome can be seen, together with that outcome: see {@link
     * Acknowledgement}. Any thread.
     */
    long acknowledgedAcquire() {
        return acknowledgement.wordAcquire();
    }

    /** How many commands wait here: an estimate, but on the writer thread. */
    long depth() {
        return Math.max(0, sequencer.getCursor() - freed.get());
    }

    /**
     * Hands commands over in their order. Writer thread only.
     *
     * @return how many
     */
    int drainTo(ProducerCommandHandler handler, int limit) {
        long published = sequencer.getCursor();
        int count = 0;
        while (command.sequence() < published && count < limit) {
            command.advance(published);
            if (command.isBlockWord()) {
                count += handler.onBlocks(this, command, limit - count);
            } else if (command.opcode() == Opcode.PADDING) {
                command.done(0);
            } else {
                handler.onCommand(this, command);
                count++;
            }
        }
        return count;
    }

    /**
     * Takes down what became of the command at hand, for nobody to see before {@link #acknowledge}.
     * Writer thread only.
     *
     * @param position its position
     * @param code what became of it, -128 to 127
     */
    public void outcomeRelease(long position, int code) {
        // Release, so that a reader who sees this one over the one it asks for also sees that the
        // command which took that one's place was published: see outcomeAcquire.
        int index = (int) command.sequence() & mask;
        OUTCOME.setRelease(outcomes, index, outcome(position, code));
        command.done(code);
    }

    /**
     * Takes down that a run of commands of a slot each, which begins with the one at hand, was
     * done: see {@link #outcomeRelease}.
     *
     * @param position that of the first of them
     * @param count how many they are
     * @param code what became of each
     */
    public void outcomesRelease(long position, int count, int code) {
        // Once for all of the stores, which are opaque.
        VarHandle.releaseFence();
        int first = (int) command.sequence();
        for (int i = 0; i < count; i++) {
            OUTCOME.setOpaque(outcomes, first + i & mask, outcome(position + i, code));
        }
        command.done(count, code);
    }

    /**
     * Shows the outcomes of all commands that are done, and frees their slots. Writer thread only,
     * after publication. Release stores, paired with {@link #acknowledgedAcquire} and with the look
     * for room.
     */
    void acknowledge() {
        long last = command.lastDone();
        if (freed.get() != last) {
            acknowledgement.wordRelease(last, command.code());
            freed.set(last);
        }
    }

    /**
     * An acknowledged command's outcome, or -1 when another one took its place. Pairs with {@link
     * #outcomeRelease}: who sees the later outcome sees its command published.
     */
    long outcomeAcquire(long sequence) {
        long outcome = (long) OUTCOME.getAcquire(outcomes, (int) sequence & mask);
        return sequencer.getCursor() - sequence > mask ? -1 : outcome;
    }

    private static long outcome(long position, int code) {
        return position << CODE_BITS | code & CODE_MASK;
    }

    static int codeOf(long outcome) {
        return (byte) outcome;
    }

    static long positionOf(long outcome) {
        return outcome >>> CODE_BITS;
    }
}

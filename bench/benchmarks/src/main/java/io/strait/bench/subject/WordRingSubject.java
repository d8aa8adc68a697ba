package io.strait.bench.subject;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.Sequencer;
import com.lmax.disruptor.SingleProducerSequencer;
import java.util.Arrays;

/**
 * A ring of words under the Disruptor's sequencer for one producer, as the engine's lanes are: a
 * command is a run of words in one piece, and a spinning thread copies the words of each command
 * out of the ring. Nothing is made of them.
 *
 * <p>A command's first word has its length in the low bits. Above them, an operation's last command
 * has the operation's number, and all others 0.
 */
final class WordRingSubject implements Subject {
    /** The slots of a producer's lane in the benchmark's engine. */
    private static final int CAPACITY = 2 * 4_096;

    private static final int MAX_LENGTH = CAPACITY / 2;
    private static final int LENGTH_BITS = 16;
    private static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;

    /** Keeps what precedes and follows in memory off the cache lines of the ring. */
    private static final int PADDING = 16;

    private final Ring[] rings;
    private final int[][] lengths;
    private final SpinningThread consumer;

    /**
     * Starts the consumer.
     *
     * @param producers how many rings there are
     * @param operations how many words the commands of an operation have, as "20+6"; of several
     *     operations in turn, as "20/6/6/6"
     */
    WordRingSubject(int producers, String operations) {
        lengths =
                Arrays.stream(operations.split("/"))
                        .map(WordRingSubject::lengthsOf)
                        .toArray(int[][]::new);
        rings = new Ring[producers];
        Arrays.setAll(rings, i -> new Ring());
        consumer = new SpinningThread("word-ring", this::poll);
    }

    private static int[] lengthsOf(String commands) {
        int[] lengths = Arrays.stream(commands.split("\\+")).mapToInt(Integer::parseInt).toArray();
        for (int length : lengths) {
            if (length < 1 || length > MAX_LENGTH) {
                throw new IllegalArgumentException(
                        "words=" + length + " must be from 1 to " + MAX_LENGTH);
            }
        }
        return lengths;
    }

    private void poll() {
        for (Ring ring : rings) {
            ring.poll();
        }
    }

    @Override
    public Call call(int producer) {
        return new RingCall(rings[producer], lengths);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static int indexOf(long sequence) {
        return PADDING + ((int) sequence & (CAPACITY - 1));
    }

    private static final class Ring {
        private final SingleProducerSequencer sequencer =
                new SingleProducerSequencer(CAPACITY, new BusySpinWaitStrategy());
        private final Sequence freed = new Sequence();
        private final long[] words = new long[PADDING + CAPACITY + PADDING];
        private final PaddedCounter applied = new PaddedCounter();

        /** What the consumer copies commands to. */
        private final long[] copy = new long[MAX_LENGTH];

        private long lastRead = Sequencer.INITIAL_CURSOR_VALUE;

        /** How many operations came in their order, none left out; see {@link #applied}. */
        private long inOrderCount;

        Ring() {
            sequencer.addGatingSequences(freed);
        }

        void poll() {
            long published = sequencer.getCursor();
            if (published == lastRead) {
                return;
            }
            while (lastRead < published) {
                int index = indexOf(lastRead + 1);
                int length = (int) words[index] & LENGTH_MASK;
                System.arraycopy(words, index, copy, 0, length);
                if (copy[0] >>> LENGTH_BITS == inOrderCount + 1) {
                    inOrderCount++;
                }
                lastRead += length;
            }
            freed.set(published);
            applied.valueRelease(inOrderCount);
        }
    }

    private static final class RingCall implements Call {
        private final Ring ring;
        private final int[][] lengths;
        private final long[] command = new long[MAX_LENGTH];
        private int next;

        RingCall(Ring ring, int[][] lengths) {
            this.ring = ring;
            this.lengths = lengths;
        }

        /** Waits while the ring is full, and spins meanwhile. */
        @Override
        public void issue(long number) {
            int[] commands = lengths[next];
            next = next + 1 == lengths.length ? 0 : next + 1;
            int last = commands.length - 1;
            for (int i = 0; i < last; i++) {
                publish(commands[i], 0);
            }
            publish(commands[last], number);
        }

        private void publish(int length, long number) {
            SingleProducerSequencer sequencer = ring.sequencer;
            long first = sequencer.getCursor() + 1;
            int toEnd = CAPACITY - ((int) first & (CAPACITY - 1));
            int padding = length > toEnd ? toEnd : 0;
            while (!sequencer.hasAvailableCapacity(padding + length)) {
                Thread.onSpinWait();
            }
            if (padding > 0) {
                ring.words[indexOf(first)] = padding;
            }
            command[0] = number << LENGTH_BITS | length;
            System.arraycopy(command, 0, ring.words, indexOf(first + padding), length);
            long last = first + padding + length - 1;
            sequencer.claim(last);
            sequencer.publish(last);
        }

        @Override
        public long visible() {
            return ring.applied.valueAcquire();
        }

        /** The last number, if all arrived: a lost one would leave the count behind. */
        @Override
        public long stored() {
            return ring.applied.valueAcquire();
        }
    }
}

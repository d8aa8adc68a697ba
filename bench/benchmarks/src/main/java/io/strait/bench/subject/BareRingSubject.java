package io.strait.bench.subject;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.RingBuffer;

/**
 * A Disruptor ring for one producer, polled by a spinning thread that reads each number and stores
 * the newest of each batch into a counter, which the producer reads. With two producers there are
 * two rings, and still one thread that polls them, as there is one writer thread.
 */
final class BareRingSubject implements Subject {
    /** The engine's default lane. */
    private static final int CAPACITY = 4_096;

    private final Lane[] lanes;
    private final SpinningThread consumer;

    BareRingSubject(int producers) {
        lanes = new Lane[producers];
        for (int i = 0; i < producers; i++) {
            lanes[i] = new Lane();
        }
        consumer = new SpinningThread("bare-ring", this::poll);
    }

    private void poll() {
        for (Lane lane : lanes) {
            lane.poll();
        }
    }

    @Override
    public Call call(int producer) {
        return new RingCall(lanes[producer]);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static final class Slot {
        private long number;
    }

    private static final class Lane implements EventPoller.Handler<Slot> {
        // The wait strategy is for producers to wake consumers with: this one does nothing.
        private final RingBuffer<Slot> ring =
                RingBuffer.createSingleProducer(Slot::new, CAPACITY, new BusySpinWaitStrategy());
        private final EventPoller<Slot> poller = ring.newPoller();
        private final PaddedCounter applied = new PaddedCounter();

        /** How many numbers came in their order, none left out. Published by {@link #applied}. */
        private long inOrderCount;

        Lane() {
            ring.addGatingSequences(poller.getSequence());
        }

        void poll() {
            try {
                poller.poll(this);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean onEvent(Slot slot, long sequence, boolean endOfBatch) {
            if (slot.number == inOrderCount + 1) {
                inOrderCount++;
            }
            if (endOfBatch) {
                applied.valueRelease(slot.number);
            }
            return true;
        }
    }

    private static final class RingCall implements Call {
        private final Lane lane;
        private final RingBuffer<Slot> ring;
        private final PaddedCounter applied;

        RingCall(Lane lane) {
            this.lane = lane;
            ring = lane.ring;
            applied = lane.applied;
        }

        /**
         * Waits while the ring is full, and spins meanwhile: {@code next} alone would sleep, for
         * longer than the consumer needs for all of the ring.
         */
        @Override
        public void issue(long number) {
            while (!ring.hasAvailableCapacity(1)) {
                Thread.onSpinWait();
            }
            long sequence = ring.next();
            ring.get(sequence).number = number;
            ring.publish(sequence);
        }

        @Override
        public long visible() {
            return applied.valueAcquire();
        }

        /** The last number, if all arrived: a lost one would leave the count behind. */
        @Override
        public long stored() {
            applied.valueAcquire();
            return lane.inOrderCount;
        }
    }
}

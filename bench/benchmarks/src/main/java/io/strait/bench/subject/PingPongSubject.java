package io.strait.bench.subject;

/**
 * Two threads that spin on two counters: a producer writes one, the other thread copies it into the
 * second, the producer waits for that. With two producers there are two pairs of counters, and
 * still one other thread, as there is one writer thread.
 */
final class PingPongSubject implements Subject {
    private final PaddedCounter[] pings;
    private final PaddedCounter[] pongs;
    private final SpinningThread echo;

    PingPongSubject(int producers) {
        pings = PaddedCounter.array(producers);
        pongs = PaddedCounter.array(producers);
        echo = new SpinningThread("ping-pong", this::echo);
    }

    private void echo() {
        for (int i = 0; i < pings.length; i++) {
            long number = pings[i].valueAcquire();
            // A store of what stands there already would take the line from the producer that waits
            // on it.
            if (number != pongs[i].valueAcquire()) {
                pongs[i].valueRelease(number);
            }
        }
    }

    @Override
    public Call call(int producer) {
        return new PingPongCall(pings[producer], pongs[producer]);
    }

    @Override
    public void close() {
        echo.close();
    }

    private static final class PingPongCall extends RoundTripCall {
        private final PaddedCounter ping;
        private final PaddedCounter pong;

        PingPongCall(PaddedCounter ping, PaddedCounter pong) {
            this.ping = ping;
            this.pong = pong;
        }

        @Override
        protected void roundTrip(long number) {
            ping.valueRelease(number);
            while (pong.valueAcquire() != number) {
                Thread.onSpinWait();
            }
        }

        @Override
        public long stored() {
            return pong.valueAcquire();
        }
    }
}

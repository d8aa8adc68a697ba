package io.strait.bench.subject;

/** A call that returns when its number is visible. */
public abstract class RoundTripCall implements Call {
    private long returned;

    /** Writes the number, and waits for it. */
    protected abstract void roundTrip(long number);

    @Override
    public final void issue(long number) {
        roundTrip(number);
        returned = number;
    }

    @Override
    public final long visible() {
        return returned;
    }
}

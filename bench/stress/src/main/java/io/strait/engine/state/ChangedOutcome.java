package io.strait.engine.state;

/** The outcome of a write that changed the state, made for tests of who is told of it. */
public final class ChangedOutcome {
    private ChangedOutcome() {}

    /** The outcome of a write that returns something. */
    public static Outcome with(Object result) {
        Outcome outcome = new Outcome();
        outcome.changed(result);
        return outcome;
    }
}

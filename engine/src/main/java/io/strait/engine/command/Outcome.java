package io.strait.engine.command;

/** What became of one command. The writer thread has one and reuses it for every command. */
public final class Outcome {
    private Refusal refusal;
    private Object value;
    private boolean changed;

    /** The outcome of no command yet. */
    public Outcome() {}

    /** The write was applied and changed the state; it returns nothing. */
    public void changed() {
        changed(null);
    }

    /**
     * The write was applied and changed the state.
     *
     * @param result what it returns
     */
    public void changed(Object result) {
        set(null, result, true);
    }

    /** The write was accepted, and the state is as it was; it returns nothing. */
    public void unchanged() {
        unchanged(null);
    }

    /**
     * The write was accepted, and the state is as it was.
     *
     * @param result what it returns
     */
    public void unchanged(Object result) {
        set(null, result, false);
    }

    /**
     * The write was refused, and the state is as it was.
     *
     * @param reason why
     */
    public void refused(Refusal reason) {
        set(reason, null, false);
    }

    /**
     * Why the write was refused.
     *
     * @return null when it was not
     */
    public Refusal refusal() {
        return refusal;
    }

    /**
     * What the write returns.
     *
     * @return null for nothing
     */
    public Object value() {
        return value;
    }

    /**
     * Whether the state is another than before.
     *
     * @return false for a refused write
     */
    public boolean isChanged() {
        return changed;
    }

    private void set(Refusal reason, Object result, boolean isChanged) {
        refusal = reason;
        value = result;
        changed = isChanged;
    }
}

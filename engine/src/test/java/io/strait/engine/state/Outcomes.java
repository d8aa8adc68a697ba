package io.strait.engine.state;

import io.strait.api.error.ResultCode;

/** Outcomes as the rules make them, for tests of those who pass them on. */
public final class Outcomes {
    private Outcomes() {}

    /** Something was changed, and returns a result. */
    public static Outcome changed(Object result) {
        Outcome outcome = new Outcome();
        outcome.changed(result);
        return outcome;
    }

    /** Nothing was changed. */
    public static Outcome unchanged() {
        Outcome outcome = new Outcome();
        outcome.unchanged();
        return outcome;
    }

    /** A refusal with a detail and a reference. */
    public static Outcome refused(ResultCode code, long detail, Object reference) {
        Outcome outcome = new Outcome();
        outcome.refused(code, detail, reference);
        return outcome;
    }
}

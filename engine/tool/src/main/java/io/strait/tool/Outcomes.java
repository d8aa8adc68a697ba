package io.strait.tool;

import io.strait.api.error.ResultCode;
import io.strait.engine.state.Outcome;

/** The names of recorded outcomes. */
final class Outcomes {
    private static final int LAST = ResultCode.values().length - 1;

    private Outcomes() {}

    static String name(int recorded) {
        if (recorded == Outcome.REFUSED_FOR_MEMORY) {
            return "REFUSED_FOR_MEMORY";
        }
        boolean isKnown = recorded <= 0 && recorded >= -LAST;
        return isKnown ? ResultCode.ofCode(recorded).name() : Integer.toString(recorded);
    }
}

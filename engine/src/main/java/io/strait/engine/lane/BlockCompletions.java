package io.strait.engine.lane;

import io.strait.engine.command.CallerWait;
import io.strait.engine.command.Completion;

/**
 * Completions that are lent for block updates again and again, so that these allocate nothing. One
 * that does not come back, because its outcome was not heard, is replaced: the writer may still
 * settle it, and somebody may hold it as a ticket.
 */
final class BlockCompletions {
    private final CallerWait callerWait;
    private final LoanPlaces<Completion<Void>> places = new LoanPlaces<>();

    BlockCompletions(CallerWait callerWait) {
        this.callerWait = callerWait;
    }

    /** Lends a completion; a new one when the thread's places are empty. */
    Completion<Void> borrow(long timeoutNs, long blockNumber) {
        Completion<Void> lent = places.take();
        Completion<Void> completion = lent == null ? new Completion<>(callerWait, timeoutNs) : lent;
        completion.reset(timeoutNs, blockNumber);
        return completion;
    }

    /** Takes back a completion that no command has, or whose outcome was heard. */
    void giveBack(Completion<Void> completion) {
        places.giveBack(completion);
    }
}

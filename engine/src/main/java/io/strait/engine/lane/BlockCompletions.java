package io.strait.engine.lane;

import io.strait.engine.command.CallerWait;
import io.strait.engine.command.Completion;

/**
 * One completion a thread, lent for its block updates again and again, so that these allocate
 * nothing. One that does not come back, because its outcome was not heard, is replaced: the writer
 * may still settle it, and somebody may hold it as a ticket.
 */
final class BlockCompletions {
    private final CallerWait callerWait;
    private final ThreadLocal<Loan> loans = ThreadLocal.withInitial(Loan::new);

    BlockCompletions(CallerWait callerWait) {
        this.callerWait = callerWait;
    }

    /**
     * Lends the thread's completion, or a new one when the last loan is still out.
     *
     * @param timeoutNs how long its own await waits, nanoseconds
     */
    Completion<Void> borrow(long timeoutNs) {
        Loan loan = loans.get();
        if (loan.out || loan.completion == null) {
            loan.completion = new Completion<>(callerWait, timeoutNs);
        } else {
            loan.completion.reset(timeoutNs);
        }
        loan.out = true;
        return loan.completion;
    }

    /** Takes back a completion that no command has, or whose outcome was heard. */
    void giveBack(Completion<Void> completion) {
        Loan loan = loans.get();
        if (loan.completion == completion) {
            loan.out = false;
        }
    }

    private static final class Loan {
        private Completion<Void> completion;
        private boolean out;
    }
}
